import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engine } from '../../db/schema.ts'
import { layDemoShops } from '../../db/seeds/lay.ts'
import { ledgerOf } from '../../db/seeds/ledger.ts'
import type { Context } from '../../src/core/context.ts'
import { migrate } from '../../src/core/migrate.ts'
import { openStore, type Store } from '../../src/core/store.ts'
import { addDays, dayOf, HOUR, instantOf } from '../../src/core/time.ts'
import { features } from '../../src/features.ts'
import { campaignsOn, phaseOf } from '../../src/features/campaigns/index.ts'
import { openFollowups } from '../../src/features/followups/index.ts'
import {
  acknowledgeItem,
  giveHandover,
  handoverOfTurn,
  linesOf,
  signHandover,
  unreadCount,
  waitingFor,
} from '../../src/features/handovers/index.ts'
import { talkOf, timesHandedOver } from '../../src/features/handovers/store-items.ts'
import { unreadOf } from '../../src/features/inbox/index.ts'
import { agendaSources, draftAgenda, findMeeting } from '../../src/features/meetings/index.ts'
import { attendanceOf, missedBy } from '../../src/features/meetings/store-people.ts'
import { countsOf } from '../../src/features/outbox/store.ts'
import { standingNotices, unreadNotices } from '../../src/features/notices/index.ts'
import { missingNow, owedBetween, routeOf, standingOf } from '../../src/features/reports/index.ts'
import { robotsOf } from '../../src/features/robots/store.ts'
import { dutiesAround, mondayOf, onDuty } from '../../src/features/shifts/index.ts'
import { cellsBetween, openSwaps } from '../../src/features/shifts/store-roster.ts'
import { isDraft } from '../../src/features/shifts/weeks.ts'
import { allShops, type Shop } from '../../src/features/shops/index.ts'
import { openTasks } from '../../src/features/tasks/index.ts'

const ZONE = 'Asia/Shanghai'
const sources = features.flatMap((feature) => feature.handover ?? [])

/** The demo shops as they stand at 15:24 of a day. */
async function demoOn(day: string) {
  const store = openStore(join(mkdtempSync(join(tmpdir(), 'zaowan-rooms-')), 'demo.db'))
  await migrate(store)
  const now = instantOf(day, '15:24', ZONE)
  await layDemoShops(store, now, features)
  const shops = await allShops(store.read)
  const ledger = ledgerOf(store)
  const shop = shops.find(({ code }) => code === 'CY')!
  return { store, now, shops, shop, as: (handle: string, at = now) => ledger.as(handle, at, shop) }
}

