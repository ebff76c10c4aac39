/** An agenda drafted from data and kept as it was talked about; who is expected; whose notes are newer. Pure. */
import { hash } from 'node:crypto'
import { AppError } from '../../core/errors.ts'
import type { Both } from '../../core/i18n.ts'
import { scrubbed } from '../../core/masking.ts'
import { isDay, type Day } from '../../core/time.ts'
import type { AgendaSource, MeetingKind, Urgency } from '../../feature.ts'
import { turnAt, type Duty, type Turn } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { refusal } from './messages.ts'

export const meetingKinds = ['morning', 'evening'] as const
export type At = { day: Day; kind: MeetingKind }

/** From an address; undefined for what names no meeting. */
export const meetingAt = (day: string, kind: string): At | undefined =>
  isDay(day) && meetingKinds.some((one) => one === kind) ? { day, kind: kind as MeetingKind } : undefined

/** A business day's meetings are held until the day ends: at 00:10 it is still yesterday. */
export const meetingDay = (shop: Pick<Shop, 'shifts' | 'timeZone'>, now: number): Day => turnAt(shop, now).day

/** The one that the board proposes: the morning's while the day shift has the floor, unless it is over. */
export const nextKind = ({ side }: Turn, morning: { state: 'open' | 'closed' } | undefined): MeetingKind =>
  side === 'day' && morning?.state !== 'closed' ? 'morning' : 'evening'

// --- the agenda ---------------------------------------------------------------------------------------

/** A point as rooms draft it. `source`: the room's name; null: somebody's own words, carried on. */
export type Drafted = { key: string; source: string | null; text: Both; href: string | null; urgency: Urgency }
/** A point as it was kept. */
export type Kept = {
  id: string
  key: string | null
  source: string | null
  text: Both
  href: string | null
  place: number
  talkedAt: number | null
  outcome: string | null
}
/** What was kept of a point that settled itself before anybody talked about it. */
export const OVER = ''

type PointState = 'open' | 'talked' | 'over'
/** `ref` names it in forms: its id, or its key while it is not kept yet. */
export type Point = Omit<Kept, 'id' | 'place'> & { ref: string; state: PointState; carried: boolean; urgency: Urgency }

const stateOf = ({ key, talkedAt, outcome }: Kept, drafted: ReadonlyMap<string, Drafted> | null): PointState => {
  if (talkedAt !== null) return 'talked'
  if (outcome === OVER) return 'over'
  return drafted && key !== null && !drafted.has(key) ? 'over' : 'open'
}

/**
 * What was kept, brought up to date by what rooms have now (null: the meeting is closed, nothing changes any more):
 * new points come, settled ones are over, and words are today's until they were talked about.
 */
export function agendaNow(kept: readonly Kept[], drafted: readonly Drafted[] | null): Point[] {
  const fresh = drafted && new Map(drafted.map((point) => [point.key, point]))
  const known = kept.map((point): Point => {
    const now = point.talkedAt === null && point.key !== null ? fresh?.get(point.key) : undefined
    const { text, href, urgency = 'steady' } = { ...point, ...now }
    const { id: ref, key, source, talkedAt, outcome } = point
    return {
      ref,
      key,
      source,
      text,
      href,
      talkedAt,
      outcome,
      urgency,
      state: stateOf(point, fresh),
      carried: isOwnCarried(point),
    }
  })
  const keys = new Set(kept.map(({ key }) => key))
  const added = (drafted ?? []).filter(({ key }) => !keys.has(key))
  return [
    ...known,
    ...added.map((point): Point => ({
      ...point,
      ref: point.key,
      talkedAt: null,
      outcome: null,
      state: 'open',
      carried: isOwnCarried(point),
    })),
  ]
}

/** The first part of the key of somebody's own point that comes again: "point:<id of the first>". */
const OWN = 'point:'
const isOwnCarried = ({ key }: { key: string | null }) => key?.startsWith(OWN) ?? false

/** A point that was not talked about, as the next meeting has it. */
export const carriedOn = ({ id, key, source, text, href }: Kept): Drafted => ({
  key: key ?? `${OWN}${id}`,
  source,
  text,
  href,
  urgency: 'watch',
})

export const untalked = (points: readonly Point[]) => points.filter(({ state }) => state === 'open')

export type Section = { source: string | null; points: Point[] }
/** By source in the rooms' order, people's own points at the end. */
export function sectionsOf(points: readonly Point[], sources: readonly AgendaSource[]): Section[] {
  const order = [...new Set([...sources.map(({ name }) => name), ...points.map(({ source }) => source ?? '')])]
  const names = [...order.filter(Boolean), null]
  return names
    .map((source) => ({ source, points: points.filter((point) => point.source === source) }))
    .filter((section) => section.points.length > 0)
}

/** As somebody reads them who may not open every page: what leads nowhere for them is no link. */
export const linkedWhere = (sections: readonly Section[], opens: (href: string) => boolean): Section[] =>
  sections.map(({ source, points }) => ({
    source,
    points: points.map((point) => (point.href && opens(point.href) ? point : { ...point, href: null })),
  }))

// --- people -------------------------------------------------------------------------------------------

/** Whose side meets: the day shift in the morning, both in the evening. Ids without repeats, in the roster's order. */
export const expectedAt = (kind: MeetingKind, duties: readonly Duty[]): string[] => [
  ...new Set(duties.filter(({ side }) => kind === 'evening' || side === 'day').map(({ personId }) => personId)),
]

// --- notes ---------------------------------------------------------------------------------------------

export const LONGEST_NOTES = 20_000

/** As it is kept: browsers send line ends of two characters. */
export function checkedNotes(text: string): string {
  const notes = scrubbed(text.replace(/\r\n?/g, '\n').trimEnd())
  if (notes.length > LONGEST_NOTES) throw refusal('invalid', 'notesTooLong', 'notes')
  return notes
}

/** Names the notes that somebody had before them when they began to type. */
export const versionOf = (notes: string): string => hash('sha1', notes, 'hex').slice(0, 12)

/** Two people's notes as one text to be tidied by hand: nothing typed is lost, nothing saved is overwritten. */
export function mergedNotes(theirs: string, mine: string, between: string): string {
  if (mine.includes(theirs)) return mine
  return theirs.includes(mine) ? theirs : `${theirs}\n\n${between}\n${mine}`
}

export const isConflict = (error: unknown): error is AppError => error instanceof AppError && error.code === 'conflict'
