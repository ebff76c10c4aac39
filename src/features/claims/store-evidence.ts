/** Pictures that stand for a review or a favourite, and their end. */
import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { claims, evidence } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { refusal } from './messages.ts'

type Evidence = typeof evidence.$inferSelect

export const insertEvidence = (tx: Tx, row: Omit<Evidence, 'id'>) => tx.insert(evidence).values({ ...row, id: newId() })

/** Throws not_found for another shop's. */
export async function findEvidence(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Evidence> {
  const [found] = await db.select().from(evidence).where(eq(evidence.id, id))
  if (!found || !who.shopIds.includes(found.shopId)) throw refusal('not_found', 'noPicture')
  return found
}

/** Without their bytes. */
export const evidenceOf = (db: Reader, claimId: string): Promise<Pick<Evidence, 'id' | 'type' | 'at'>[]> =>
  db
    .select({ id: evidence.id, type: evidence.type, at: evidence.at })
    .from(evidence)
    .where(eq(evidence.claimId, claimId))
    .orderBy(asc(evidence.at), asc(evidence.id))

/** Of claims that ended before this moment. */
export const evidenceOver = (db: Reader, shopId: string, before: number) =>
  db
    .select({ id: evidence.id, claimId: evidence.claimId })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .where(and(eq(evidence.shopId, shopId), lte(claims.endedAt, before)))
    .limit(500)

export const deleteEvidence = (tx: Tx, ids: readonly string[]) =>
  tx.delete(evidence).where(inArray(evidence.id, [...ids])).returning({ id: evidence.id, claimId: evidence.claimId }) // prettier-ignore
