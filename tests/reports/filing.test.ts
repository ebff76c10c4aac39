import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activity, chatFigures, outbox, people, reports } from '../../db/schema.ts'
import { openFollowup } from '../../src/features/followups/index.ts'
import { draftReport, owedOn, saveDraft, setRoute } from '../../src/features/reports/index.ts'
import { writeNote } from '../../src/features/notebook/index.ts'
import { addDays } from '../../src/core/time.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { addresses, filedBy, filled, freshReports, idOf, lettersNow, rostered, routed, sources, versionsNow } from './scene.ts' // prettier-ignore

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(() => freshReports(w))
afterAll(() => w.close())

const OWN = { day: TODAY, side: 'day' as const }
const kindsOf = async (subject: string) =>
  (await w.store.read.select().from(activity).where(eq(activity.subject, subject)).orderBy(activity.seq)).map(
    ({ kind }) => kind,
  )

test('REPORT-1 each agent on the published roster owes one report, whoever is no agent owes none', async () => {
  const owed = await owedOn(w.store.read, w.shopA, TODAY)
  expect(owed.map(({ handle, side, dueAt }) => [handle, side, dueAt])).toEqual([
    ['小满', 'day', at('18:00')],
    ['阿北', 'night', at('01:00', '2026-11-21')],
  ])
})

test('REPORT-1 a swap and a sick day move it with the shift; whoever has filed stays in the list', async () => {
  await filedBy(w)
  await rostered(w, { 小满: 'off', 阿北: 'day' })
  const owed = await owedOn(w.store.read, w.shopA, TODAY)
  expect(owed.map(({ handle, side, version }) => `${handle} ${side} ${version}`).sort()).toEqual([
    '小满 day 1',
    '阿北 day 0',
  ])
})

test('REPORT-1 it is drafted from what the rooms know, and names what is neither filled nor none', async () => {
  w.clock.now = at('15:00')
  await openFollowup(w.as('小满'), w.shopA.id, { kind: 'lost', buyer: '木木小屋7', said: '再问', reason: 'price' })
  await writeNote(w.as('小满'), { shopId: w.shopA.id, text: '尺码表看不懂' })
  w.clock.now = at('17:35')
  const draft = await draftReport(w.as('小满'), sources, OWN)
  const known = Object.fromEntries(draft.found.map(({ name, known }) => [name, known.map(({ text }) => text.zh)]))
  expect(known['lost']).toEqual([expect.stringMatching(/嫌贵/)])
  expect(known['lost']![0]).not.toContain('木木小屋7')
  expect(known['notebook']).toEqual(['尺码表看不懂'])
  expect(draft.missing).toEqual(['figures', 'followups', 'holds', 'prizes', 'aftersales'])
  const other = await draftReport(w.as('阿北'), sources, { ...OWN, side: 'night' })
  expect(other.found.find(({ name }) => name === 'lost')!.known).toEqual([])
})

test('REPORT-1 with a section missing it is refused, in words and at its field, and nothing leaves', async () => {
  await routed(w)
  await expect(filedBy(w, '小满', filled({ none: ['lost'] }))).rejects.toMatchObject({
    code: 'invalid',
    fields: { 's-holds': expect.any(Function) },
  })
  expect(await lettersNow(w)).toEqual([])
  expect(await versionsNow(w)).toEqual([])
})

test('what is typed is kept as it is typed; the chat tool’s figures stand where nothing was', async () => {
  const counted = { shopId: w.shopA.id, personId: idOf(w, '小满'), day: TODAY, importedAt: 1 }
  await w.store.write((tx) => tx.insert(chatFigures).values({ ...counted, enquiries: 90, orders: 30, amount: 1000 }))
  const figures = { enquiries: 91, orders: null, sales: null }
  await saveDraft(w.as('小满'), { ...OWN, draft: filled({ figures, own: '半句' }) })
  const { content, draft } = await draftReport(w.as('小满'), sources, OWN)
  expect(content.figures).toEqual({ enquiries: 91, orders: 30, sales: 1000 })
  expect(draft.own).toBe('半句')
  await w.store.write((tx) => tx.delete(chatFigures))
})

