/** What health asks of the database. */
import { facts } from '../../../db/schema.ts'
import type { Store } from '../../core/store.ts'

/** Writes one row for real, as durably as any other: reading alone would not notice a full or read-only disk. */
export async function writeProof(store: Store, now: number) {
  const value = String(now)
  await store.write((tx) =>
    tx.insert(facts).values({ name: 'ready', value }).onConflictDoUpdate({ target: facts.name, set: { value } }),
  )
}
