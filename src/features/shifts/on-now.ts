/** Who is on and who comes next: stands on every page, so the shop's roster is read once a revision, for everybody. */
import { keptByShop } from '../../core/kept.ts'
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, type Day } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { comingNext, onDuty, type Duty } from './rules.ts'
import { dutiesAround, dutiesBetween } from './store.ts'

export type OnNow = { on: Duty[]; next: Duty[] }

const kept = keptByShop<Duty[]>()

/** `revision`: how far the shop's log has come; undefined reads anew. Both lists are empty without a roster. */
export async function onNow(db: Reader, shop: Shop, now: number, revision: string | undefined): Promise<OnNow> {
  const duties = await sharedDuties(db, shop, now, revision)
  return { on: onDuty(duties, now), next: comingNext(duties, now) }
}

function sharedDuties(db: Reader, shop: Shop, now: number, revision: string | undefined): Promise<Duty[]> {
  const today = dayOf(now, shop.timeZone)
  const gather = () => nearDuties(db, shop, now, today)
  return revision === undefined ? gather() : kept(db, shop.id, `${revision} ${today}`, gather)
}

/** Three days are enough nearly always; only when nobody comes tomorrow is it looked for further on. */
async function nearDuties(db: Reader, shop: Shop, now: number, today: Day): Promise<Duty[]> {
  const near = await dutiesBetween(db, shop, addDays(today, -1), addDays(today, 1))
  const isKnown = near.some((duty) => duty.day > today)
  return isKnown ? near : dutiesAround(db, shop, now)
}