test('REPORT-2 REPORT-3 filing writes one letter to each of the route, with both lists attached, in one go', async () => {
  await routed(w)
  const { reportId, version } = await filedBy(w)
  const letters = await lettersNow(w)
  expect(version).toBe(1)
  expect(letters.map(({ address, role }) => `${role} ${address}`).sort()).toEqual(
    [`cc ${addresses['南星']}`, `to ${addresses['木樨']}`, `to ${addresses['云舟']}`].sort(),
  )
  for (const { content, about, state } of letters) {
    expect([about, state]).toEqual([`report:${reportId}:v1`, 'pending'])
    expect(content.to).toEqual([addresses['木樨'], addresses['云舟']])
    expect(content.cc).toEqual([addresses['南星']])
    expect(content.attachments.map(({ name }) => name)).toHaveLength(2)
    expect(content.text).toContain('转化：35.0%')
    expect(content.html).toContain('今天很安静')
  }
  expect(await kindsOf(`report:${reportId}`)).toEqual(['report.filed'])
})

test('a letter promises a reply to its writer only where it can reach them', async () => {
  await routed(w)
  await filedBy(w)
  const written = async () => (await lettersNow(w)).at(-1)!.content
  expect(await written()).toMatchObject({ text: expect.stringContaining('小满没有邮箱，回复到不了本人') })
  await w.store.write((tx) => tx.update(people).set({ email: 'xiaoman@shop.example' }).where(eq(people.handle, '小满')))
  await w.store.write((tx) => tx.delete(outbox))
  await filedBy(w, '小满', filled({ own: '更正' }), { why: '漏了' })
  const { text, replyTo } = await written()
  expect([replyTo, text]).toEqual(['xiaoman@shop.example', expect.stringContaining('就是回复写日报的人')])
})

test('REPORT-2 each of the route gets letter and lists in their own language', async () => {
  await routed(w)
  await w.store.write((tx) =>
    tx
      .update(people)
      .set({ language: 'en' })
      .where(eq(people.id, idOf(w, '南星'))),
  )
  await filedBy(w)
  await w.store.write((tx) =>
    tx
      .update(people)
      .set({ language: null })
      .where(eq(people.id, idOf(w, '南星'))),
  )
  const said = Object.fromEntries((await lettersNow(w)).map(({ address, content }) => [address, content]))
  const names = (handle: string) => said[addresses[handle]!]!.attachments.map(({ name }) => name.split(' 2026')[0])
  expect(said[addresses['南星']!]!.text).toContain('Conversion')
  expect(names('南星')).toEqual([expect.stringMatching(/^[\x20-\x7e]+$/), expect.stringMatching(/^[\x20-\x7e]+$/)])
  expect(names('木樨').join()).toMatch(/\p{Script=Han}/u)
})

test('PRIZE-3 a night’s report carries the list of physical prizes as its third', async () => {
  await routed(w)
  w.clock.now = at('23:59')
  await filedBy(w, '阿北', filled(), { side: 'night' })
  expect((await lettersNow(w))[0]!.content.attachments).toHaveLength(3)
})

