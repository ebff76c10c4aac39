/** What may happen to an order's flag, and to the hold that a holding flag opens. Pure. */
import { AppError, type ErrorCode } from '../../core/errors.ts'
import type { Said } from '../../core/i18n.ts'
import { scrubbed } from '../../core/masking.ts'
import { isDay, type Day } from '../../core/time.ts'
import { flagsOf, meaningOf, type Colour, type Flag, type FlagTable, type Meaning } from '../shops/flags.ts'
import { say } from './messages.ts'
import type { HoldReason, ShippingDay } from './verdict.ts'

export const holdReasons = ['ship_later', 'information', 'refund_talk', 'internal', 'other'] as const

/** Why an order waits, and until when: the promised ship date (ship_later) or the date to look again. */
export type HoldTerms = { reason: HoldReason; dueOn: Day; note: string }
export type OpenHold = HoldTerms & { id: string; postponed: number }

/** Where an order stands with its flag: what a press of a button changes and an undo brings back. */
export type Standing = { flag: Flag; meaning: Meaning; urgent: boolean; hold: OpenHold | null }

/**
 * What a person wants. `hold` is needed when the flag means hold, and looked at only then; `seen` are the flags that
 * stood on their page, by order id: who decided on an outdated one is told so.
 */
export type FlagWish = {
  flag: Colour
  remark: string
  hold?: HoldTerms | undefined
  seen?: ReadonlyMap<string, string> | undefined
}

/** Why an order keeps its flag. */
export type Skip = 'same' | 'changed_meanwhile' | 'not_open' | 'packed' | 'settle_hold_first' | 'not_a_flag_here'
type Flaggable = Standing & {
  id: string
  open: boolean
  /** Of its parcel on the way; null: in no batch. */
  stage: 'waiting' | 'printed' | 'packed' | 'handed' | null
}
type Deed = 'flag' | 'hold' | 'change_hold' | 'release'
export type FlagPlan =
  { skip: Skip } | { skip: null; deed: Deed; after: Omit<Standing, 'hold'>; hold: HoldTerms | null }

export const LONGEST_REMARK = 500
/** As many orders as one press of a button may change. */
export const MOST_AT_ONCE = 500

/** ORD-3: without a remark that says why, no flag changes. Returns it trimmed, phone numbers masked (WHO-5). */
export function neededRemark(text: string, field = 'remark'): string {
  const remark = scrubbed(text.trim())
  if (!remark) throw refused(field, (t) => t.remarkNeeded)
  if (remark.length > LONGEST_REMARK) throw refused(field, (t) => t.remarkTooLong(LONGEST_REMARK))
  return remark
}

/** HOLD-2: a hold has a date, today or later. Returns the terms with their note trimmed. */
function checkedTerms(terms: HoldTerms | undefined, today: Day): HoldTerms {
  if (!terms || !(holdReasons as readonly string[]).includes(terms.reason))
    throw refused('reason', (t) => t.reasonNeeded)
  return { ...terms, dueOn: checkedDue(terms.dueOn, terms.reason, today), note: scrubbed(terms.note.trim()) }
}

/** HOLD-2: a business day, today or later; throws invalid at its field. */
export function checkedDue(dueOn: string, reason: HoldReason, today: Day): Day {
  if (!isDay(dueOn)) throw refused('dueOn', (t) => (reason === 'ship_later' ? t.promiseNeeded : t.reviewNeeded))
  if (dueOn < today) throw refused('dueOn', (t) => t.dueInPast)
  return dueOn
}

type Refusals = Parameters<typeof say>[0] extends (t: infer W, ...rest: never[]) => string ? W : never
/** A refusal in this room's words. */
export const refusal = (code: ErrorCode, pick: (t: Refusals['refused']) => string): AppError =>
  new AppError(
    code,
    say((t) => pick(t.refused)),
  )

/** A refusal that names its field. */
export function refused(field: string, pick: (t: Refusals['refused']) => string): AppError {
  const said: Said = say((t) => pick(t.refused))
  return new AppError('invalid', said, { [field]: said })
}

/** HOLD-4: released before the cutoff an order joins today's batch, after it the next working day's. */
export const shipsAfterRelease = (on: ShippingDay, now: number): Day =>
  on.works && !on.frozen && now < on.cutoffAt ? on.day : on.next

/**
 * What flagging would do to one order. A holding flag opens a hold, or changes the open one; a shipping flag releases
 * it, and marks the order urgent when the promised day is here (HOLD-4); to anything else an open hold is settled first.
 */
export function flagPlan(order: Flaggable, table: FlagTable, wish: FlagWish, today: Day): FlagPlan {
  const meaning = meaningOf(table, wish.flag)
  const skip = reasonToSkip(order, table, wish, meaning)
  if (skip) return { skip }
  const after = { flag: wish.flag, meaning, urgent: order.urgent }
  if (meaning === 'hold') {
    const deed = order.hold ? 'change_hold' : 'hold'
    return { skip: null, deed, after: { ...after, urgent: false }, hold: checkedTerms(wish.hold, today) }
  }
  if (!order.hold) return { skip: null, deed: 'flag', after, hold: null }
  const urgent = order.urgent || order.hold.dueOn <= today
  return { skip: null, deed: 'release', after: { ...after, urgent }, hold: null }
}

function reasonToSkip(order: Flaggable, table: FlagTable, wish: FlagWish, meaning: Meaning): Skip | null {
  if (!flagsOf(table).includes(wish.flag)) return 'not_a_flag_here'
  if (!order.open) return 'not_open'
  if (order.stage === 'packed' || order.stage === 'handed') return 'packed'
  if (order.hold && meaning === 'undecided') return 'settle_hold_first'
  // a holding flag from outside has no hold yet: the same flag again gives it one
  const complete = (meaning === 'hold') === (order.hold !== null)
  if (order.flag === wish.flag && order.meaning === meaning && complete) return 'same'
  return (wish.seen?.get(order.id) ?? order.flag) === order.flag ? null : 'changed_meanwhile'
}
