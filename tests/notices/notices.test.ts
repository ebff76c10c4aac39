import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, messages, noticeReads, notices } from '../../db/schema.ts'
import { deliverMessages, unreadOf } from '../../src/features/inbox/index.ts'
import { notices as feature } from '../../src/features/notices/feature.ts'
import { postNotice, readNotice, unreadNotices, withdrawNotice } from '../../src/features/notices/index.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { toldWhom } from '../inbox/told.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await w.store.write(async (tx) => {
    await tx.delete(notices)
    await tx.delete(noticeReads)
    await tx.delete(messages)
  })
})
afterAll(() => w.close())

const box = { title: '打包台搬到二楼', body: '从今天起在二楼打包', expiresOn: '2026-11-27' }
const posted = (more = {}, by = '木樨') => postNotice(w.as(by), { ...box, ...more })
const kindsOf = async (id: string) =>
  (
    await w.store.read
      .select()
      .from(activity)
      .where(eq(activity.subject, `notice:${id}`))
      .orderBy(activity.seq)
  ).map(({ kind, actor }) => [kind, actor])
const unread = (handle: string, day = TODAY) => unreadNotices(w.store.read, w.shopA.id, w.actors[handle]!.id!, day)
const html = async (handle: string, path = '/notices') => (await (await w.browserOf(handle)).get(path)).text()

test('a notice is told to everybody of the shop but its author, and is unread until each ticks it', async () => {
  const notice = await posted()
  expect(await toldWhom(w, `notice.posted:${notice.id}`)).toEqual([
    '小满',
    '阿北',
    '远志',
    '松针',
    '云舟',
    '南星',
    '管家',
  ])
  expect([await unread('小满'), await unread('木樨'), await unread('外店')]).toEqual([1, 0, 1])
  await deliverMessages(w.clockContext())
  expect(await unreadOf(w.store.read, w.actors['小满']!.id!)).toBe(1)
  await readNotice(w.as('小满'), notice.id)
  await readNotice(w.as('小满'), notice.id)
  expect([await unread('小满'), await unread('阿北')]).toEqual([0, 1])
  expect(await unreadOf(w.store.read, w.actors['小满']!.id!)).toBe(0)
  expect(await kindsOf(notice.id)).toEqual([
    ['notice.posted', '木樨'],
    ['notice.read', '小满'],
  ])
})

test('the title and the menu’s count say how many are unread', async () => {
  await posted()
  await posted({ title: '仓库电话换了' })
  const badge = (handle: string) => feature.nav![0]!.badge!(w.as(handle), w.shopA, undefined)
  expect([await badge('小满'), await badge('木樨')]).toEqual([2, 0])
  expect(await html('小满')).toContain('2 条公告你还没读')
  expect(await html('木樨')).toContain('公告都读过了')
})

test('leads see by name who has not read it, the others how many', async () => {
  const notice = await posted()
  await readNotice(w.as('阿北'), notice.id)
  const [lead, agent] = [await html('木樨'), await html('松针')]
  expect(lead).toContain('1/7 人读过')
  expect(lead.slice(lead.indexOf('还没读'))).toContain('小满')
  expect(agent).toContain('1/7 人读过')
  expect(agent).not.toContain('远志')
})

test('it stands to the end of its last day, then it is put away and nobody has to read it', async () => {
  const notice = await posted({ expiresOn: TODAY })
  w.clock.now = at('23:59')
  expect(await html('小满')).toContain(`/notice/${notice.id}/read`)
  w.clock.now = at('00:00', '2026-11-21')
  const later = await html('小满')
  expect(later).not.toContain(`/notice/${notice.id}/read`)
  expect(later).toContain('11-20 周五 到期')
  expect(await unread('小满', '2026-11-21')).toBe(0)
  await expect(readNotice(w.as('小满'), notice.id)).rejects.toThrow('withdrawn or has expired')
})

test.each([
  ['2026-11-19', 'Choose today or a later day'],
  ['2027-11-22', 'A year at most'],
  ['', 'Choose today or a later day'],
  ['2026-02-30', 'Choose today or a later day'],
])('no notice without an end: %j is refused', async (expiresOn, words) => {
  await expect(posted({ expiresOn })).rejects.toThrow(words)
  expect(await w.store.read.select().from(notices)).toEqual([])
})