describe.runIf(engine === 'sqlite')('at 15:24 every room of the demo has something for those who open it', () => {
  const day = '2026-11-22'
  let store: Store
  let now: number
  let shop: Shop
  let shops: Shop[]
  let as: (handle: string, at?: number) => Promise<Context>
  beforeAll(async () => {
    ;({ store, now, shops, shop, as } = await demoOn(day))
  })
  afterAll(() => store.close())

  test('roster: both sides of both shops are staffed today, and who leads sees what to publish', async () => {
    for (const one of shops) {
      const duties = await dutiesAround(store.read, one, now)
      expect(onDuty(duties, now).length, one.code).toBeGreaterThan(0)
      expect(onDuty(duties, instantOf(day, '21:00', ZONE)).length, one.code).toBeGreaterThan(0)
    }
    const monday = mondayOf(addDays(day, 7))
    const next = await cellsBetween(store.read, shop.id, monday, addDays(monday, 6))
    expect([next.some(({ published }) => published), next.some(isDraft)]).toEqual([true, true])
    const { id } = (await as('小满')).who
    expect((await openSwaps(store.read, shop.id)).map(({ askedOf }) => askedOf)).toEqual([id])
  })

  test('daily reports: one of last night is missing, one was corrected, some came late, two of today are begun', async () => {
    const owed = await owedBetween(store.read, shop, { from: addDays(day, -28), to: day })
    const past = owed.filter((one) => one.day < day)
    expect(past.length).toBeGreaterThan(90)
    expect((await missingNow(store.read, shop, now)).map((one) => [one.handle, one.day])).toEqual([['山岚', addDays(day, -1)]]) // prettier-ignore
    expect(past.filter(({ version }) => version > 1).map(({ handle }) => handle)).toEqual(['小满'])
    const late = past.filter((one) => standingOf(one, now) === 'late').length
    expect([late > 1, late < 10]).toEqual([true, true])
    const begun = owed.filter((one) => one.day === day && one.report?.state === 'draft').map(({ handle }) => handle)
    expect(begun.sort()).toEqual(['小满', '青禾'].sort())
  })

  test('outbox: reports go to supervisor and director, the manager in copy; a letter in every state, two robots', async () => {
    const route = (await routeOf(store.read, shop.id))!
    expect(route.to.map(({ handle }) => handle)).toEqual(['木樨', '云舟'])
    expect(route.cc.map(({ handle }) => handle)).toEqual(['南星'])
    expect(await countsOf(store.read, shop.id)).toMatchObject({ pending: 1, failed: 1, held: 1 })
    expect((await robotsOf(store.read, shop.id)).map(({ kind, on }) => [kind, on])).toEqual([['dingtalk', true], ['wecom', true]]) // prettier-ignore
  })

  test("handover: last night's was taken with a question answered, in all urgencies, one item for the third time", async () => {
    const handover = (await handoverOfTurn(store.read, shop.id, { day: addDays(day, -1), side: 'night' }))!
    expect(handover.state).toBe('taken')
    const items = (await linesOf(store.read, handover.id)).map(({ item }) => item)
    expect(new Set(items.map(({ urgency }) => urgency))).toEqual(new Set(['urgent', 'watch', 'steady']))
    const talk = (await Promise.all(items.map(({ id }) => talkOf(store.read, id)))).flat()
    expect(talk.map(({ kind, author }) => [kind, author])).toEqual([
      ['question', '小满'],
      ['answer', '阿北'],
    ])
    const times = await timesHandedOver(
      store.read,
      items.map(({ id }) => id),
    )
    const old = items.filter((item) => item.key === null && times.get(item.id) === 3)
    expect(old.map(({ summary }) => summary.zh)).toEqual([expect.stringContaining('地毯')])
  })

  test("handover: today's draft has something from every kind of room, and nobody has given it", async () => {
    const handover = (await handoverOfTurn(store.read, shop.id, { day, side: 'day' }))!
    expect(handover.state).toBe('draft')
    const kinds = new Set((await linesOf(store.read, handover.id)).map(({ item }) => item.key?.split(':')[0] ?? 'own'))
    expect([...kinds]).toEqual(expect.arrayContaining(['own', 'hold', 'followup', 'campaign', 'task']))
  })

  test('follow-ups of all three kinds: late, due and later, some of them talked to; unpaid ones came by themselves', async () => {
    const open = await openFollowups(store.read, shop.id)
    for (const kind of ['lost', 'unpaid', 'self_service']) expect(open.some((one) => one.kind === kind)).toBe(true)
    expect(open.some(({ nextAt }) => nextAt < now - HOUR)).toBe(true)
    expect(open.some(({ nextAt }) => nextAt < now && nextAt > now - HOUR / 2)).toBe(true)
    expect(open.some(({ nextAt }) => nextAt > now)).toBe(true)
    expect(open.filter(({ kind, openedBy }) => kind === 'unpaid' && openedBy === null).length).toBeGreaterThan(5)
  })

  test('campaigns: one ends tonight, a big one starts tomorrow, one is over', async () => {
    const list = await campaignsOn(store.read, shop, now - 72 * HOUR, now + 48 * HOUR)
    const standing = list.map((one) => [phaseOf(one, now), dayOf(one.endsAt, ZONE), one.bigDay])
    expect(standing).toHaveLength(3)
    expect(standing).toEqual(
      expect.arrayContaining([
        ['running', day, false],
        ['coming', addDays(day, 3), true],
      ]),
    )
  })

  test('meetings: this morning was held without 青禾, who has it to read; tonight has an agenda', async () => {
    const morning = (await findMeeting(store.read, shop.id, { day, kind: 'morning' }))!
    const { id } = (await as('青禾')).who
    const people = await attendanceOf(store.read, [morning.id])
    expect(people.find(({ personId }) => personId === id)?.state).toBe('absent')
    expect((await missedBy(store.read, shop.id, id!)).map((meeting) => meeting.id)).toEqual([morning.id])
    const evening = await findMeeting(store.read, shop.id, { day: addDays(day, -1), kind: 'evening' })
    expect(evening?.notes).not.toBe('')
    const drafted = await draftAgenda(store.read, agendaSources(features), shop, { day, kind: 'evening', now })
    expect(drafted.map(({ source }) => source)).toEqual(expect.arrayContaining(['note', 'lost', 'task']))
    expect((await openTasks(store.read, shop.id)).some(({ meetingId }) => meetingId === morning.id)).toBe(true)
  })

  test('notices: two stand, and the newer is unread by most', async () => {
    expect(await standingNotices(store.read, shop.id, day)).toHaveLength(2)
    for (const handle of ['小满', '阿北', '远志', '云舟', '南星'])
      expect(await unreadNotices(store.read, shop.id, (await as(handle)).who.id!, day), handle).toBeGreaterThan(0)
  })

  test.each(['小满', '阿北', '远志', '松针', '木樨', '云舟', '南星'])(
    '%s has an unread message, and tasks go on',
    async (handle) => {
      expect(await unreadOf(store.read, (await as(handle)).who.id!)).toBeGreaterThan(0)
      expect((await openTasks(store.read, shop.id)).some(({ dueAt }) => dueAt < now)).toBe(true)
    },
  )

  test('the day agent gives the handover, and the night agent takes it over', async () => {
    const { id } = (await handoverOfTurn(store.read, shop.id, { day, side: 'day' }))!
    await giveHandover(await as('小满'), sources, id)
    const night = await as('阿北')
    expect((await waitingFor(night, shop.id))?.handover.id).toBe(id)
    for (const { item } of await linesOf(store.read, id)) await acknowledgeItem(night, sources, id, item.id)
    await signHandover(night, id)
    expect(await unreadCount(store.read, id)).toBe(0)
    expect((await handoverOfTurn(store.read, shop.id, { day, side: 'day' }))?.state).toBe('taken')
  })
})

// the roster is laid in weeks: on a Sunday tomorrow stands in the next one, on a Monday yesterday stood in the last
describe.runIf(engine === 'sqlite')('whatever the weekday', () => {
  test.each(['2026-11-23'])('on %s somebody gives the handover and somebody comes', async (day) => {
    const { store, now, shop } = await demoOn(day)
    const duties = await dutiesAround(store.read, shop, now)
    const names = (at: number) => onDuty(duties, at).map(({ handle }) => handle)
    expect(names(now)).toEqual(expect.arrayContaining(['小满', '青禾', '远志', '木樨', '甘棠']))
    expect(names(instantOf(day, '20:00', ZONE))).toEqual(expect.arrayContaining(['阿北', '山岚']))
    expect(names(instantOf(addDays(day, 1), '10:00', ZONE))).toContain('小满')
    await store.close()
  })
})
