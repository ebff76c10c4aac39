/** What the log's subjects are called today. */
import { and, eq, inArray } from 'drizzle-orm'
import { orders, people } from '../../../db/schema.ts'
import type { Activity } from '../../core/activity.ts'
import type { Reader } from '../../core/store.ts'

export type Names = {
  /** Order numbers by order id, of this shop only. */
  orders: Map<string, string>
  /** By person id. */
  people: Map<string, { handle: string; hue: number }>
}

const idsOf = (rows: readonly Activity[], kind: string) => [
  ...new Set(rows.filter((row) => row.subject.startsWith(`${kind}:`)).map((row) => row.subject.slice(kind.length + 1))),
]

export async function namesIn(db: Reader, shopId: string, rows: readonly Activity[]): Promise<Names> {
  const orderIds = idsOf(rows, 'order')
  const actors = rows.flatMap((row) => (row.actorId === null ? [] : [row.actorId]))
  const personIds = [...new Set([...idsOf(rows, 'person'), ...actors])]
  const tids = await db
    .select({ id: orders.id, tid: orders.tid })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, orderIds)))
  const handles = await db
    .select({ id: people.id, handle: people.handle, hue: people.hue })
    .from(people)
    .where(inArray(people.id, personIds))
  return {
    orders: new Map(tids.map(({ id, tid }) => [id, tid])),
    people: new Map(handles.map(({ id, ...name }) => [id, name])),
  }
}
