/** What an import shows about follow-ups: unpaid orders without one, and buyers who have paid meanwhile. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, ne, notExists, placeholder, sql } from 'drizzle-orm'
import { openFollowup, openOrder } from '../../../db/conditions.ts'
import { newId } from '../../../db/kit.ts'
import { followups, orders, remarks } from '../../../db/schema.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import { masksOf, paidStates } from './rules.ts'
import type { Followup } from './store.ts'

// --- unpaid orders ------------------------------------------------------------------------------------

export type UnpaidOrder = { id: string; buyer: string; receiver: string }

/** Unpaid orders of the shop that nobody follows up, by the index of the open ones. */
export const unfollowedOrders = (db: Reader, shopId: string, limit: number): Promise<UnpaidOrder[]> =>
  db
    .select({ id: orders.id, buyer: orders.buyer, receiver: orders.receiver })
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        openOrder(orders),
        isNull(orders.paidAt),
        eq(orders.state, 'unpaid'),
        notExists(
          db
            .select({ one: sql`1` })
            .from(followups)
            .where(and(eq(followups.orderId, orders.id), eq(followups.kind, 'unpaid'))),
        ),
      ),
    )
    .orderBy(asc(orders.id))
    .limit(limit)

/** Those that were not there yet. */
export const insertFollowups = (tx: Tx, rows: readonly Omit<Followup, 'id'>[]): Promise<Followup[]> =>
  tx
    .insert(followups)
    .values(rows.map((row) => ({ ...row, id: newId() })))
    .onConflictDoNothing()
    .returning()

// --- buyers who have paid -----------------------------------------------------------------------------

export type OwnOrder = {
  id: string
  state: string
  paidAt: number | null
  placedAt: number | null
  receiver: string
  phone: string
}

/** Open follow-ups that can end by an order, each with its own order where it has one. */
export async function watchedFollowups(
  db: Reader,
  shopId: string,
): Promise<{ followup: Followup; order: OwnOrder | null }[]> {
  const own = { id: orders.id, state: orders.state, paidAt: orders.paidAt, placedAt: orders.placedAt, receiver: orders.receiver, phone: orders.phone } // prettier-ignore
  return db
    .select({ followup: followups, order: own })
    .from(followups)
    .leftJoin(orders, eq(orders.id, followups.orderId))
    .where(and(eq(followups.shopId, shopId), openFollowup(followups), ne(followups.kind, 'self_service')))
}

const names = ['m1', 'm2', 'm3', 'm4', 'm5'] as const
const masked = names.map((name) => placeholder(name))
const maskValues = (buyer: string) => {
  const masks = masksOf(buyer)
  return Object.fromEntries(names.map((name, i) => [name, masks[i] ?? masks[0]]))
}
const ofBuyer = () => and(eq(orders.shopId, placeholder('shopId')), inArray(orders.buyer, masked as never))

const paidOrder = statement((db: Reader) =>
  db
    .select({ id: orders.id, receiver: orders.receiver, phone: orders.phone })
    .from(orders)
    .where(
      and(
        ofBuyer(),
        isNotNull(orders.paidAt),
        gte(orders.paidAt, placeholder('since')),
        inArray(orders.state, paidStates as never),
      ),
    ) // prettier-ignore
    .orderBy(asc(orders.paidAt))
    .limit(20),
)
const peopleBehind = statement((db: Reader) =>
  db.selectDistinct({ receiver: orders.receiver, phone: orders.phone }).from(orders).where(ofBuyer()).limit(2),
)

/**
 * An order that this buyer has paid since then. Masked accounts are shared by many, so it takes the same receiver and
 * phone; where none are known, an account under which this shop knows no second person.
 */
export async function paidOrderOf(
  db: Reader,
  { shopId, buyer }: Followup,
  since: number,
  known: { receiver: string; phone: string } | null,
): Promise<string | undefined> {
  const who = { shopId, ...maskValues(buyer) }
  const found = await paidOrder(db, { ...who, since })
  if (!found.length) return undefined
  if (known) return found.find(({ receiver, phone }) => receiver === known.receiver && phone === known.phone)?.id
  return (await peopleBehind(db, who)).length === 1 ? found[0]!.id : undefined
}

/** False when somebody has changed it meanwhile. */
export async function endByOrder(
  tx: Tx,
  was: Followup,
  end: { state: 'won' | 'lost'; endedByOrder: string; endedAt: number },
): Promise<boolean> {
  const saved = await tx
    .update(followups)
    .set(end)
    .where(and(eq(followups.id, was.id), openFollowup(followups), eq(followups.nextAt, was.nextAt)))
    .returning({ id: followups.id })
  return saved.length === 1
}

// --- who bought without asking ------------------------------------------------------------------------

export type FirstOrder = { id: string; tid: string; buyer: string; summary: string; paidAt: number | null }

/** DAY-2: orders paid since then by buyers whom the shop did not know, about whom nobody has noted a word. Newest first. */
export function firstTimeOrders(
  db: Reader,
  shopId: string,
  { since, until, limit = 20 }: { since: number; until: number; limit?: number },
): Promise<FirstOrder[]> {
  const one = { one: sql`1` }
  const talks = db.select(one).from(followups).where(eq(followups.orderId, orders.id))
  const noted = db.select(one).from(followups).where(and(eq(followups.shopId, orders.shopId), eq(followups.buyer, orders.buyer), gte(followups.openedAt, since - DAY_BEFORE))) // prettier-ignore
  const words = db.select(one).from(remarks).where(and(eq(remarks.orderId, orders.id), isNotNull(remarks.authorId))) // prettier-ignore
  const before = sql`select 1 from ${orders} earlier where earlier.shop_id = ${orders.shopId} and earlier.buyer = ${orders.buyer} and earlier.receiver = ${orders.receiver} and earlier.phone = ${orders.phone} and earlier.id <> ${orders.id}`
  return db
    .select({ id: orders.id, tid: orders.tid, buyer: orders.buyer, summary: orders.summary, paidAt: orders.paidAt })
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        openOrder(orders),
        gte(orders.paidAt, since),
        lte(orders.paidAt, until),
        notExists(talks),
        notExists(noted),
        notExists(words),
        sql`not exists (${before})`,
      ),
    )
    .orderBy(desc(orders.paidAt), desc(orders.id))
    .limit(limit)
}
const DAY_BEFORE = 24 * 60 * 60_000
