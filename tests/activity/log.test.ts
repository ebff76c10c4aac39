import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeContext, operator } from '../../src/core/context.ts'
import { addPerson } from '../../src/features/people/actions.ts'
import { changeHours } from '../../src/features/shops/settings.ts'
import { addOrder, openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const rowsIn = (html: string) => [...html.matchAll(/<tr><td class="one-line"><time>/g)].length
const pageOf = async (handle: string, query = '') => (await (await w.browserOf(handle)).get(`/activity${query}`)).text()

test('WHO-4 leads read who did what, when and why, newest first, as sentences', async () => {
  const order = await addOrder(w, w.shopA)
  await w
    .as('小满')
    .write((_tx, record) => record('order.strange', `order:${order.id}`, { shopId: w.shopA.id, why: '买家说的' }))
  await addPerson(w.as('南星'), { handle: '青禾', roles: ['agent'], shopIds: [w.shopA.id] })
  const hours = { name: '澄野家居', cutoff: '15:30', restDays: [7], keepsHolidays: true }
  await changeHours(w.as('南星'), w.shopA.id, hours)
  const html = await pageOf('木樨')
  expect(html).toContain(`href="/orders/${order.id}"`)
  expect(html).toContain(`订单 ${order.tid}`)
  expect(html).toContain('买家说的')
  expect(html).toContain('加了青禾，客服')
  expect(html.indexOf('改了设置：截单时间')).toBeLessThan(html.indexOf('加了青禾'))
  expect(html).toContain('2026-11-20 15:00:00')
})

test('what was done at the terminal is said in the reader’s language', async () => {
  const ctx = makeContext({ store: w.store, who: operator([w.shopA.id]), now: w.clock.now })
  await addPerson(ctx, { handle: '知夏', roles: ['agent'], shopIds: [w.shopA.id] })
  expect(await pageOf('木樨')).toContain('命令行')
  const browser = await w.browserOf('木樨')
  expect(await (await browser.get('/activity', { 'accept-language': 'en' })).text()).toContain('Command line')
})

test('WHO-2 another shop’s log stays there, and agents read none', async () => {
  expect(await pageOf('外店')).not.toContain('青禾')
  expect((await (await w.browserOf('小满')).get('/activity')).status).toBe(403)
})

test('a long log pages by key: nothing twice, nothing left out, while new rows arrive', async () => {
  const say = (from: number, to: number) =>
    w.as('外店').write(async (_tx, record) => {
      for (let n = from; n <= to; n++) await record(`test.row${n}`, 'test:1', { shopId: w.shopB.id })
    })
  await say(1, 1130)
  const seen: string[] = []
  for (let path: string | undefined = ''; path !== undefined;) {
    const html: string = await pageOf('外店', path)
    expect(rowsIn(html)).toBeLessThanOrEqual(500)
    seen.push(...[...html.matchAll(/test\.row(\d+)/g)].map((m) => m[1]!))
    path = /href="\/activity(\?before=\d+)"/.exec(html)?.[1]
    if (seen.length === 500) await say(1131, 1132)
  }
  expect(seen.map(Number)).toEqual(Array.from({ length: 1130 }, (_, i) => 1130 - i))
})

test('what one deed did to many is told in one line', async () => {
  await w.as('外店').write(async (_tx, record) => {
    for (let n = 1; n <= 40; n++) await record('test.imported', 'test:1', { shopId: w.shopB.id, why: 'orders.csv' })
  })
  const html = await pageOf('外店', '')
  expect(html.match(/test\.imported/g)).toHaveLength(1)
  expect(html).toContain('等 40 条')
})

test('every kind that rooms record has a sentence', async () => {
  const { features } = await import('../../src/features.ts')
  const { readdirSync, readFileSync } = await import('node:fs')
  const said = new Set(features.flatMap((feature) => Object.keys(feature.sentences ?? {})))
  const folder = new URL('../../src/features/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const recorded = files.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/record\(\s*'([a-z_]+\.[a-z_]+)'/g)].map((m) => m[1]!),
  )
  expect(recorded.length).toBeGreaterThan(10)
  expect([...new Set(recorded)].filter((kind) => !said.has(kind))).toEqual([])
})
