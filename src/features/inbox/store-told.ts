/** What the database knows about what a shop's people were told, for who tells it on. */
import { and, asc, eq, gte, inArray, type SQL, type SQLWrapper } from 'drizzle-orm'
import { messages, personShops } from '../../../db/schema.ts'
import type { Reader } from '../../core/store.ts'

/** Since then, oldest first, to each person a row of their own; `only`: which, by their key. */
export function toldSince(
  db: Reader,
  { shopId, since }: { shopId: string; since: number },
  only: (key: SQLWrapper) => SQL,
) {
  const staff = db.select({ id: personShops.personId }).from(personShops).where(eq(personShops.shopId, shopId))
  const { key, tone, href, deliveredAt, readAt } = messages
  return db
    .select({ key, tone, href, deliveredAt, readAt })
    .from(messages)
    .where(
      and(
        inArray(messages.personId, staff), // by the index of each person
        gte(messages.at, since),
        eq(messages.shopId, shopId),
        only(messages.key),
      ),
    )
    .orderBy(asc(messages.at), asc(messages.id))
}
