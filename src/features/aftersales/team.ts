/** Gathers what tells whose a line is. */
import { may } from '../../access.ts'
import type { Reader } from '../../core/store.ts'
import { leadsOf, staffOf, type Staff } from '../people/index.ts'
import { dutiesAround } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import type { Team } from './rules.ts'

const idsOf = (staff: readonly Staff[], is: (person: Staff) => boolean) =>
  new Set(staff.filter(is).map((person) => person.id))

export async function teamOf(db: Reader, shop: Shop, now: number): Promise<Team> {
  const staff = await staffOf(db, shop.id)
  return {
    duties: await dutiesAround(db, shop, now, 'aftersales.see'),
    workers: idsOf(staff, (person) => may(person, 'aftersales.work')),
    aftersales: idsOf(staff, ({ roles }) => roles.includes('aftersales')),
    staff: idsOf(staff, (person) => may(person, 'aftersales.see')),
    leads: await leadsOf(db, shop.id),
    now,
  }
}

/** Whoever may be given a line, by handle. */
export const staffFor = async (db: Reader, shop: Shop): Promise<Staff[]> =>
  (await staffOf(db, shop.id)).filter((person) => may(person, 'aftersales.see'))
