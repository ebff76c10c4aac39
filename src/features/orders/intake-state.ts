/** ORD-5: state and refund. An end is taken at once; a way back is asked about. Pure. */
import type { Order } from './facts.ts'
import type { Claim } from './intake-differences.ts'
import { refundOf, type MergedItems } from './intake-items.ts'
import { isOpen, type Facts, type StagedOrder } from './staged.ts'

/** What the board has of its own about an order: a parcel on its way, or a hold, gift or remark. */
export type Recorded = 'parcel' | 'words' | null

type Move = 'none' | 'forward' | 'backward' | 'revival'
const rank = { unpaid: 1, paid: 2, partly_shipped: 3, shipped: 4, done: 5, closed: 6 }

/** A step back means an old file, except from "closed": that is a question for a person. */
export function moveOf(was: Order['state'], is: Order['state'] | undefined): Move {
  if (is === undefined || is === was) return 'none'
  if (was === 'closed') return 'revival'
  if (is === 'unknown') return rank[was as keyof typeof rank] >= rank.shipped ? 'none' : 'forward'
  return was === 'unknown' || rank[is] > rank[was] ? 'forward' : 'backward'
}

/** Lines that are not the whole order can bring it forward, but neither close it nor say that the file is old. */
export function stateIn(staged: StagedOrder, order: Order, items: MergedItems) {
  if (!staged.fromLines || items.whole) return staged.state
  return staged.state === 'closed' || moveOf(order.state, staged.state) === 'backward' ? undefined : staged.state
}

export function takeState(facts: Facts, claims: Claim[], order: Order, staged: StagedOrder, move: Move) {
  if (move === 'forward') facts.state = staged.state!
  else if (move === 'revival' || staged.state !== order.state) facts.platformStatus = order.platformStatus
  if (staged.state)
    claims.push({ field: 'status', board: facts.state, file: move === 'revival' ? staged.state : facts.state })
}

/** Once asked for, a refund stays until a person says otherwise, except on what has been shipped. */
const severity = { none: 0, asked: 1, refunded: 2 }
export function takeRefund(facts: Facts, claims: Claim[], order: Order, staged: StagedOrder, items: MergedItems) {
  const file = staged.refund ?? (items.saysRefund ? refundOf(items.after) : undefined)
  if (!file) return
  const milder = severity[file] < severity[order.refund] && (isOpen(facts.state) || facts.state === 'closed')
  if (!milder) facts.refund = file
  if (!milder || isOpen(facts.state)) claims.push({ field: 'refund', board: facts.refund, file })
}

/** What ended or is about to end, and the board has something of its own about it: somebody must look. */
export function notice(claims: Claim[], before: Order, after: Facts, recorded: Recorded) {
  if (!recorded || (recorded === 'words' && !before.open)) return
  const ended = after.state === 'closed' && before.state !== 'closed'
  if (ended) replace(claims, { field: 'status', board: before.state, file: after.state, taken: true })
  else if (severity[after.refund] > severity[before.refund])
    replace(claims, { field: 'refund', board: before.refund, file: after.refund, taken: true })
}

function replace(claims: Claim[], claim: Claim) {
  const at = claims.findIndex(({ field }) => field === claim.field)
  claims.splice(at < 0 ? claims.length : at, 1, claim)
}
