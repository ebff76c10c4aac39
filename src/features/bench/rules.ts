/** What the bench answers to a scanned parcel, and what an undo takes back. Pure. */
import type { Why } from '../orders/index.ts'
import { isStopOpen, isUnpacked, type Parcel, type Stage } from '../cutoff/index.ts'

/** `unpacked`: asked to hand over what is not in a box. */
export type Answer =
  'ship' | 'hold' | 'stopped' | 'packed' | 'handed' | 'unknown' | 'not_in_batch' | 'unpacked' | 'undone' | 'aside'

/** What a scan changed, or wants to know before it does. */
export type Did =
  'nothing' | 'opened' | 'asked_why' | 'asked_waybill' | 'asked_carrier' | 'packed' | 'labelled' | 'handed'

const isFinal = ({ code }: Why) => code === 'closed' || code === 'refunded'

/**
 * Where an order stands, most serious first; `why` is what keeps it back. Without a parcel it is in no batch.
 * ORD-5: a box that was packed before its refund was asked for does not go out either.
 */
export function standing(parcel: Parcel | undefined, why: readonly Why[]): Answer {
  if (parcel && (isStopOpen(parcel) || parcel.stage === 'stopped')) return 'stopped'
  if (parcel?.stage === 'handed') return 'handed'
  if (why.some(isFinal)) return 'stopped'
  if (!parcel) return why.some(({ code }) => code === 'shipped') ? 'handed' : why.length ? 'hold' : 'not_in_batch'
  if (why.length) return 'hold'
  return parcel.stage === 'packed' ? 'packed' : 'ship'
}

/** How a parcel stood before a scan changed it. */
export type ParcelBefore = { stage: Stage; waybill: string | null; carrier: string | null; aside: boolean }

type ParcelNow = { stage: Stage; waybill: string | null; carrier: string | null; asideAt: number | null }
export const asBefore = ({ stage, waybill, carrier, asideAt }: ParcelNow): ParcelBefore => ({
  stage,
  waybill,
  carrier,
  aside: asideAt !== null,
})

export type UndoStep = 'take_back' | 'remove_label' | 'unpack' | 'not_aside'

/** What leads from the parcel as it is now back to how it stood, in this order; empty: somebody moved it on. */
export function undoSteps(before: ParcelBefore, now: ParcelNow): UndoStep[] {
  if (now.stage === 'stopped') return []
  const steps: UndoStep[] = []
  if (now.stage === 'handed' && before.stage !== 'handed') steps.push('take_back')
  if (now.waybill !== null && before.waybill === null) steps.push('remove_label')
  if (!isUnpacked(now) && isUnpacked(before)) steps.push('unpack')
  if (now.asideAt !== null && !before.aside) steps.push('not_aside')
  return steps
}
