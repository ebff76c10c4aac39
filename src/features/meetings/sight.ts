/** All that a meeting's page shows. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { addDays, instantOf } from '../../core/time.ts'
import { namesOf, staffOf, type Staff } from '../people/index.ts'
import { dutiesBetween } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { dueProposed, tasksOfMeeting, type Task } from '../tasks/index.ts'
import { draftAgenda, type Sources } from './draft.ts'
import { agendaNow, expectedAt, meetingDay, sectionsOf, untalked, type At, type Point, type Section } from './rules.ts'
import { attendanceOf, decisionsOf, type Attendance, type Decision } from './store-people.ts'
import { eveningBefore, findMeeting, pointsOf, type Meeting } from './store.ts'

export type Names = ReadonlyMap<string, { handle: string; hue: number }>
export type Written = { meeting: Meeting; decisions: Decision[]; tasks: ReadonlyMap<string, Task> }

export type MeetingSight = At & {
  lang: Lang
  zone: string
  now: number
  /** undefined: not opened; its agenda is a preview. */
  written: Written | undefined
  sections: Section[]
  left: Point[]
  sources: Sources
  /** On the roster, and whoever was noted. */
  people: { id: string; state: Attendance['state'] | undefined }[]
  isRostered: boolean
  expected: string[]
  /** The viewer was not there. */
  missed: { readAt: number | null } | undefined
  before: Written | undefined
  canLead: boolean
  isToday: boolean
  staff: Staff[]
  names: Names
  due: { day: string; time: string }
}

async function writtenOf(ctx: Context, meeting: Meeting): Promise<Written> {
  const tasks = await tasksOfMeeting(ctx.read, meeting.id)
  const decisions = await decisionsOf(ctx.read, [meeting.id])
  return { meeting, decisions, tasks: new Map(tasks.map((task) => [task.id, task])) }
}

/** undefined for a meeting that was never held and cannot be opened any more. */
export async function meetingSight(
  ctx: Context,
  sources: Sources,
  shop: Shop,
  at: At,
): Promise<MeetingSight | undefined> {
  const { read, now, lang, who } = ctx
  const { day, kind } = at
  const meeting = await findMeeting(read, shop.id, at)
  const isToday = day === meetingDay(shop, now)
  if (!meeting && !isToday) return undefined
  const drafted = meeting?.state === 'closed' ? null : await draftAgenda(read, sources, shop, { day, kind, now })
  const points = agendaNow(meeting ? await pointsOf(read, meeting.id) : [], drafted)
  const noted = meeting ? await attendanceOf(read, [meeting.id]) : []
  const expected = expectedAt(kind, await dutiesBetween(read, shop, day, day))
  const ids = [...new Set([...expected, ...noted.map(({ personId }) => personId)])]
  const evening = kind === 'morning' ? await eveningBefore(read, shop.id, day) : undefined
  const staff = await staffOf(read, shop.id)
  const mine = noted.find(({ personId }) => personId === who.id)
  return {
    day,
    kind,
    lang,
    zone: shop.timeZone,
    now,
    written: meeting && (await writtenOf(ctx, meeting)),
    sections: sectionsOf(points, sources),
    left: untalked(points),
    sources,
    people: ids.map((id) => ({ id, state: noted.find(({ personId }) => personId === id)?.state })),
    isRostered: expected.length > 0,
    expected,
    missed: meeting?.state === 'closed' && mine?.state === 'absent' ? mine : undefined,
    before: evening && (await writtenOf(ctx, evening)),
    canLead: may(who, 'meetings.lead'),
    isToday,
    staff,
    names: await namesOf(read, [...new Set([...ids, ...staff.map(({ id }) => id)])]),
    due: dueAfter(shop, at, now),
  }
}

/** What a decision's form proposes: the end of the day side's day, of the next day for the evening's. */
function dueAfter(shop: Shop, { day, kind }: At, now: number) {
  const due = { day: kind === 'evening' ? addDays(day, 1) : day, time: shop.shifts.day.to }
  return instantOf(due.day, due.time, shop.timeZone) > now ? due : dueProposed(shop, now)
}
