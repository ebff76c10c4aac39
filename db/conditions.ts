/**
 * The conditions of partial indexes, as literals: with a parameter in their place (`state = ?`) neither engine may use
 * the index. The schema's indexes and the queries that want them say the same words.
 */
import { sql, type SQLWrapper } from 'drizzle-orm'

/** Not shipped, not closed. */
export const openOrder = (t: { open: SQLWrapper }) => sql`${t.open}`
/** Shipped or closed. */
export const goneOrder = (t: { open: SQLWrapper }) => sql`not ${t.open}`
export const openHold = (t: { state: SQLWrapper }) => sql`${t.state} = 'open'`
export const openDifference = (t: { state: SQLWrapper }) => sql`${t.state} = 'open'`
/** A parcel on its way: not stopped. */
export const parcelOut = (t: { stage: SQLWrapper }) => sql`${t.stage} <> 'stopped'`
/** Neither stopped nor with the courier: there is something to do. */
export const parcelToDo = (t: { stage: SQLWrapper }) => sql`${t.stage} in ('waiting', 'printed', 'packed')`
/** Asked to stop, and the warehouse has not answered. */
export const unansweredStop = (t: { stopAskedAt: SQLWrapper; stopAnswer: SQLWrapper }) =>
  sql`${t.stopAskedAt} is not null and ${t.stopAnswer} is null`
/** CUT-5: came after the freeze, or was to be stopped. */
export const addedLate = (t: { addedInVersion: SQLWrapper }) => sql`${t.addedInVersion} > 1`
export const everAsked = (t: { stopInVersion: SQLWrapper }) => sql`${t.stopInVersion} is not null`
/** A gift without a remark that says what was promised. */
export const giftQuestion = (t: { remarkId: SQLWrapper; withdrawnAt: SQLWrapper }) =>
  sql`${t.remarkId} is null and ${t.withdrawnAt} is null`
/** A prize on a parcel, or to be put on one. */
export const prizeLine = (t: { kind: SQLWrapper }) => sql`${t.kind} = 'prize'`
/** PRIZE-5: a physical prize that nobody has checked, and that no supervisor let its order go without. */
export const uncheckedPrize = (t: { state: SQLWrapper; withoutAt: SQLWrapper }) =>
  sql`${t.state} = 'to_check' and ${t.withoutAt} is null`
/** A claim on its way to a parcel or a purse. */
export const openClaim = (t: { state: SQLWrapper }) =>
  sql`${t.state} in ('to_check', 'failed', 'waiting_trade', 'to_pay')`
/** Won, and on no parcel: its order went without it, or was closed. */
export const homelessClaim = (t: { state: SQLWrapper; endedAt: SQLWrapper }) =>
  sql`${t.state} = 'passed' and ${t.endedAt} is null`
/** A line of the after-sales sheet that is not done. */
export const openEntry = (t: { state: SQLWrapper }) => sql`${t.state} <> 'done'`
/** Prepared, and nobody has paid or refused it. */
export const waitingPayout = (t: { state: SQLWrapper }) => sql`${t.state} = 'prepared'`
/** ORD-8: the money goes back, or has gone: this order never ships. */
export const agreedRefund = (t: { state: SQLWrapper }) => sql`${t.state} <> 'withdrawn'`
export const openRefund = (t: { state: SQLWrapper }) => sql`${t.state} = 'open'`
export const openProposal = (t: { state: SQLWrapper }) => sql`${t.state} = 'open'`
/** Something handed over that nobody has settled. */
export const openItem = (t: { state: SQLWrapper }) => sql`${t.state} = 'open'`
/** A shift or a task that waits for the other's answer. */
export const openSwap = (t: { state: SQLWrapper }) => sql`${t.state} = 'asked'`
/** A buyer whom somebody goes back to. */
export const openFollowup = (t: { state: SQLWrapper }) => sql`${t.state} = 'open'`
/** A letter that has not left, and is not kept back. */
export const waitingLetter = (t: { state: SQLWrapper }) => sql`${t.state} = 'pending'`
