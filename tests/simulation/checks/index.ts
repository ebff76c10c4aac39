/** The rules that hold after every hour, asked of the database as it is. */
import type { Town } from '../town.ts'
import { noHeldOrderShips } from './batch.ts'
import { everythingHasAnOwner } from './owner.ts'
import { datesComeUp } from './surface.ts'
import { note, type Check, type Rule, type Watch } from './watch.ts'

export { newWatch, rules, type Forgotten, type Rule, type Watch } from './watch.ts'

const checks: readonly [Rule, Check][] = [
  ['owner', everythingHasAnOwner],
  ['surface', datesComeUp],
  ['batch', noHeldOrderShips],
]

export async function checkAll({ store, clock, places }: Town, watch: Watch) {
  for (const place of places) {
    const look = { db: store.read, place, now: clock.now, watch }
    for (const [rule, check] of checks) await note(look, rule, await check(look))
    watch.last.set(place.shop.id, clock.now)
  }
}
