/** SHIFT-3: a shop can ask that the handover is taken over before the work begins. */
import { may, type Right } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { Shop } from '../shops/index.ts'
import { deskOf } from './desk.ts'
import { lastGiven } from './store.ts'

/** Rooms that wait for it. Batch and bench do not: a parcel is never late because of a signature. */
const waiting = /^(orders|followups|tasks)\./

/** Where the incoming shift goes until one of it has signed; leads are never held back. */
export async function gate(ctx: Context, shop: Shop, right: Right): Promise<string | undefined> {
  if (!shop.settings.handoverGate || !waiting.test(right) || may(ctx.who, 'day.team')) return undefined
  const handover = await lastGiven(ctx.read, shop.id)
  if (handover?.state !== 'given') return undefined
  const { receiver } = await deskOf(ctx.read, handover, ctx.now)
  return receiver.people.includes(ctx.who.id ?? '') ? `/handover/${handover.id}` : undefined
}
