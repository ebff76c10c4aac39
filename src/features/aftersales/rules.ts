/** DAY-4 售后表: what may be put on it, what may happen to a line, and whose it is now. Pure. */
import { may, type Actor } from '../../access.ts'
import { MINUTE } from '../../core/time.ts'
import type { Urgency } from '../../feature.ts'
import { comingNext, onDuty, whoHas, type Duty, type Having } from '../shifts/index.ts'
import { shiftAt, type Shift, type ShiftTimes, type ShopSettings } from '../shops/index.ts'
import type { Entry } from './store.ts'

/** What after-sales takes over from agents. */
export const caseKinds = ['coupon', 'review', 'quality', 'courier', 'refund', 'bad_review', 'other'] as const
/** DAY-4: what agents answer themselves. */
export const questionKinds = ['product_question', 'maker_question', 'courier_question'] as const
export const kinds = [...caseKinds, ...questionKinds] as const
export type Kind = (typeof kinds)[number]

const isQuestion = (kind: Kind) => (questionKinds as readonly Kind[]).includes(kind)

export const openStates = ['open', 'waiting_buyer', 'waiting_warehouse', 'to_pay'] as const
export type OpenState = (typeof openStates)[number]

/** Why a kind cannot be put on the sheet; null: it can. */
export function refusedKind(
  kind: Kind,
  { bigDay, reviewRewards }: { bigDay: boolean; reviewRewards: boolean | undefined },
): 'answerYourself' | 'reviewsOff' | null {
  if (isQuestion(kind) && !bigDay) return 'answerYourself'
  return kind === 'review' && !reviewRewards ? 'reviewsOff' : null
}

const DEFAULT_HOURS = 8
export const MOST_HOURS = 80
/** Working hours in which a line is to be done. */
export const entryHoursOf = ({ settings }: { settings: ShopSettings }): number => settings.entryHours ?? DEFAULT_HOURS

/** Letters of what was promised. */
export const LONGEST_PROMISE = 300
/** Fen: what no promise of a shop's agent reaches. */
export const MOST_AMOUNT = 10_000_000

/** So long after its due time the leads are told. */
export const LEADS_TOLD_AFTER = 30 * MINUTE

export const urgencyOf = ({ dueAt }: Pick<Entry, 'dueAt'>, now: number): Urgency => (dueAt <= now ? 'urgent' : 'watch')

// --- whose it is --------------------------------------------------------------------------------------

/** All that "whose is it" needs, once for many lines. */
export type Team = {
  /** Published shifts of people who may see the sheet. */
  duties: readonly Duty[]
  /** Ids of those who work from it, and of those among them whose trade it is. */
  workers: ReadonlySet<string>
  aftersales: ReadonlySet<string>
  staff: ReadonlySet<string>
  leads: readonly string[]
  now: number
}

const dutiesOf = (team: Team, ids: ReadonlySet<string>) => team.duties.filter(({ personId }) => ids.has(personId))

/**
 * To whom a new line goes: after-sales on duty, else the next of them; where the roster has none, whoever else works
 * from the sheet, then after-sales without a roster, then the leads. Never nobody as long as anybody is there.
 */
export function candidatesOf(team: Team): string[] {
  for (const ids of [team.aftersales, team.workers]) {
    const duties = dutiesOf(team, ids)
    const on = onDuty(duties, team.now)
    const found = on.length ? on : comingNext(duties, team.now)
    if (found.length) return [...new Set(found.map(({ personId }) => personId))]
  }
  return team.aftersales.size ? [...team.aftersales] : [...team.leads]
}

/** Of these the one with the fewest open lines; the first of equals. */
export const leastLoaded = (ids: readonly string[], loads: ReadonlyMap<string, number>): string | null =>
  ids.toSorted((a, b) => (loads.get(a) ?? 0) - (loads.get(b) ?? 0))[0] ?? null

/** The side on which the owner works next; without a roster the side that is on when it is due. */
export function sideOf(
  { ownerId, dueAt }: { ownerId: string | null; dueAt: number },
  { duties, now }: Pick<Team, 'duties' | 'now'>,
  { shifts, timeZone }: { shifts: ShiftTimes; timeZone: string },
): Shift {
  const own = duties.filter(({ personId, to }) => personId === ownerId && to > now)
  const [first] = own.sort((a, b) => a.from - b.from)
  return first?.side ?? shiftAt(shifts, dueAt, timeZone)
}

/**
 * WHO-6: who has it now: its owner while on duty, or on duty again before it is due; else whoever stands in. Somebody
 * who no longer works here owns nothing, and what is to be paid never waits for an agent, who cannot have it paid.
 */
export function haversOf({ ownerId, dueAt, state }: Pick<Entry, 'ownerId' | 'dueAt' | 'state'>, team: Team): Having {
  const able = state === 'to_pay' ? team.workers : team.staff
  const id = ownerId && able.has(ownerId) ? ownerId : null
  const own = team.duties.filter(({ personId }) => personId === id)
  const isThere = own.some(({ from, to }) => team.now < to && from <= Math.max(team.now, dueAt))
  if (id && isThere) return { people: [id], because: 'owner' }
  return whoHas({ id }, dutiesOf(team, team.workers), team)
}

/** After-sales and leads, whoever has it, and whoever promised it. */
export const mayWork = (
  entry: Pick<Entry, 'ownerId' | 'createdBy'>,
  who: Pick<Actor, 'id' | 'roles'>,
  having: Having,
): boolean =>
  may(who, 'aftersales.work') ||
  (who.id !== null && (who.id === entry.ownerId || who.id === entry.createdBy || having.people.includes(who.id)))
