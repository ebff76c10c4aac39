/** PRIZE-1…6: the four kinds of claims as state machines: what each needs, what may happen to it, who checks it. Pure. */
import { may, type Actor } from '../../access.ts'
import { addDays, dayOf, HOUR, instantOf, timeOf, type Day } from '../../core/time.ts'
import { onDuty, spanOfTurn, turnAt, type Duty, type Turn } from '../shifts/index.ts'
import { nextWorkingDay, type Shop, type ShopCalendar, type ShopSettings } from '../shops/index.ts'
import type { Claim } from './store.ts'

export const kinds = ['physical', 'coupon', 'review', 'favourites'] as const
export type Kind = (typeof kinds)[number]
export type State = Claim['state']

type Needs = {
  /** PRIZE-1: a win has its serial number; a picture is never evidence of one. */
  serial: boolean
  picture: 'needed' | 'welcome' | 'refused'
  order: boolean
  /** What is paid out, fen. */
  worth: boolean
  begins: State
}

export const needsOf: Record<Kind, Needs> = {
  physical: { serial: true, picture: 'refused', order: true, worth: false, begins: 'to_check' },
  coupon: { serial: true, picture: 'refused', order: true, worth: true, begins: 'waiting_trade' },
  review: { serial: false, picture: 'welcome', order: false, worth: true, begins: 'to_pay' },
  favourites: { serial: false, picture: 'needed', order: false, worth: false, begins: 'given' },
}

// --- what may happen ------------------------------------------------------------------------------------

type Standing = Pick<Claim, 'kind' | 'state' | 'endedAt' | 'giftId' | 'withoutAt'>

const isOpenFailure = ({ state, endedAt }: Standing) => state === 'failed' && endedAt === null
/** Won, and its order left without it: it waits for another order of the buyer. */
export const isHomeless = ({ state, endedAt }: Standing) => state === 'passed' && endedAt === null

