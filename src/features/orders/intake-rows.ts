/** Saving orders by the hundred, inside the transaction of an import. */
import { and, eq, inArray, ne } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { activity, differences, holds, orderItems, orders } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import type { Store, Tx } from '../../core/store.ts'
import { reversed } from '../../core/text.ts'
import type { Hold, Order } from './facts.ts'
import type { Claim } from './intake-differences.ts'
import type { Item } from './intake-items.ts'
import { CHUNK } from './intake-store.ts'
import { factFields, type Facts } from './staged.ts'

export type Saver = { store: Store; tx: Tx; shopId: string; now: number }

const orderColumns = ['id', 'shopId', 'tid', 'tidReversed', 'urgent', 'importedAt', 'changedAt', ...factFields] as const

const factValues = (facts: Facts) => factFields.map((column) => facts[column])

export const addOrders = ({ store, tx, shopId, now }: Saver, list: readonly { id: string; tid: string; facts: Facts }[]) =>
  store.bulk(tx, {
    table: orders,
    columns: orderColumns,
    rows: list.map(({ id, tid, facts }) => [id, shopId, tid, reversed(tid), false, now, now, ...factValues(facts)]),
  }) // prettier-ignore

export const saveOrders = ({ store, tx, now }: Saver, list: readonly { order: Order; facts: Facts }[]) =>
  store.bulk(tx, {
    table: orders,
    columns: orderColumns,
    rows: list.map(({ order: o, facts }) =>
      [o.id, o.shopId, o.tid, o.tidReversed, o.urgent, o.importedAt, now as unknown].concat(factValues(facts)),
    ),
    conflict: { key: ['id'], update: ['changedAt', ...factFields] },
  })

const itemColumns = [
  'id',
  'shopId',
  'orderId',
  'oid',
  'title',
  'variant',
  'code',
  'quantity',
  'price',
  'refund',
  'service',
]
export const saveItems = ({ store, tx, shopId }: Saver, list: readonly { orderId: string; items: readonly Item[] }[]) =>
  store.bulk(tx, {
    table: orderItems,
    columns: itemColumns,
    rows: list.flatMap(({ orderId, items }) =>
      items.map((i) => [newId(), shopId, orderId, i.oid, i.title, i.variant, i.code, i.quantity, i.price, i.refund, i.service]),
    ),
    conflict: { key: ['orderId', 'oid'], update: ['title', 'variant', 'code', 'quantity', 'price', 'refund', 'service'] },
  }) // prettier-ignore

export async function dropItems({ tx }: Saver, ids: readonly string[]) {
  for (let at = 0; at < ids.length; at += CHUNK)
    await tx.delete(orderItems).where(inArray(orderItems.id, ids.slice(at, at + CHUNK)))
}

export type NewHold = Pick<Hold, 'orderId' | 'note' | 'dueOn' | 'ownerId' | 'ownerShift'>
const holdColumns = [
  'id', 'shopId', 'orderId', 'reason', 'note', 'dueOn', 'state', 'ownerId', 'ownerShift', 'openedAt', 'openedBy', 'postponed',
] // prettier-ignore
export const addHolds = ({ store, tx, shopId, now }: Saver, list: readonly NewHold[]) =>
  store.bulk(tx, {
    table: holds,
    columns: holdColumns,
    rows: list.map((h) => [newId(), shopId, h.orderId, 'other', h.note, h.dueOn, 'open', h.ownerId, h.ownerShift, now, h.ownerId, 0]),
  }) // prettier-ignore

export const addDifferences = (
  { store, tx, shopId, now }: Saver,
  importId: string | null,
  list: readonly (Claim & { orderId: string })[],
) =>
  store.bulk(tx, {
    table: differences,
    columns: ['id', 'shopId', 'orderId', 'importId', 'field', 'board', 'file', 'state', 'seenAt'],
    rows: list.map((d) => [newId(), shopId, d.orderId, importId, d.field, d.board, d.file, 'open', now]),
  })

export const moveDifference = ({ tx, now }: Saver, importId: string | null, { id, board, file }: Claim & { id: string }) =>
  tx.update(differences).set({ board, file, importId, seenAt: now }).where(eq(differences.id, id)) // prettier-ignore

/** File and board agree again: nobody has to decide. */
export const settleDifference = ({ tx, now }: Saver, id: string) =>
  tx
    .update(differences)
    .set({ state: 'kept', decidedAt: now, decidedBy: null })
    .where(and(eq(differences.id, id), eq(differences.state, 'open')))

export const outdateDifference = ({ tx }: Saver, { id, file }: { id: string; file: string }) =>
  tx.update(differences).set({ file }).where(and(eq(differences.id, id), ne(differences.state, 'open'))) // prettier-ignore

export type OrderHappened = { orderId: string; kind: string; before: unknown; after: unknown }
export const addActivity = (
  { store, tx, shopId, now }: Saver,
  { who, deed, why }: { who: Actor; deed: string; why: string },
  list: readonly OrderHappened[],
) =>
  store.bulk(tx, {
    table: activity,
    columns: ['at', 'shopId', 'actorId', 'actor', 'kind', 'subject', 'before', 'after', 'why', 'deed'],
    rows: list.map((h) => [
      now,
      shopId,
      who.id,
      who.handle,
      h.kind,
      `order:${h.orderId}`,
      h.before,
      h.after,
      why,
      deed,
    ]),
  })
