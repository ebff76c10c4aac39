/** Today's two meetings, those that are over, and what the viewer missed. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { MeetingKind } from '../../feature.ts'
import { turnAt } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { meetingDay, meetingKinds, nextKind, type At } from './rules.ts'
import { attendanceOf, decisionsOf, missedBy } from './store-people.ts'
import { lastMeetings, pointsOfAll, type Meeting } from './store.ts'

const SHOWN = 60

export type Summary = At & {
  /** undefined: not opened. */
  meeting: Meeting | undefined
  talked: number
  points: number
  present: number
  absent: number
  decisions: number
}
export type Overview = {
  today: Summary[]
  past: Summary[]
  missed: Summary[]
  /** Which is to be held now; undefined: both are over. */
  next: Summary | undefined
  canLead: boolean
}

export async function overviewOf(ctx: Context, shop: Shop): Promise<Overview> {
  const { read, who, now } = ctx
  const day = meetingDay(shop, now)
  const missed = who.id ? await missedBy(read, shop.id, who.id) : []
  const last = await lastMeetings(read, shop.id, SHOWN)
  const earlier = missed.filter(({ id }) => !last.some((one) => one.id === id))
  const known = await summed(ctx, [...last, ...earlier])
  const today = meetingKinds.map((kind) => summaryAt(known, { day, kind }))
  const kind = nextKind(turnAt(shop, now), today[0]!.meeting)
  const next = [today.find((one) => one.kind === kind), ...today].find((one) => one?.meeting?.state !== 'closed')
  return {
    today,
    past: known.slice(0, last.length).filter((one) => one.day !== day),
    missed: missed.map((meeting) => summaryAt(known, meeting)),
    next,
    canLead: may(who, 'meetings.lead'),
  }
}

const nothing = { talked: 0, points: 0, present: 0, absent: 0, decisions: 0 }

const summaryAt = (known: readonly Summary[], { day, kind }: { day: string; kind: MeetingKind }): Summary =>
  known.find((one) => one.day === day && one.kind === kind) ?? { day, kind, meeting: undefined, ...nothing }

async function summed({ read }: Context, list: readonly Meeting[]): Promise<Summary[]> {
  const ids = [...new Set(list.map(({ id }) => id))]
  const [points, people, decided] = [
    await pointsOfAll(read, ids),
    await attendanceOf(read, ids),
    await decisionsOf(read, ids),
  ]
  return list.map((meeting) => {
    const here = people.filter(({ meetingId }) => meetingId === meeting.id)
    const mine = points.filter(({ meetingId }) => meetingId === meeting.id)
    const present = here.filter(({ state }) => state === 'present').length
    return {
      day: meeting.day,
      kind: meeting.kind,
      meeting,
      talked: mine.filter(({ talkedAt }) => talkedAt !== null).length,
      points: mine.length,
      present,
      absent: here.length - present,
      decisions: decided.filter(({ meetingId }) => meetingId === meeting.id).length,
    }
  })
}
