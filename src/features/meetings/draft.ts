/** MEET-1: the agenda as the rooms' data has it now. */
import type { Reader } from '../../core/store.ts'
import type { AgendaSource, Feature, MeetingKind } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import { taskKey } from '../tasks/index.ts'
import { carriedOn, OVER, type At, type Drafted, type Kept } from './rules.ts'
import { decisionsOf } from './store-people.ts'
import { findMeeting, meetingBefore, pointsOf } from './store.ts'

export type Sources = readonly AgendaSource[]

/** What these rooms announce for agendas, in their order. */
export const agendaSources = (rooms: readonly Feature[]): Sources => rooms.flatMap(({ agenda }) => agenda ?? [])

async function pointsFrom(db: Reader, source: AgendaSource, shop: Shop, at: At & { now: number }): Promise<Drafted[]> {
  const list = await source.points(db, shop, at)
  return list.map(({ key, summary, href, urgency }) => ({ key, source: source.name, text: summary, href, urgency }))
}

/** All rooms' points, then what the meeting before left over. */
export async function draftAgenda(
  db: Reader,
  sources: Sources,
  shop: Shop,
  at: At & { now: number },
): Promise<Drafted[]> {
  const drafted: Drafted[] = []
  for (const source of sources)
    if (source.meetings.includes(at.kind)) drafted.push(...(await pointsFrom(db, source, shop, at)))
  const decidedHere = await keysDecidedAt(db, shop, at)
  const known = new Set(drafted.map(({ key }) => key))
  const left = (await leftOver(db, sources, shop, at)).filter(({ key }) => !known.has(key))
  return [...drafted, ...left].filter(({ key }) => !decidedHere.has(key))
}

/** What a meeting decides comes to the next one, not to itself. */
async function keysDecidedAt(db: Reader, shop: Shop, at: At): Promise<Set<string>> {
  const meeting = await findMeeting(db, shop.id, at)
  if (!meeting) return new Set()
  return new Set(
    (await decisionsOf(db, [meeting.id])).flatMap(({ taskId }) => (taskId ? [taskKey({ id: taskId })] : [])),
  )
}

/** Untalked points of the meeting before: people's own, and those of rooms that speak only at the other meeting. */
async function leftOver(db: Reader, sources: Sources, shop: Shop, at: At & { now: number }): Promise<Drafted[]> {
  const before = await meetingBefore(db, shop.id, at)
  if (!before) return []
  const left = (await pointsOf(db, before.id)).filter(({ talkedAt, outcome }) => talkedAt === null && outcome !== OVER)
  const own = left.filter(({ source }) => source === null)
  const theirs: Drafted[] = []
  for (const source of sources) {
    const mine = left.filter((point) => point.source === source.name)
    if (!mine.length || source.meetings.includes(at.kind)) continue
    theirs.push(...(await stillOpen(db, source, shop, { ...at, kind: source.meetings[0]!, day: before.day }, mine)))
  }
  return [...theirs, ...own.map(carriedOn)]
}

/** A room is asked again: what was settled meanwhile does not come. */
async function stillOpen(
  db: Reader,
  source: AgendaSource,
  shop: Shop,
  at: { kind: MeetingKind; day: string; now: number },
  left: readonly Kept[],
) {
  const open = new Set((await pointsFrom(db, source, shop, at)).map(({ key }) => key))
  return left.filter(({ key }) => key !== null && open.has(key)).map(carriedOn)
}
