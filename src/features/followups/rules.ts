/** DAY-2: when a buyer is contacted next, who has it, and how it may end. Pure. */
import { addDays, dayOf, instantOf, MINUTE, timeOf } from '../../core/time.ts'
import { comingNext, onDuty, spanOfTurn, turnAt, whoHas, type Duty, type Having } from '../shifts/index.ts'
import { dayPlan, nextWorkingDay, unpaidWindowOn, type Shop, type ShopCalendar } from '../shops/index.ts'

export const kinds = ['lost', 'unpaid', 'self_service'] as const
export type Kind = (typeof kinds)[number]

/** Why a buyer was lost. */
export const reasons = ['price', 'stock', 'size', 'shipping', 'elsewhere', 'hesitates', 'silent', 'other'] as const
export type Reason = (typeof reasons)[number]

export const outcomes = ['won', 'lost', 'thanked', 'dropped'] as const
export type Outcome = (typeof outcomes)[number]

/** How each kind can end: a lost buyer comes back or not, who bought without asking is thanked. */
export const endingsOf: Record<Kind, readonly Outcome[]> = {
  lost: ['won', 'lost', 'dropped'],
  unpaid: ['won', 'lost', 'dropped'],
  self_service: ['thanked', 'dropped'],
}

/** Letters of one line. */
export const LONGEST = 300
/** Nobody is promised a call in more than a year. */
const FURTHEST = 366 * 24 * 60 * MINUTE

/** The minute of this instant: what a form can say. */
const minuteOf = (at: number) => at - (at % MINUTE)
export const isPossibleNext = (next: number, now: number) => next >= minuteOf(now) && next <= now + FURTHEST

/** What decides about the next date: the shop with its days. */
type Days = { shop: Pick<Shop, 'shifts' | 'timeZone' | 'settings'>; calendar: ShopCalendar }

/** DAY-2: when to contact next, UTC ms, never before now. */
export function proposedNext(kind: Kind, days: Days, now: number): number {
  if (kind === 'lost') return nextDaySameTime(now, days.shop.timeZone)
  return kind === 'unpaid' ? inUnpaidWindow(days, now) : laterToday(days, now)
}

const nextDaySameTime = (now: number, zone: string) => instantOf(addDays(dayOf(now, zone), 1), timeOf(now, zone), zone)

/** Today's window while it is not over and the shop ships today, else the next working day's. */
function inUnpaidWindow({ shop, calendar }: Days, now: number): number {
  const today = dayPlan(calendar, dayOf(now, calendar.timeZone))
  const isOver = !today.works || now >= unpaidWindowOn(today, shop.settings).to
  const plan = isOver ? dayPlan(calendar, nextWorkingDay(calendar, today.day)) : today
  return Math.max(minuteOf(now), unpaidWindowOn(plan, shop.settings).from)
}

/** Who bought without asking is thanked when the parcels are out of the way, before the shift goes home. */
const HALF_HOUR = 30 * MINUTE
function laterToday({ shop, calendar }: Days, now: number): number {
  const shift = spanOfTurn(turnAt(shop, now), shop)
  const today = dayPlan(calendar, dayOf(now, calendar.timeZone))
  const wished = Math.max(minuteOf(now) + HALF_HOUR, shift.from, today.works ? today.cutoffAt : 0)
  return Math.max(minuteOf(now), Math.min(wished, shift.to - HALF_HOUR))
}

// --- whose it is --------------------------------------------------------------------------------------

/**
 * WHO-6: who has it when it is due, or now when that has passed: its owner if on duty then, else that shift, else who
 * comes next, else the leads. Where no roster is published yet for that moment the owner keeps it.
 */
export function holdersOf(
  { ownerId, nextAt }: { ownerId: string | null; nextAt: number },
  duties: readonly Duty[],
  { now, leads }: { now: number; leads: readonly string[] },
): Having {
  const at = Math.max(now, nextAt)
  const isPlanned = duties.some(({ to }) => to > at)
  return whoHas({ id: ownerId }, isPlanned ? duties : [], { now: at, leads })
}

/** Who can get what came by itself and is due at `at`: agents on duty then, else now, else next; without a roster all. */
export function candidatesFor(duties: readonly Duty[], agents: readonly string[], at: number, now: number): string[] {
  if (!duties.length) return [...agents]
  const shifts = [onDuty(duties, at), onDuty(duties, now), comingNext(duties, now)]
  const there = shifts.map((shift) => agents.filter((id) => shift.some(({ personId }) => personId === id)))
  return there.find((ids) => ids.length > 0) ?? []
}

/** The next owner by turns: whoever has least; counts on in `loads`. null: nobody is there, the leads see it. */
export function nextOwner(candidates: readonly string[], loads: Map<string, number>): string | null {
  const load = (id: string) => loads.get(id) ?? 0
  const [first, ...others] = candidates
  if (first === undefined) return null
  const owner = others.reduce((least, id) => (load(id) < load(least) ? id : least), first)
  loads.set(owner, load(owner) + 1)
  return owner
}

// --- the due list -------------------------------------------------------------------------------------

export const dueParts = ['overdue', 'now', 'later', 'coming'] as const
export type DuePart = (typeof dueParts)[number]

const GRACE = 30 * MINUTE
/** From when it is overdue. */
export const lateFrom = (nextAt: number) => nextAt + GRACE

/** Where on the due list: half an hour after its moment it is overdue; the business day ends with its night shift. */
export function partOf(nextAt: number, now: number, endOfDay: number): DuePart {
  if (lateFrom(nextAt) < now) return 'overdue'
  if (nextAt <= now) return 'now'
  return nextAt < endOfDay ? 'later' : 'coming'
}

/** When the running business day ends: with its night shift. */
export const endOfBusinessDay = (shop: Days['shop'], now: number) =>
  spanOfTurn({ day: turnAt(shop, now).day, side: 'night' }, shop).to

/** One reminder a person and half hour: which half hour this is. */
export const slotOf = (now: number) => Math.floor(now / HALF_HOUR)

// --- buyers under a mask ------------------------------------------------------------------------------

export { masksOf } from '../../core/masking.ts'

type Trade = { state: string; paidAt: number | null }

/** How the follow-up's own order ends it by itself; undefined: it is still to be done. */
export function endedByOwnOrder(
  followup: { kind: Kind; openedAt: number; watchedFrom: number | null },
  { state, paidAt }: Trade,
): 'won' | 'lost' | undefined {
  if (followup.kind === 'self_service') return undefined
  const since = followup.watchedFrom ?? (followup.kind === 'lost' ? followup.openedAt : -Infinity)
  if (state === 'closed') return followup.kind === 'unpaid' && followup.watchedFrom === null ? 'lost' : undefined
  const isPaid = paidStates.includes(state)
  return isPaid && (since === -Infinity || (paidAt ?? 0) > since) ? 'won' : undefined
}
export const paidStates = ['paid', 'partly_shipped', 'shipped', 'done']
