/** Parcels of a frozen batch as the packing table meets them. */
import { eq } from 'drizzle-orm'
import { newId } from '../../db/kit.ts'
import {
  activity,
  batches,
  gifts,
  holds,
  orderItems,
  remarks,
  shipments,
  type orders as ordersTable,
} from '../../db/schema.ts'
import { scan, type Asked } from '../../src/features/bench/actions.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import { addOrder, at, TODAY, type TestWorld } from '../world.ts'

type World = Pick<TestWorld, 'store'>

/** The batch that froze at 16:00 today. */
export async function addBatch({ store }: World, shop: Shop, day = TODAY) {
  const cutoffAt = at('16:00', day)
  const row = { id: newId(), shopId: shop.id, day, cutoffAt, frozenAt: cutoffAt, lateBySeconds: 0, version: 1 }
  await store.write((tx) => tx.insert(batches).values(row))
  return row
}

type Batch = Awaited<ReturnType<typeof addBatch>>
type Wish = {
  order?: Partial<typeof ordersTable.$inferInsert>
  shipment?: Partial<typeof shipments.$inferInsert>
  gifts?: string[]
  packing?: string[]
  items?: [title: string, variant: string, quantity: number][]
}

/** A printed parcel of a new order. */
export async function addParcel(w: World, shop: Shop, batch: Batch, wish: Wish = {}) {
  const order = await addOrder(w, shop, wish.order)
  const shipment = await addShipment(w, shop, batch, order.id, wish.shipment)
  const promised = await addGifts(w, order, wish.gifts ?? [])
  await addPackingRemarks(w, order, wish.packing ?? [])
  for (const [i, [title, variant, quantity]] of (wish.items ?? []).entries())
    await w.store.write((tx) =>
      tx.insert(orderItems).values({
        shopId: shop.id,
        orderId: order.id,
        oid: `${BigInt(order.tid) + BigInt(i + 1) * 1_000_000n}`,
        title,
        variant,
        code: '',
        quantity,
        price: null,
        refund: 'none',
        service: false,
      }),
    )
  return { order, shipment, gifts: promised }
}

async function addShipment(
  { store }: World,
  shop: Shop,
  batch: Batch,
  orderId: string,
  more: Partial<typeof shipments.$inferInsert> = {},
) {
  const stage = 'printed' as const
  const row = { id: newId(), shopId: shop.id, batchId: batch.id, orderId, stage, urgent: false, addedInVersion: 1 }
  const [shipment] = await store.write((tx) =>
    tx
      .insert(shipments)
      .values({ ...row, printedAt: at('16:02'), ...more })
      .returning(),
  )
  return shipment!
}

type Order = { id: string; shopId: string }
export const addGifts = ({ store }: World, order: Order, what: string[]) =>
  store.write(async (tx) => {
    const rows = []
    for (const one of what) {
      const remark = { shopId: order.shopId, orderId: order.id, kind: 'gift' as const, text: one, author: '小满' }
      const [said] = await tx
        .insert(remarks)
        .values({ ...remark, at: at('12:10'), forPacking: false })
        .returning()
      const gift = { shopId: order.shopId, orderId: order.id, what: one, quantity: 1, promisedBy: '小满' }
      rows.push(
        ...(await tx
          .insert(gifts)
          .values({ ...gift, promisedAt: at('12:10'), remarkId: said!.id })
          .returning()),
      )
    }
    return rows
  })

export const addPackingRemarks = ({ store }: World, order: Order, texts: string[]) =>
  store.write(async (tx) => {
    for (const text of texts) {
      const row = { shopId: order.shopId, orderId: order.id, kind: 'packing' as const, text, author: '小满' }
      await tx.insert(remarks).values({ ...row, at: at('12:11'), forPacking: true })
    }
  })

export const addHold = ({ store }: World, order: Order, ownerId: string) =>
  store.write((tx) =>
    tx.insert(holds).values({
      shopId: order.shopId,
      orderId: order.id,
      reason: 'ship_later',
      note: '买家说搬完家再发',
      dueOn: '2026-11-25',
      state: 'open',
      ownerId,
      ownerShift: 'day',
      openedAt: at('11:00'),
      postponed: 0,
    }),
  )

export const parcelNow = async ({ store }: World, id: string) =>
  (await store.read.select().from(shipments).where(eq(shipments.id, id)))[0]!
export const giftsNow = ({ store }: World, orderId: string) =>
  store.read.select().from(gifts).where(eq(gifts.orderId, orderId)).orderBy(gifts.promisedAt, gifts.id)
/** Kinds of what happened to an order, oldest first. */
export const happened = async ({ store }: World, orderId: string) =>
  (
    await store.read
      .select({ kind: activity.kind })
      .from(activity)
      .where(eq(activity.subject, `order:${orderId}`))
      .orderBy(activity.seq)
  ).map((row) => row.kind)

/** A packer at a bench: three seconds pass before each scan; what is open stays open as on the page. */
export function packer(w: TestWorld, handle = '松针') {
  let open: string | null = null
  return {
    async scan(code: string, more: Partial<Asked> = {}) {
      w.clock.now += 3000
      const asked: Asked = { id: crypto.randomUUID(), code, mode: 'pack', open, ticked: [], why: '', ago: 0, ...more }
      const told = await scan(w.as(handle), asked)
      open = told.shipmentId
      return told
    },
  }
}
