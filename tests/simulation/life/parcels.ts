/** The warehouse: packs and hands over what a cutoff froze; stops are asked for, and answered when somebody looks. */
import { and, eq } from 'drizzle-orm'
import { parcelToDo, unansweredStop } from '../../../db/conditions.ts'
import { orders, shipments } from '../../../db/schema.ts'
import { answerStop, askStop, batchOf, handOver, openGifts, packShipment } from '../../../src/features/cutoff/index.ts'
import { HOUR } from '../../../src/core/time.ts'
import { AppError } from '../../../src/core/errors.ts'
import { anyOf } from '../chance.ts'
import { reportShipped } from '../market.ts'
import { agents, type Habit, type Scene } from '../scene.ts'

/** Everything of the shop's batches that is still to be done, in one durable transaction. */
export async function shipAll(scene: Scene) {
  const parcels = await parcelsToDo(scene)
  await scene.town.store.write(async () => {
    for (const parcel of parcels) await ship(scene, parcel)
  })
  return parcels.length > 0
}

async function ship(
  { ctx, place, chance, now }: Scene,
  { id, orderId, tid }: { id: string; orderId: string; tid: string },
) {
  const label = { carrier: '圆通速递', waybill: `YT${chance.digits(13)}` }
  try {
    const ticked = (await openGifts(ctx.read, orderId)).map((gift) => gift.id)
    await packShipment(ctx, id, { ticked })
    await handOver(ctx, id, label)
    reportShipped(place.market, tid, label, now + chance.whole(20, 80) * HOUR)
  } catch (error) {
    if (!(error instanceof AppError)) throw error // to be stopped, or held meanwhile: it stays on the bench
  }
}

const parcelsToDo = ({ db, place }: Scene) =>
  db
    .select({ id: shipments.id, orderId: shipments.orderId, tid: orders.tid })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(and(eq(shipments.shopId, place.shop.id), parcelToDo(shipments)))

async function stop(scene: Scene) {
  const batch = await batchOf(scene.db, scene.place.shop.id, scene.today)
  const one = batch && anyOf(scene.chance, await parcelsToDo(scene))
  return one ? askStop(scene.ctx, one.id, '买家要退') : false
}

async function answer({ db, ctx, place, chance }: Scene) {
  const asked = and(eq(shipments.shopId, place.shop.id), unansweredStop(shipments))
  const one = anyOf(chance, await db.select({ id: shipments.id }).from(shipments).where(asked))
  return one ? answerStop(ctx, one.id, chance.happens(0.8) ? 'stopped' : 'too_late') : false
}

export const parcelHabits: readonly Habit[] = [
  { name: 'ask to stop', perHour: 0.5, who: agents, deed: stop },
  { name: 'answer a stop', perHour: 0.25, who: ['warehouse'], deed: answer },
]
