/** Gathers what tells whose a task is now. */
import type { Reader } from '../../core/store.ts'
import { leadsOf, staffOf, type Staff } from '../people/index.ts'
import { dutiesAround } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { worksShifts, type Team } from './rules.ts'

export async function teamOf(db: Reader, shop: Shop, now: number): Promise<Team> {
  const staff = await staffOf(db, shop.id)
  const rostered = new Set((await dutiesAround(db, shop, now)).map(({ personId }) => personId))
  const isShiftless = (person: Staff) => !worksShifts(person) && !rostered.has(person.id)
  return {
    duties: await dutiesAround(db, shop, now, 'tasks.give'),
    staff: new Set(staff.map((person) => person.id)),
    shiftless: new Set(staff.filter(isShiftless).map((person) => person.id)),
    leads: await leadsOf(db, shop.id),
    now,
  }
}
