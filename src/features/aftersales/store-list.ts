/** What the sheet's list and its export ask the database. */
import { and, asc, desc, eq, gte, inArray, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import { openEntry } from '../../../db/conditions.ts'
import { entries } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'
import type { Kind, OpenState } from './rules.ts'
import type { Entry } from './store.ts'

export type Wanted = {
  /** todo: all that is not done. */
  state: 'todo' | OpenState | 'done' | 'any'
  /** Due then or before, UTC ms. */
  dueBy?: number | undefined
  kind?: Kind | undefined
  ownerId?: string | undefined
  /** Who owns it, entered it or ended it. */
  with?: string | undefined
  /** The buyer's account under its masks, or orders. */
  about?: { buyers: readonly string[]; orderIds: readonly string[] } | undefined
}

function conditions(shopId: string, { state, dueBy, kind, ownerId, with: involved, about }: Wanted): SQL | undefined {
  return and(
    eq(entries.shopId, shopId),
    inState(state),
    dueBy === undefined ? undefined : lte(entries.dueAt, dueBy),
    kind && eq(entries.kind, kind),
    ownerId ? eq(entries.ownerId, ownerId) : undefined,
    involved ? or(...[entries.ownerId, entries.createdBy, entries.endedBy].map((who) => eq(who, involved))) : undefined,
    about && aboutThese(about),
  )
}

function inState(state: Wanted['state']): SQL | undefined {
  if (state === 'any') return undefined
  if (state === 'done') return eq(entries.state, 'done')
  return state === 'todo' ? openEntry(entries) : and(openEntry(entries), eq(entries.state, state))
}

const aboutThese = ({ buyers, orderIds }: NonNullable<Wanted['about']>) =>
  or(
    buyers.length ? inArray(entries.buyer, [...buyers]) : undefined,
    orderIds.length ? inArray(entries.orderId, [...orderIds]) : undefined,
    sql`1 = 0`, // nothing that matches: no rows, not all
  )

/** Open ones by their due time, late first. */
export const openOnes = (db: Reader, shopId: string, wanted: Wanted): Promise<Entry[]> =>
  db.select().from(entries).where(conditions(shopId, wanted)).orderBy(asc(entries.dueAt), asc(entries.id)) // prettier-ignore

/** A row's place in the list that has the newest first: what a next page begins after. */
export type After = { createdAt: number; id: string }

/** The newest first, at most `limit`. */
export function newestFirst(
  db: Reader,
  shopId: string,
  wanted: Wanted,
  { after, limit }: { after?: After | undefined; limit: number },
): Promise<Entry[]> {
  const older =
    after &&
    or(lt(entries.createdAt, after.createdAt), and(eq(entries.createdAt, after.createdAt), lt(entries.id, after.id)))
  return db
    .select()
    .from(entries)
    .where(and(conditions(shopId, wanted), older))
    .orderBy(desc(entries.createdAt), desc(entries.id))
    .limit(limit)
}

/** All that were entered from `from` until just before `to` (UTC ms), in that order. */
export const enteredBetween = (db: Reader, shopId: string, from: number, to: number): Promise<Entry[]> =>
  db
    .select()
    .from(entries)
    .where(and(eq(entries.shopId, shopId), gte(entries.createdAt, from), lt(entries.createdAt, to)))
    .orderBy(asc(entries.createdAt), asc(entries.id))
