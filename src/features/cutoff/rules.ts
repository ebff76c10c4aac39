/** A parcel's way out of the door, and what may still happen to it. Pure. */
import { addDays, dayOf, MINUTE, type Day } from '../../core/time.ts'
import { blockers, canBeSettled, type OrderFacts, type Why } from '../orders/index.ts'
import { dayPlan, type ShopCalendar } from '../shops/index.ts'

/** waiting → printed → packed → handed; stopped ends it before it left. */
export const stages = ['waiting', 'printed', 'packed', 'handed', 'stopped'] as const
export type Stage = (typeof stages)[number]
/** Stages on either side of the box: what is still to be packed, and what has been, also when it is gone. */
export const stageGroups = { unpacked: ['waiting', 'printed'], boxed: ['packed', 'handed'] } as const
export type StageGroup = keyof typeof stageGroups

export type StopAnswer = 'stopped' | 'too_late'

/** What decides about one parcel. */
export type Parcel = { stage: Stage; stopAskedAt: number | null; stopAnswer: StopAnswer | null }

/** CUT-5: somebody asked to stop it and the warehouse has not said what became of it. */
export const isStopOpen = (p: Parcel) => p.stopAskedAt !== null && p.stopAnswer === null

/** Not in a box yet. */
export const isUnpacked = (p: Pick<Parcel, 'stage'>) => p.stage === 'waiting' || p.stage === 'printed'

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

// --- when to freeze -------------------------------------------------------------------------------

/** How far back a sweep looks for working days that nobody froze. */
export const LOOK_BACK_DAYS = 7
/** From here on a freeze is called late; the sweep itself may take half a minute to come round. */
export const LATE_SECONDS = 60

/**
 * Working days whose cutoff has passed and that have no batch, oldest first. A cutoff from before the shop was there is
 * nobody's. `createdAt` and `now` in UTC ms.
 */
export function daysToFreeze(
  calendar: ShopCalendar,
  { createdAt, now, frozen }: { createdAt: number; now: number; frozen: ReadonlySet<Day> },
): Day[] {
  const today = dayOf(now, calendar.timeZone)
  return Array.from({ length: LOOK_BACK_DAYS + 1 }, (_, i) => addDays(today, i - LOOK_BACK_DAYS)).filter((day) => {
    if (frozen.has(day)) return false
    const { works, cutoffAt } = dayPlan(calendar, day)
    return works && createdAt < cutoffAt && cutoffAt <= now
  })
}

/** off: the server was not running. asleep: it was, but stood still. failed: it tried, or the cutoff was set later. */
export type WhyLate = 'off' | 'asleep' | 'failed'
/** When this process first looked for work, and when it last did before now; UTC ms. */
export type Waking = { since: number; last: number | undefined }

/** As far as one process can know why nobody froze at the planned instant. */
export function whyLate(cutoffAt: number, now: number, { since, last = since }: Waking): WhyLate | undefined {
  if (secondsLate(cutoffAt, now) < LATE_SECONDS) return undefined
  if (since > cutoffAt) return 'off'
  return last < cutoffAt ? 'asleep' : 'failed'
}

// --- what still blocks ----------------------------------------------------------------------------

/**
 * CUT-4: the warnings whose moment has come, in minutes before the cutoff, the most urgent last. After a sleep several
 * may be due: only the last is worth telling.
 */
export const dueWarnings = (warnMinutes: readonly number[], cutoffAt: number, now: number): number[] =>
  now < cutoffAt ? warnMinutes.filter((m) => cutoffAt - m * MINUTE <= now).sort((a, b) => b - a) : []

/** What one cutoff's batch would be: how many would go, what a person can still settle, what stays whatever is done. */
export type Outlook<T> = { ready: number; blocking: (T & { why: Why[] })[]; staying: (T & { why: Why[] })[] }

/** By the rule of the freeze; orders on their way, and those paid later, are none of it. */
export function outlookOf<T extends { facts: OrderFacts }>(
  open: readonly T[],
  { day, cutoffAt }: { day: Day; cutoffAt: number },
): Outlook<T> {
  const outlook: Outlook<T> = { ready: 0, blocking: [], staying: [] }
  for (const order of open) {
    const { facts } = order
    if (facts.shipment || facts.paidAt === null || facts.paidAt >= cutoffAt) continue
    const why = blockers(facts)
    if (!why.length) outlook.ready++
    else (canBeSettled(why, day) ? outlook.blocking : outlook.staying).push({ ...order, why })
  }
  return outlook
}
