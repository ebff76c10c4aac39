/** ORD-6: what was agreed or noted, as a typed remark; only appended. */
import type { Context } from '../../core/context.ts'
import { scrubbed } from '../../core/masking.ts'
import type { Tx } from '../../core/store.ts'
import { concernsPacking, type RemarkKind } from './remarks.ts'
import { LONGEST_REMARK, refused } from './rules.ts'
import { addRemark, lastRemark } from './store-remarks.ts'
import { findEntry } from './store.ts'

export type RemarkWish = {
  kind: RemarkKind
  text: string
  /** The warehouse sees it; left out: as its kind usually is. */
  forPacking?: boolean | undefined
}

/** Writes a remark and returns its id; pressing twice writes it once. */
export async function remarkOrder(ctx: Context, orderId: string, wish: RemarkWish): Promise<string> {
  const text = neededText(wish.text)
  return ctx.write(async (tx, record) => {
    const { order } = await findEntry(tx, ctx.who, orderId)
    const last = await lastRemark(tx, orderId)
    if (last && last.authorId === ctx.who.id && last.kind === wish.kind && last.text === text) return last.id
    const id = await appendRemark(tx, ctx, order, { ...wish, text })
    await record('order.remarked', `order:${orderId}`, {
      shopId: order.shopId,
      after: { remarkId: id, kind: wish.kind, forPacking: wish.forPacking ?? concernsPacking(wish.kind) },
      why: text,
    })
    return id
  })
}

/** A person writes what is in `remarkKinds`; a prize's comes with its check. */
type AppendedRemark = Omit<RemarkWish, 'kind'> & { kind: RemarkKind | 'prize' }

/** Inside another action, which records it: a gift's remark. */
export const appendRemark = (tx: Tx, ctx: Context, order: { id: string; shopId: string }, wish: AppendedRemark) =>
  addRemark(tx, {
    shopId: order.shopId,
    orderId: order.id,
    kind: wish.kind,
    text: wish.text,
    authorId: ctx.who.id,
    author: ctx.who.handle,
    at: ctx.now,
    forPacking: wish.forPacking ?? concernsPacking(wish.kind),
  })

/** Trimmed, phone numbers masked (WHO-5). */
export function neededText(written: string, field = 'text'): string {
  const text = scrubbed(written.trim())
  if (!text) throw refused(field, (t) => t.textNeeded)
  if (text.length > LONGEST_REMARK) throw refused(field, (t) => t.remarkTooLong(LONGEST_REMARK))
  return text
}