test('no title, no text: refused; the very same twice: refused', async () => {
  await expect(posted({ title: ' ' })).rejects.toThrow('Write a title')
  await expect(posted({ body: '\n' })).rejects.toThrow('Write what is to be done')
  await posted()
  await expect(posted()).rejects.toThrow('stands already')
})

test('WHO-5 a buyer’s number in a notice is masked', async () => {
  const notice = await posted({ body: '13812345678 的退货直接收' })
  expect(notice.body).toBe('138****5678 的退货直接收')
})

test('withdrawn: it is put away, its message is over, and one of two who press is told', async () => {
  const notice = await posted()
  const [first, second] = await Promise.allSettled([
    withdrawNotice(w.as('木樨'), notice.id),
    withdrawNotice(w.as('南星'), notice.id),
  ])
  expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  await deliverMessages(w.clockContext())
  expect(await unreadOf(w.store.read, w.actors['小满']!.id!)).toBe(0)
  expect((await kindsOf(notice.id)).map(([kind]) => kind)).toEqual(['notice.posted', 'notice.withdrawn'])
  const page = await html('木樨')
  expect(page).toContain('撤下的')
  expect(await html('木樨', `/notices/new?from=${notice.id}`)).toContain(`value="${box.title}"`)
})

test('the form says where moving work belongs, and proposes a week', async () => {
  const page = await html('木樨', '/notices/new')
  expect(page).toContain('写进交接')
  expect(page).toContain('href="/handovers"')
  expect(page).toContain('value="2026-11-27"')
})

test('posting on the page: refused fields are named, then it stands', async () => {
  const browser = await w.browserOf('木樨')
  const refused = await browser.post('/notices', { ...box, expiresOn: '2026-11-01' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('要今天或以后的日子')
  expect((await browser.post('/notices', box)).status).toBe(303)
  expect(await html('小满')).toContain(box.title)
})

test('WHO-1 agents read and do not post', async () => {
  const browser = await w.browserOf('小满')
  expect((await browser.get('/notices/new')).status).toBe(403)
  expect((await browser.post('/notices', box)).status).toBe(403)
  expect(await html('小满')).not.toContain('/notices/new')
})

test('WHO-2 another shop’s notice is not found, and its words cannot be taken up', async () => {
  const theirs = await posted({}, '外店')
  await expect(readNotice(w.as('小满'), theirs.id)).rejects.toThrow('no such notice')
  await expect(withdrawNotice(w.as('木樨'), theirs.id)).rejects.toThrow('no such notice')
  expect((await (await w.browserOf('木樨')).get(`/notices/new?from=${theirs.id}`)).status).toBe(404)
  expect(await html('小满')).not.toContain(box.title)
})

test('past ones page by key, nothing twice and nothing left out', async () => {
  const row = {
    shopId: w.shopA.id,
    body: '…',
    author: '木樨',
    authorId: null,
    expiresOn: '2026-11-01',
    withdrawnAt: null,
  }
  const rows = Array.from({ length: 65 }, (_, n) => ({ ...row, title: `旧事${n + 100}`, at: Math.floor(n / 3) }))
  await w.store.write((tx) => tx.insert(notices).values(rows))
  const seen: string[] = []
  for (let path: string | undefined = '/notices'; path;) {
    const page: string = await html('小满', path)
    seen.push(...[...page.matchAll(/旧事(\d+)/g)].map((m) => m[1]!))
    path = /href="(\/notices\?before=[^"]+)"/.exec(page)?.[1]
  }
  expect([seen.length, new Set(seen).size]).toEqual([65, 65])
})

test('the log tells of notices in sentences', async () => {
  const notice = await posted()
  await readNotice(w.as('小满'), notice.id)
  const log = await html('木樨', '/activity')
  expect(log).toContain('发公告“打包台搬到二楼”，挂到 11-27')
  expect(log).toContain('读过公告“打包台搬到二楼”')
})
