/** The end of a meeting: what was left comes to the next one, who was not there is told. */
import type { Context, Record } from '../../core/context.ts'
import { both } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { dayWord } from '../../core/time.ts'
import { announce } from '../inbox/index.ts'
import { dutiesBetween } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import type { Sources } from './draft.ts'
import { keepUp, openMeetingOf, stillOpen } from './gathering.ts'
import { refusal, words } from './messages.ts'
import { agendaNow, expectedAt, untalked, type Drafted } from './rules.ts'
import { attendanceOf, decisionsOf, noteMissing } from './store-people.ts'
import { endPoints, hasLater, meetingById, reviveEnded, saveMeeting, type Meeting } from './store.ts'

/** `seen`: how many untalked points the person saw and carries on; new ones refuse, so that none goes unseen. */
export async function closeMeeting(ctx: Context, sources: Sources, id: string, seen: number): Promise<void> {
  const { shop, drafted } = await openMeetingOf(ctx, sources, id)
  await ctx.write(async (tx, record) => {
    const meeting = await stillOpen(tx, ctx, id)
    const left = untalked(agendaNow(await keepUp(tx, id, drafted), drafted)).length
    if (left > seen) throw refusal('conflict', 'newPoints')
    if (ctx.who.id) await noteMissing(tx, id, [ctx.who.id], 'present')
    await closeNow(tx, ctx, record, { meeting, shop, drafted })
  })
}

type Ending = { meeting: Meeting; shop: Shop; drafted: readonly Drafted[] }

export async function closeNow(tx: Tx, ctx: Context, record: Record, { meeting, shop, drafted }: Ending) {
  const points = agendaNow(await keepUp(tx, meeting.id, drafted), drafted)
  await endPoints(
    tx,
    points.flatMap(({ state, ref }) => (state === 'over' ? [ref] : [])),
  )
  const duties = await dutiesBetween(tx, shop, meeting.day, meeting.day)
  await noteMissing(tx, meeting.id, expectedAt(meeting.kind, duties), 'absent')
  const closed = { state: 'closed' as const, closedAt: ctx.now, closedBy: ctx.who.id }
  if (!(await saveMeeting(tx, meeting, closed))) throw refusal('conflict', 'notOpen')
  const people = await attendanceOf(tx, [meeting.id])
  const absent = people.flatMap(({ personId, state }) => (state === 'absent' ? [personId] : []))
  const talked = points.filter(({ state }) => state === 'talked').length
  const { day, kind } = meeting
  await record('meeting.closed', `meeting:${meeting.id}`, {
    shopId: shop.id,
    after: { day, kind, talked, carried: untalked(points).length, present: people.length - absent.length, absent },
  })
  await tellAbsent(tx, ctx, meeting, absent, talked)
}

/** Absent people see what they missed. */
async function tellAbsent(tx: Tx, ctx: Context, meeting: Meeting, absent: readonly string[], talked: number) {
  const decided = (await decisionsOf(tx, [meeting.id])).length
  const { day, kind } = meeting
  await announce(tx, ctx.now, {
    shopId: meeting.shopId,
    to: absent,
    key: `meeting.missed:${meeting.id}`,
    tone: 'calm',
    text: both((lang) => {
      const t = words(lang)
      return t.announce.missed(`${dayWord(day, lang)} ${t.kinds[kind]}`, talked, decided)
    }),
    href: `/meeting/${day}/${kind}`,
  })
}

/** It goes on, unless a later one has begun. */
export const reopenMeeting = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const meeting = await meetingById(tx, ctx.who, id)
    if (meeting.state === 'open') throw refusal('conflict', 'isOpenStill')
    if (await hasLater(tx, meeting)) throw refusal('conflict', 'nextIsOpen')
    if (!(await saveMeeting(tx, meeting, { state: 'open', closedAt: null, closedBy: null })))
      throw refusal('conflict', 'isOpenStill')
    await reviveEnded(tx, id)
    const { shopId, day, kind } = meeting
    await record('meeting.reopened', `meeting:${id}`, { shopId, after: { day, kind } })
  })
