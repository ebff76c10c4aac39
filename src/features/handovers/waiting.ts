/** What waits for one person: the number in the menu, and the first thing on the page of handovers. */
import type { Context } from '../../core/context.ts'
import { turnAt } from '../shifts/index.ts'
import { deskOf, takingFor, type Desk } from './desk.ts'
import { handoversBefore, lastGiven, type Handover } from './store.ts'
import { unreadCount } from './store-items.ts'

/** The newest given handover with lines that nobody has read back, when this person is one of those who should. */
export async function waitingFor(
  ctx: Context,
  shopId: string,
): Promise<{ handover: Handover; unread: number } | undefined> {
  const handover = await lastGiven(ctx.read, shopId)
  if (handover?.state !== 'given') return undefined
  const unread = await unreadCount(ctx.read, handover.id)
  const desk = await deskOf(ctx.read, handover, ctx.now)
  return isMine(ctx, desk) ? { handover, unread } : undefined
}

/** On the incoming turn; the leads where nobody is; without a roster whoever did not give it. */
function isMine(ctx: Context, desk: Desk): boolean {
  const { sides, receiver } = desk
  const taking = takingFor(ctx, desk)
  if (taking === 'own' || taking === 'outgoing' || !ctx.who.id) return false
  if (!sides.hasRoster) return true
  return (receiver.people.length ? receiver.people : sides.leads).includes(ctx.who.id)
}

export const unreadForMe = async (ctx: Context): Promise<number> =>
  (ctx.shopId ? await waitingFor(ctx, ctx.shopId) : undefined)?.unread ?? 0

/** Drafts of shifts that are over, which nobody gave and no later handover has overtaken. */
export async function ungiven(ctx: Context, shop: Desk['shop']): Promise<{ handover: Handover; open: number }[]> {
  const on = turnAt(shop, ctx.now)
  const found: { handover: Handover; open: number }[] = []
  for (const handover of await handoversBefore(ctx.read, shop.id, undefined, 6)) {
    if (handover.state !== 'draft') break
    if (handover.day === on.day && handover.side === on.side) continue
    const desk = await deskOf(ctx.read, handover, ctx.now)
    const open = await unreadCount(ctx.read, handover.id)
    if (desk.sides.outgoingOver && open) found.push({ handover, open })
  }
  return found
}
