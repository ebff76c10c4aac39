/** Small facts about this installation. */
import { eq } from 'drizzle-orm'
import { facts } from '../../../db/schema.ts'
import type { Reader, Tx } from '../../core/store.ts'

/** `setup_token`: hash of the token in the terminal. `setup_step`: where the first set-up stands, until it is done. */
type Fact = 'setup_token' | 'setup_step'

export const factOf = async (db: Reader, name: Fact): Promise<string | undefined> =>
  (await db.select().from(facts).where(eq(facts.name, name)))[0]?.value

export const setFact = (tx: Tx, name: Fact, value: string) =>
  tx.insert(facts).values({ name, value }).onConflictDoUpdate({ target: facts.name, set: { value } })

export const dropFact = (tx: Tx, name: Fact) => tx.delete(facts).where(eq(facts.name, name))
