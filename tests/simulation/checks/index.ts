/** The rules that hold after every hour, asked of the database as it is. */
import type { Town } from '../town.ts'
import { agendasAreReady } from './agenda.ts'
import { noHeldOrderShips } from './batch.ts'
import { itemsLiveOn, missingAlerts, nothingTwice, unreadAlerts } from './handovers.ts'
import { messagesArrive, toldOnce } from './hearing.ts'
import { note, type Check } from './look.ts'
import { everythingHasAnOwner } from './owner.ts'
import { lateReportsAreTold, reportsAreDelivered, reportsAreOwed } from './reports.ts'
import { datesComeUp } from './surface.ts'
import { paidOnce } from './money.ts'
import { prizesReachTheirParcel } from './prizes.ts'
import { openIn } from './things.ts'
import type { Rule } from './watch.ts'

/** In this order: what was told is heard before anybody asks who was told. */
const checks: readonly [Rule, Check][] = [
  ['twice', toldOnce],
  ['owner', everythingHasAnOwner],
  ['surface', datesComeUp],
  ['surface', messagesArrive],
  ['surface', agendasAreReady],
  ['batch', noHeldOrderShips],
  ['prize', prizesReachTheirParcel],
  ['prize', paidOnce],
  ['carry', itemsLiveOn],
  ['twice', nothingTwice],
  ['alert', unreadAlerts],
  ['alert', missingAlerts],
  ['report', reportsAreOwed],
  ['report', lateReportsAreTold],
  ['report', reportsAreDelivered],
]

export async function checkAll({ store, clock, places, watch }: Town) {
  for (const place of places) {
    const open = await openIn(store.read, place.shop.id, watch.heard.get(place.shop.id) ?? '')
    const look = { db: store.read, place, now: clock.now, watch, open }
    for (const [rule, check] of checks) await note(look, rule, await check(look))
    watch.last.set(place.shop.id, clock.now)
  }
}
