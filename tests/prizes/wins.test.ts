import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { wins } from '../../db/schema.ts'
import { previewWins, withdrawWins } from '../../src/features/prizes/importing.ts'
import { importWins, serialKeyOf, winBySerial } from '../../src/features/prizes/index.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { kindsOf, startAnew } from './scene.ts'

let w: TestWorld
let seen: number
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  await startAnew(w)
  seen = (await log()).length
})
afterAll(() => w.close())

const log = () => kindsOf(w, `wins:${w.shopA.id}`)
const all = () => w.store.read.select().from(wins).orderBy(wins.serialKey)
const list =
  '中奖序列号,奖品,买家,中奖时间\nZP-0001,杯垫,木木小屋7,2026-11-18 09:00:21\nZP-0002,木梳,,\n1.2E+18,木梳,,\n'

test('the wheel’s list is imported once: a bad line spoils no good one, the same list again changes nothing', async () => {
  const first = await importWins(w.as('木樨'), w.shopA.id, list)
  expect(first).toMatchObject({ new: 2, known: 0, refused: [{ line: 4, fault: 'damaged', detail: '1.2E+18' }] })
  const before = await all()
  w.clock.now = at('16:00')
  expect(await importWins(w.as('木樨'), w.shopA.id, list)).toMatchObject({ new: 0, known: 2 })
  expect(await all()).toEqual(before)
  expect((await log()).slice(seen)).toEqual(['wins.imported'])
  expect(before).toMatchObject([
    { serial: 'ZP-0001', buyer: '木**7' },
    { serial: 'ZP-0002', buyer: '', wonAt: null },
  ])
})

test('a win is found by its serial number however it was typed, in its own shop only', async () => {
  await importWins(w.as('木樨'), w.shopA.id, list)
  const { read } = w.store
  expect(await winBySerial(read, w.shopA.id, serialKeyOf(' ｚｐ 0001'))).toMatchObject({ prize: '杯垫' })
  expect(await winBySerial(read, w.shopB.id, serialKeyOf('ZP-0001'))).toBeUndefined()
  expect(await winBySerial(read, w.shopA.id, serialKeyOf('ZP-0003'))).toBeUndefined()
})

test('a preview counts and keeps nothing; what it hands on is the same list', async () => {
  const preview = await previewWins(w.as('木樨'), w.shopA.id, Buffer.from(list))
  expect(preview).toMatchObject({ new: 2, known: 0, refused: [{ line: 4 }] })
  expect(await all()).toEqual([])
  expect(await importWins(w.as('木樨'), w.shopA.id, preview.text)).toMatchObject({ new: 2, refused: [] })
  expect(await previewWins(w.as('木樨'), w.shopA.id, Buffer.from(list))).toMatchObject({ new: 0, known: 2 })
})

test('two import at once: every win is there once', async () => {
  const got = await Promise.all([1, 2].map(() => importWins(w.as('木樨'), w.shopA.id, list)))
  expect(got.map((one) => one.new).sort((a, b) => a - b)).toEqual([0, 2])
  expect(await all()).toHaveLength(2)
})

test('many lines go in at once', async () => {
  const many = `序列号\n${Array.from({ length: 1300 }, (_, i) => `ZP${10_000 + i}`).join('\n')}`
  expect(await importWins(w.as('木樨'), w.shopA.id, many)).toMatchObject({ new: 1300 })
  expect(await importWins(w.as('木樨'), w.shopA.id, many)).toMatchObject({ new: 0, known: 1300 })
})

test('a wrong file is taken back with a reason, alone and once', async () => {
  await importWins(w.as('木樨'), w.shopA.id, list)
  w.clock.now = at('16:00')
  await importWins(w.as('木樨'), w.shopA.id, '序列号\nWRONG1\nZP0001\n')
  const wish = { importedAt: at('16:00'), why: '导错了文件' }
  await expect(withdrawWins(w.as('木樨'), w.shopA.id, { ...wish, why: ' ' })).rejects.toMatchObject({ code: 'invalid' })
  await withdrawWins(w.as('木樨'), w.shopA.id, wish)
  expect((await all()).map(({ serial }) => serial)).toEqual(['ZP-0001', 'ZP-0002'])
  await expect(withdrawWins(w.as('木樨'), w.shopA.id, wish)).rejects.toMatchObject({ code: 'conflict' })
  expect((await log()).slice(seen)).toEqual(['wins.imported', 'wins.imported', 'wins.withdrawn'])
})

test('WHO-2 nobody brings a list into another shop or takes one out of it', async () => {
  await importWins(w.as('木樨'), w.shopA.id, list)
  const wish = { importedAt: w.clock.now, why: '不是我的' }
  await expect(importWins(w.as('外店'), w.shopA.id, list)).rejects.toMatchObject({ code: 'not_found' })
  await expect(withdrawWins(w.as('外店'), w.shopA.id, wish)).rejects.toMatchObject({ code: 'not_found' })
  expect(await all()).toHaveLength(2)
})

test('by the page: a file is shown first and taken in after, a workbook and nothing are refused in words', async () => {
  const lead = await w.browserOf('木樨')
  const upload = (content: string, name = 'wins.csv') => {
    const form = new FormData()
    form.append('file', new File([content], name))
    form.append('text', '')
    return lead.post('/prizes/wins', form)
  }
  const preview = await (await upload(list)).text()
  expect(preview).toContain('2 个新中奖，导入吗？')
  expect(preview).toContain('1.2E+18 被 Excel 改成了科学计数')
  expect(preview).not.toContain('木木小屋7')
  expect(await all()).toEqual([])
  const text = /<textarea name="text"[^>]*>([^<]*)</.exec(preview)![1]!
  expect((await lead.post('/prizes/wins', { apply: 'yes', text })).status).toBe(303)
  expect(await all()).toHaveLength(2)
  expect(await (await upload('PK\u0003\u0004', 'wins.xlsx')).text()).toContain('Excel 工作簿')
  expect((await lead.post('/prizes/wins', { text: '' })).status).toBe(422)
  expect((await upload('奖品\n杯垫\n')).status).toBe(422)
  expect(await (await upload('A'.repeat(4.5 * 1024 * 1024))).text()).toContain('最多 20000 行、4 MB')
  expect(await (await upload('A'.repeat(6 * 1024 * 1024))).text()).toContain('太大了，最多 5 MB')
  expect((await (await w.browserOf('小满')).get('/prizes/wins')).status).toBe(403)
})
