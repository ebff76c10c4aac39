/** Gathers what the bench shows after a scan. */
import type { Context } from '../../core/context.ts'
import { dayOf } from '../../core/time.ts'
import { batchOf, isStopOpen, lastBatch, openGifts, type Gift } from '../cutoff/index.ts'
import type { Why } from '../orders/index.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { lookOf, type Look } from './looks.ts'
import { lastScans, type RecentScan, type Scan } from './store-scans.ts'
import {
  handlesOf,
  holdOf,
  itemsOf,
  meantById,
  packingRemarks,
  progressOf,
  type Meant,
  type Progress,
} from './store.ts'
import { whyBack, type Mode } from './steps.ts'

type Rows<F extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>

/** Everything about one order that a packer may need. */
export type Known = Meant & {
  shop: Shop
  why: Why[]
  items: Rows<typeof itemsOf>
  gifts: Gift[]
  remarks: Rows<typeof packingRemarks>
  hold: Rows<typeof holdOf>
  /** Who did what to the parcel, by person id. */
  handles: Map<string, string>
}

export type Screen = {
  scan: Scan | undefined
  look: Look
  mode: Mode
  known: Known | undefined
  /** Id of the parcel that stays on the table. */
  open: string | null
  ticked: readonly string[]
  /** The shop that the person looks at, and how far its batch is. */
  shop: Shop | undefined
  progress: Progress | undefined
  last: RecentScan[]
}

/** The screen after this scan; without one it waits for the first. */
export async function screenOf(
  ctx: Context,
  scan: Scan | undefined,
  { mode, ticked = [] }: { mode: Mode; ticked?: readonly string[] },
): Promise<Screen> {
  const known = scan && (await knownOf(ctx, scan))
  const look = lookOf(scan, known?.shipment?.stopAnswer === 'too_late')
  const shop = ctx.shopId ? await findShop(ctx.read, ctx.shopId) : undefined
  return {
    scan,
    look,
    mode,
    known,
    open: openAfter(scan, known),
    ticked,
    shop,
    progress: shop && (await progressToday(ctx, shop)),
    last: await lastScans(ctx.read, ctx.who.id),
  }
}

async function knownOf(ctx: Context, scan: Scan): Promise<Known | undefined> {
  const { read } = ctx
  const meant = await meantById(read, ctx.who.shopIds, scan)
  if (!meant) return undefined
  const { order, shipment: s } = meant
  return {
    ...meant,
    shop: (await findShop(read, order.shopId))!,
    why: await whyBack(read, meant),
    items: await itemsOf(read, order.id),
    gifts: await openGifts(read, order.id),
    remarks: await packingRemarks(read, order.id),
    hold: await holdOf(read, order.id),
    handles: await handlesOf(read, s ? [s.packedBy, s.handedBy, s.asideBy, s.stopAskedBy, s.stopAnsweredBy] : []),
  }
}

/** What can still be ticked, labelled, answered or put aside. */
function openAfter(scan: Scan | undefined, known: Known | undefined): string | null {
  const parcel = known?.shipment
  if (!scan || !parcel || parcel.stage === 'handed' || parcel.stage === 'stopped') return null
  const stays = ['ship', 'packed', 'unknown', 'undone'].includes(scan.answer)
  return stays || (scan.answer === 'stopped' && isStopOpen(parcel)) ? parcel.id : null
}

/** Today's batch; before the cutoff the one that is still being packed. */
async function progressToday({ read, now }: Context, shop: Shop) {
  const batch = (await batchOf(read, shop.id, dayOf(now, shop.timeZone))) ?? (await lastBatch(read, shop.id))
  return batch && progressOf(read, batch)
}