test('REPORT-5 filed twice at once: one wins, and the letters leave once', async () => {
  await routed(w)
  const results = await Promise.allSettled([filedBy(w), filedBy(w)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await versionsNow(w)).toHaveLength(1)
  expect(await lettersNow(w)).toHaveLength(3)
})

test('REPORT-5 a correction is a new version with why, sent as such, with what changed marked', async () => {
  await routed(w)
  const { reportId } = await filedBy(w)
  const better = filled({ figures: { enquiries: 82, orders: 28, sales: 356_000 } })
  await expect(filedBy(w, '小满', better)).rejects.toMatchObject({ code: 'conflict' })
  await expect(filedBy(w, '小满', better, { seen: 1 })).rejects.toMatchObject({ fields: { why: expect.any(Function) } })
  await expect(filedBy(w, '小满', filled(), { why: '没改' })).rejects.toMatchObject({ code: 'invalid' })
  await filedBy(w, '小满', better, { why: '数错了', seen: 1 })
  const [first, second] = (await versionsNow(w)).sort((a, b) => a.version - b.version)
  expect(first!.content.figures.enquiries).toBe(80)
  expect(second).toMatchObject({ version: 2, why: '数错了' })
  const sent = (await lettersNow(w)).filter(({ about }) => about === `report:${reportId}:v2`)
  expect(sent).toHaveLength(3)
  expect(sent[0]!.subject).toContain('更正')
  expect(sent[0]!.content.text).toContain('[改了] 询单：80 → 82')
  expect(await kindsOf(`report:${reportId}`)).toEqual(['report.filed', 'report.corrected'])
})

test('REPORT-2 without a route it is filed and nobody gets it', async () => {
  await filedBy(w)
  expect(await versionsNow(w)).toHaveLength(1)
  expect(await lettersNow(w)).toEqual([])
})

test('REPORT-2 a manager of a shop without a route is told so, and only until there is one', async () => {
  const [manager, agent] = [await w.browserOf('南星'), await w.browserOf('小满')]
  const told = async (browser: typeof manager) =>
    (await (await browser.get('/reports')).text()).includes('还没设发给谁')
  expect([await told(manager), await told(agent)]).toEqual([true, false])
  await routed(w)
  expect(await told(manager)).toBe(false)
})

test('REPORT-1 a shift that the roster does not have can be reported for two weeks; one that it has at any time', async () => {
  const filedOn = (day: string) => filedBy(w, '小满', filled(), { day })
  expect(await filedOn(addDays(TODAY, -14))).toMatchObject({ version: 1 })
  const day = addDays(TODAY, -15)
  await expect(filedOn(day)).rejects.toMatchObject({ code: 'conflict' })
  await rostered(w, { 小满: 'day' }, day)
  expect(await filedOn(day)).toMatchObject({ version: 1 })
  await rostered(w, {}, day)
  await expect(filedBy(w, '小满', filled({ own: '更正' }), { day, why: '漏了' })).resolves.toMatchObject({ version: 2 })
})

test('what is named as no section is not kept', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x${i}`, '写']))
  await saveDraft(w.as('小满'), {
    ...OWN,
    draft: filled({ sections: { '': '写', 'a\0b': '写', ...many }, none: ['\0', 'lost'] }),
  })
  const [row] = await w.store.read.select().from(reports)
  expect(row!.draft.none).toEqual(['lost'])
  expect(Object.keys(row!.draft.sections)).toHaveLength(50)
})

test('REPORT-2 a route without TO, without CC, without an address, or with an agent is refused', async () => {
  const [to, cc] = [[idOf(w, '木樨')], [idOf(w, '南星')]]
  const set = (wish: Parameters<typeof setRoute>[2]) => setRoute(w.as('南星'), w.shopA.id, wish)
  await expect(set({ to: [], cc })).rejects.toMatchObject({ fields: { to: expect.any(Function) } })
  await expect(set({ to, cc: [] })).rejects.toMatchObject({ fields: { cc: expect.any(Function) } })
  await expect(set({ to, cc })).rejects.toMatchObject({ code: 'invalid' })
  await expect(set({ to: [idOf(w, '小满')], cc })).rejects.toMatchObject({ code: 'invalid' })
  await routed(w)
  const before = (await kindsOf(`shop:${w.shopA.id}`)).length
  await routed(w)
  expect(await kindsOf(`shop:${w.shopA.id}`)).toHaveLength(before)
})

test('WHO-2 another shop’s people write and route nothing here; a shift that has not begun waits', async () => {
  await expect(filedBy(w, '外店', filled(), { shopId: w.shopA.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(setRoute(w.as('外店'), w.shopA.id, { to: [], cc: [] })).rejects.toMatchObject({ code: 'not_found' })
  w.clock.now = at('10:00')
  await expect(draftReport(w.as('阿北'), sources, { ...OWN, side: 'night' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('the pages open: the list, writing, a version, the route and the letter', async () => {
  await routed(w)
  const [agent, manager] = [await w.browserOf('小满'), await w.browserOf('南星')]
  const { reportId } = await filedBy(w)
  for (const path of ['/reports', `/report/${TODAY}/day`, `/reports/of/${reportId}`])
    expect((await agent.get(path)).status, path).toBe(200)
  for (const path of ['/reports', '/report-route', '/report-route/preview', `/reports/of/${reportId}`])
    expect((await manager.get(path)).status, path).toBe(200)
  expect((await (await w.browserOf('阿北')).get(`/reports/of/${reportId}`)).status).toBe(404)
  expect((await (await w.browserOf('外店')).get(`/reports/of/${reportId}`)).status).toBe(404)
})

test('a refused form keeps what was typed; the draft answers with its minute', async () => {
  const agent = await w.browserOf('小满')
  const form = { seen: '0', enquiries: '80', orders: '28', sales: '3,560', own: '写到一半', 's-lost': '没有' }
  const kept = await agent.post(`/report/${TODAY}/day/draft`, form)
  expect(await kept.text()).toContain('17:35 已保存')
  expect((await agent.post(`/report/${TODAY}/day`, form)).status).toBe(422)
  expect(await (await agent.get(`/report/${TODAY}/day`)).text()).toContain('写到一半')
})
