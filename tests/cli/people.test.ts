import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, people } from '../../db/schema.ts'
import { openStore, type Store } from '../../src/core/store.ts'
import { run } from './world.ts'

let store: Store
beforeAll(async () => {
  await run('shop add CY --name 澄野家居')
  await run('shop add XL --name "小鹿 日用" --platform douyin --cutoff 17:30 --rest sat,sun')
  store = openStore(process.env.DATABASE_URL!)
})
afterAll(() => store.close())

test('a new database gets its tables by itself; shops are listed as they were added', async () => {
  const { status, out } = await run('shop list --json')
  expect(status).toBe(0)
  expect(JSON.parse(out)).toEqual([
    { code: 'CY', name: '澄野家居', platform: 'taobao', cutoff: '16:00', restDays: [7] },
    { code: 'XL', name: '小鹿 日用', platform: 'douyin', cutoff: '17:30', restDays: [6, 7] },
  ])
  expect((await run('shop list')).out).toMatch(/^CY {2}taobao {2}16:00 {2}sun {6}澄野家居$/m)
})

test.each([
  ['shop add CY --name again', 'CY'],
  ['shop add B1 --name x --platform ebay', 'taobao tmall jd pinduoduo douyin'],
  ['shop add B2 --name x --cutoff 25:00', '16:00'],
  ['shop add B3 --name x --rest friday', 'mon tue wed thu fri sat sun'],
])('"%s" is refused and changes nothing', async (line, hint) => {
  const { status, err } = await run(line)
  expect(status).toBe(1)
  expect(err).toContain(hint)
  expect(JSON.parse((await run('shop list --json')).out)).toHaveLength(2)
})

test('a person is added with a link that works once, never with a password that others know', async () => {
  const { status, out } = await run('user add 小满 --roles agent --shops CY,XL', {
    env: { PUBLIC_URL: 'https://board.example.com' },
  })
  expect(status).toBe(0)
  expect(out).toMatch(/^https:\/\/board\.example\.com\/invite\/\S{20,}$/m)
  const [person] = await store.read.select().from(people).where(eq(people.handle, '小满'))
  expect(person).toMatchObject({ roles: ['agent'], passwordHash: null })
})

test('a password comes from standard input, so that it stands in no shell history', async () => {
  const { status, out } = await run('user add 南星 --roles 店长,admin --shops CY --password-stdin', {
    input: 'lantern-otter-42\n',
  })
  expect(status).toBe(0)
  expect(out).not.toContain('invite/')
  const [person] = await store.read.select().from(people).where(eq(people.handle, '南星'))
  expect(person!.roles).toEqual(['manager', 'admin'])
  expect(person!.passwordHash).toMatch(/^\$argon2id\$/)
})

test.each([
  ['user add 阿北 --roles pilot --shops CY', 'agent aftersales warehouse'],
  ['user add 阿北 --roles agent --shops NO', '有：CY 澄野家居, XL 小鹿 日用'],
  ['user add 小满 --roles agent --shops CY', '小满'],
  ['user add 阿北 --roles agent --shops CY --password-stdin', '8'],
  ['user disable 谁', '没有叫谁的人'],
])('"%s" is refused with what would be right', async (line, hint) => {
  const { status, out, err } = await run(line, { input: 'short' })
  expect([status, out]).toEqual([1, ''])
  expect(err).toContain(hint)
  expect(await store.read.$count(people, eq(people.handle, '阿北'))).toBe(0)
})

test('WHO-4 what is done at the command line is in the log as done there', async () => {
  const rows = await store.read.select().from(activity).where(eq(activity.kind, 'person.added'))
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map((row) => [row.actor, row.actorId].join()))).toEqual(new Set(['命令行,']))
})

test('a disabled person is shown as such and cannot sign in', async () => {
  expect((await run('user disable 小满')).status).toBe(0)
  const list = JSON.parse((await run('user list --json')).out) as { handle: string; state: string; shops: string[] }[]
  expect(list.find((p) => p.handle === '小满')).toMatchObject({ state: 'disabled', shops: ['CY', 'XL'] })
  expect(list.find((p) => p.handle === '南星')).toMatchObject({ state: 'active' })
  expect((await run('user list --lang en')).out).toContain('disabled')
})