/** From which state each deed starts, and where it leads. */
const deeds = {
  pass: { from: ['to_check'], to: 'passed' },
  fail: { from: ['to_check'], to: 'failed' },
  /** Another look at a checked one: it was pressed by mistake. */
  uncheck: { from: ['passed', 'failed'], to: 'to_check' },
  /** PRIZE-4: with a corrected serial number. */
  correct: { from: ['failed'], to: 'to_check' },
  /** The trade has succeeded, or after-sales agreed to pay before. */
  release: { from: ['waiting_trade'], to: 'to_pay' },
  pay: { from: ['to_pay'], to: 'paid' },
  unpay: { from: ['paid'], to: 'to_pay' },
  /** Its order was closed before the trade could succeed. */
  lose: { from: ['waiting_trade'], to: 'failed' },
  withdraw: { from: ['to_check', 'passed', 'failed', 'waiting_trade', 'to_pay'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>
export type Deed = keyof typeof deeds

const ofPhysical: readonly Deed[] = ['pass', 'fail', 'uncheck', 'correct']

/** Whether the claim stands where this deed begins. */
export function canDo(claim: Standing, deed: Deed): boolean {
  if (ofPhysical.includes(deed) && claim.kind !== 'physical') return false
  if (claim.state === 'failed' && !isOpenFailure(claim)) return false
  return (deeds[deed].from as readonly State[]).includes(claim.state)
}
export const stateAfter = (deed: Deed): State => deeds[deed].to

/** PRIZE-4: told to the buyer, and nothing more is to be done. */
export const canSettle = isOpenFailure

/** To another order of the buyer: as long as it is on no parcel, and nothing is paid. */
export const canMove = (claim: Standing): boolean =>
  claim.kind === 'physical'
    ? claim.state === 'to_check' || isHomeless(claim)
    : claim.kind === 'coupon' && (claim.state === 'waiting_trade' || isOpenFailure(claim))

/** PRIZE-5 */
export const keepsBack = ({ state, withoutAt }: Standing) => state === 'to_check' && withoutAt === null

// --- who checks -----------------------------------------------------------------------------------------

type Checking = { settings: Pick<ShopSettings, 'prizeCheckers'> }

/** PRIZE-3: those whom the shop names, else its leads, who may always; `hands`: who claimed or corrected it never. */
export function mayCheck(who: Pick<Actor, 'id' | 'roles'>, shop: Checking, hands: readonly (string | null)[]): boolean {
  if (who.id === null || hands.includes(who.id) || !may(who, 'prizes.check')) return false
  return (shop.settings.prizeCheckers ?? []).includes(who.id) || may(who, 'prizes.plan')
}

/** Whom it waits for: the named ones who still work here, else the leads; never only those who claimed it. */
export function checkersOf(
  { settings }: Checking,
  people: { staff: readonly Pick<Actor, 'id' | 'roles'>[]; leads: readonly string[] },
  hands: readonly (string | null)[] = [],
): string[] {
  const able = people.staff.filter((person) => may(person, 'prizes.check')).map(({ id }) => id!)
  const named = able.filter((id) => settings.prizeCheckers?.includes(id) && !hands.includes(id))
  return named.length ? named : people.leads.filter((id) => !hands.includes(id))
}

/** PRIZE-3: the turn in which somebody claims: the shift they are on, else whose turn it is. */
export function turnOf(personId: string | null, duties: readonly Duty[], shop: Shop, now: number): Turn {
  const own = onDuty(duties, now).find((duty) => duty.personId === personId)
  return own ? { day: own.day, side: own.side } : turnAt(shop, now)
}

/** Review rewards are due the same evening: before the business day's night shift ends. UTC ms. */
export const eveningOf = (shop: Shop, now: number): number =>
  spanOfTurn({ day: turnAt(shop, now).day, side: 'night' }, shop).to

// --- a failed check -------------------------------------------------------------------------------------

const BY = '10:30'

/** By when the day shift of this day has told the buyer: half past ten, an hour after it began at the earliest. */
const dueOn = (day: Day, shop: Shop): number =>
  Math.max(instantOf(day, BY, shop.timeZone), spanOfTurn({ day, side: 'day' }, shop).from + HOUR)

/**
 * PRIZE-4: the day shift after the claim's day that still has time for it, its people and the due time (UTC ms).
 * `people` is empty when the roster shows no day shift.
 */
export function nextDayShift(
  claim: Pick<Claim, 'day'>,
  duties: readonly Duty[],
  shop: Shop,
  now: number,
): { day: Day; people: string[]; dueAt: number } {
  const inTime = (day: Day) => day > claim.day && dueOn(day, shop) > now
  const days = duties.filter(({ side, day }) => side === 'day' && inTime(day)).map(({ day }) => day)
  const day = days.sort()[0] ?? firstDay(addDays(claim.day, 1), inTime)
  const people = duties.filter((duty) => duty.side === 'day' && duty.day === day).map(({ personId }) => personId)
  return { day, people: [...new Set(people)], dueAt: dueOn(day, shop) }
}

const firstDay = (day: Day, isIt: (day: Day) => boolean): Day => (isIt(day) ? day : firstDay(addDays(day, 1), isIt))

// --- waiting too long -----------------------------------------------------------------------------------

const DEFAULT_CLAIM_DAYS = 1
export const claimDaysOf = ({ settings }: { settings: ShopSettings }): number =>
  settings.claimDays ?? DEFAULT_CLAIM_DAYS

/** PRIZE-6: the same time of day so many working days later, UTC ms. */
export function lateAt({ since }: Pick<Claim, 'since'>, days: number, calendar: ShopCalendar): number {
  let day = dayOf(since, calendar.timeZone)
  for (let n = 0; n < days; n++) day = nextWorkingDay(calendar, day)
  return instantOf(day, timeOf(since, calendar.timeZone), calendar.timeZone)
}

/** Somebody of the shop has it. Until its trade has succeeded a coupon waits for the buyer, as long as that takes. */
export const waitsForUs = (claim: Standing): boolean =>
  ['to_check', 'to_pay'].includes(claim.state) || isOpenFailure(claim) || isHomeless(claim)

export const isLate = (claim: Claim, days: number, calendar: ShopCalendar, now: number): boolean =>
  waitsForUs(claim) && lateAt(claim, days, calendar) <= now

// --- the same buyer, the same prize ---------------------------------------------------------------------

/** One account can stand with more or fewer stars: 测**1 here, 测****1 there. Not said at all agrees with everybody. */
export function isSameBuyer(one: string, other: string): boolean {
  if (!one || !other) return true
  const [a, b] = [one, other].map((nick) => [/^[^*]*/.exec(nick)![0], /[^*]*$/.exec(nick)![0]])
  return one.includes('*') && other.includes('*') ? a!.join() === b!.join() : one === other
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** The wheel's list knows this win: of this prize and this buyer, where it names them. */
export const isWinOf = (win: { prize: string; buyer: string }, claim: Pick<Claim, 'what' | 'buyer'>): boolean =>
  (!win.prize || folded(win.prize) === folded(claim.what)) && isSameBuyer(win.buyer, claim.buyer)

/** Kinds that the catalogue has. */
export const isKnownKind = (kind: Kind): kind is 'physical' | 'coupon' => kind === 'physical' || kind === 'coupon'
export const MOST_OF_A_PRIZE = 99
/** Fen, of one piece. */
export const MOST_WORTH = 1_000_000
/** Fen, of all pieces of a claim: what a line of the after-sales sheet can hold. */
export const MOST_IN_ALL = 10_000_000
