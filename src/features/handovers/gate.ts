/** SHIFT-3: a shop can ask that the handover is taken over before the work begins. */
import { may, type Right } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { Shop } from '../shops/index.ts'
import { deskOf, takingFor } from './desk.ts'
import { lastGiven } from './store.ts'

/** Rooms that wait for it. Batch and bench do not: a parcel is never late because of a signature. */
const waiting = /^(orders|followups|tasks)\./

/** Where the incoming shift goes until one of it has signed; leads, and who may not sign, are never held back. */
export async function gate(ctx: Context, shop: Shop, right: Right): Promise<string | undefined> {
  if (!shop.settings.handoverGate || !waiting.test(right) || may(ctx.who, 'day.team')) return undefined
  if (!may(ctx.who, 'handovers.write')) return undefined
  const handover = await lastGiven(ctx.read, shop.id)
  if (handover?.state !== 'given') return undefined
  const desk = await deskOf(ctx.read, handover, ctx.now)
  const taking = takingFor(ctx, desk)
  if (taking === 'own' || taking === 'outgoing') return undefined // was there all the time, and cannot sign
  return desk.receiver.people.includes(ctx.who.id ?? '') ? `/handover/${handover.id}` : undefined
}
