/** Gathers what tells whose a task is now. */
import type { Reader } from '../../core/store.ts'
import { leadsOf, staffOf } from '../people/index.ts'
import { dutiesAround } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import type { Team } from './rules.ts'

export async function teamOf(db: Reader, shop: Shop, now: number): Promise<Team> {
  return {
    duties: await dutiesAround(db, shop, now),
    staff: new Set((await staffOf(db, shop.id)).map((person) => person.id)),
    leads: await leadsOf(db, shop.id),
    now,
  }
}
