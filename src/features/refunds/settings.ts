/** ORD-8: a shop names who makes its refunds. */
import type { Context } from '../../core/context.ts'
import { changeSettings, ownShop } from '../shops/index.ts'
import { ableStaff } from './desk.ts'
import { refusal } from './store.ts'

/** People by id, in the order in which they are asked; nobody: the leads do it. */
export const nameRefundHandlers = (ctx: Context, shopId: string, ids: readonly string[]): Promise<void> =>
  ctx.write(async (tx) => {
    const shop = await ownShop(tx, ctx, shopId)
    const able = await ableStaff(tx, shop.id)
    const named = [...new Set(ids)].map((id) => able.find((person) => person.id === id))
    if (named.includes(undefined)) throw refusal('invalid', 'notAble', 'person')
    const why = named.map((person) => person!.handle).join(' ')
    const refundHandlers = named.map((person) => person!.id)
    await changeSettings(ctx, shopId, { refundHandlers }, { kind: 'refund.handlers_changed', why })
  })
