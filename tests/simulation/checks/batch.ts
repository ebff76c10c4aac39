/** HOLD-3, CUT-2: what was on hold when a batch froze is not in it. */
import { and, eq, gte, isNull, lt, or } from 'drizzle-orm'
import { holds, shipments } from '../../../db/schema.ts'
import { newlyFrozen, type Batch } from './frozen.ts'
import type { Check } from './look.ts'
import { track } from './watch.ts'

export const noHeldOrderShips: Check = async (look) => {
  const wrong = []
  for (const batch of await newlyFrozen(look)) {
    track(look.watch, 'batch', `batch:${batch.id}`)
    wrong.push(...(await heldIn(look.db, batch)))
  }
  return wrong.map(({ orderId, dueOn, day }) => ({ what: `batch:${day}:${orderId}`, why: `held until ${dueOn}, and in the batch of ${day}`, subject: `order:${orderId}` })) // prettier-ignore
}

/** Orders of the frozen batch with a hold that was open at that moment; late additions are people's own decision. */
async function heldIn(db: Parameters<Check>[0]['db'], { id, day, frozenAt }: Batch) {
  const open = and(lt(holds.openedAt, frozenAt), or(isNull(holds.settledAt), gte(holds.settledAt, frozenAt)))
  const rows = await db
    .select({ orderId: shipments.orderId, dueOn: holds.dueOn })
    .from(shipments)
    .innerJoin(holds, eq(holds.orderId, shipments.orderId))
    .where(and(eq(shipments.batchId, id), eq(shipments.addedInVersion, 1), open))
  return rows.map((row) => ({ ...row, day }))
}
