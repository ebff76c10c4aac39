/** The deeds of the story, done through the same actions as on the pages. */
import { and, eq } from 'drizzle-orm'
import { holds, orders } from '../schema.ts'
import { addDays, dayOf } from '../../src/core/time.ts'
import {
  flagOrders,
  postponeHold,
  promiseGift,
  releaseHold,
  remarkOrder,
  type HoldTerms,
} from '../../src/features/orders/index.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import type { Ledger } from './ledger.ts'
import type { Sale } from './platform.ts'
import { over } from './play.ts'
import type { Deed } from './story.ts'

/** Does one deed at its moment. A flag goes to the platform too, as an agent does it there with the same hand. */
export async function perform(ledger: Ledger, shop: Shop, sale: Sale, deed: Deed, at: number) {
  if (deed.do === 'platform') return void Object.assign(sale, deed.change)
  const ctx = await ledger.as(deed.who, at, shop)
  const id = await ledger.orderId(shop, sale.tid)
  const day = (dueIn: number) => addDays(dayOf(at, shop.timeZone), dueIn)
  switch (deed.do) {
    case 'flag': {
      if ((await flagOf(ledger, id)) !== sale.flag) throw over('somebody has decided otherwise')
      const hold: HoldTerms | undefined = deed.hold && { ...deed.hold, dueOn: day(deed.hold.dueIn) }
      sale.flag = deed.flag
      return void (await flagOrders(ctx, [id], { flag: deed.flag, remark: deed.remark, hold }))
    }
    case 'release':
      sale.flag = deed.flag
      return void (await releaseHold(ctx, await holdOf(ledger, id), { flag: deed.flag, remark: deed.remark }))
    case 'postpone':
      return postponeHold(ctx, await holdOf(ledger, id), { dueOn: day(deed.dueIn), why: deed.why })
    case 'remark':
      return void (await remarkOrder(ctx, id, { kind: deed.kind, text: deed.text }))
    case 'gift': {
      const { what, quantity, remark } = deed
      return void (await promiseGift(ctx, id, { what, quantity, remark }))
    }
  }
}

async function holdOf({ store }: Ledger, orderId: string): Promise<string> {
  const open = and(eq(holds.orderId, orderId), eq(holds.state, 'open'))
  const [hold] = await store.read.select({ id: holds.id }).from(holds).where(open)
  if (!hold) throw over(`order ${orderId} has no open hold`)
  return hold.id
}

async function flagOf({ store }: Ledger, orderId: string) {
  const [order] = await store.read.select({ flag: orders.flag }).from(orders).where(eq(orders.id, orderId))
  return order?.flag
}
