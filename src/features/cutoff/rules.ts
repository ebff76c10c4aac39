/** A parcel's way out of the door, and what may still happen to it. Pure. */
import type { Day } from '../../core/time.ts'
import { blockers, type OrderFacts, type Why } from '../orders/index.ts'

/** waiting → printed → packed → handed; stopped ends it before it left. */
export const stages = ['waiting', 'printed', 'packed', 'handed', 'stopped'] as const
export type Stage = (typeof stages)[number]
export type StopAnswer = 'stopped' | 'too_late'

/** What decides about one parcel. */
export type Parcel = { stage: Stage; stopAskedAt: number | null; stopAnswer: StopAnswer | null }

/** CUT-5: somebody asked to stop it and the warehouse has not said what became of it. */
export const isStopOpen = (p: Parcel) => p.stopAskedAt !== null && p.stopAnswer === null

/** Not in a box yet. */
export const isUnpacked = (p: Parcel) => p.stage === 'waiting' || p.stage === 'printed'

export const mayPack = (p: Parcel) => isUnpacked(p) && !isStopOpen(p)
export const mayHandOver = (p: Parcel) => p.stage === 'packed' && !isStopOpen(p)
/** A box can be opened again until the courier has it. */
export const mayUnpack = (p: Parcel) => p.stage === 'packed'
/** Once is enough, and what the courier has is the courier's to stop. */
export const mayAskStop = (p: Parcel) => p.stopAskedAt === null && (isUnpacked(p) || p.stage === 'packed')
export const mayAnswerStop = (p: Parcel) => isStopOpen(p)

/** What the list on paper says goes back to when its box is opened again. */
export const unpackedStage = (p: { printedAt: number | null }): Stage => (p.printedAt === null ? 'waiting' : 'printed')

/**
 * ORD-5: what came up since the freeze and keeps a parcel on the bench: a hold, a refund, a changed address. That the
 * platform calls it shipped does not: sellers report a waybill before the box is closed.
 */
export const packingBlockers = (order: OrderFacts): Why[] => blockers(order).filter((why) => why.code !== 'shipped')

/** GIFT-1: promised, not withdrawn, and not among those that were ticked. */
export const unticked = <G extends { id: string }>(gifts: readonly G[], ticked: readonly string[]): G[] =>
  gifts.filter((gift) => !ticked.includes(gift.id))

/** Whole seconds from the planned instant to the moment it was done. */
export const secondsLate = (cutoffAt: number, now: number) => Math.max(0, Math.floor((now - cutoffAt) / 1000))

/** The batch's own number, printed as a bar code: "PB20261121-2" is version 2. */
export const listCode = (day: Day, version: number) => `PB${day.replaceAll('-', '')}-${version}`
