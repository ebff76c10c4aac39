/** All that people do: now and then while they are there, and at their times of the day. */
import { HOUR, instantOf, type Day } from '../../../src/core/time.ts'
import { service, type Errand, type Habit } from '../scene.ts'
import type { Place } from '../town.ts'
import { aftersalesHabits } from './aftersales.ts'
import { campaignHabits } from './campaigns.ts'
import { followupHabits } from './followups.ts'
import { handoverErrands, handoverHabits } from './handovers.ts'
import { meetingErrands, meetingHabits } from './meetings.ts'
import { bringFile, orderHabits } from './orders.ts'
import { prizeHabits } from './prizes.ts'
import { reportErrands } from './reports.ts'
import { parcelHabits, shipAll } from './parcels.ts'
import { illnessErrands, rosterErrands } from './roster.ts'
import { taskHabits } from './tasks.ts'

export const habits: readonly Habit[] = [
  ...orderHabits,
  ...parcelHabits,
  ...followupHabits,
  ...taskHabits,
  ...handoverHabits,
  ...campaignHabits,
  ...meetingHabits,
  ...prizeHabits,
  ...aftersalesHabits,
]

const files = ['08:40', '11:10', '13:40', '15:20', '19:40']

/** What this day holds for this shop, made at its midnight. */
export function errandsOf(place: Place, day: Day): Errand[] {
  const { shop, chance } = place
  const at = (time: string) => instantOf(day, time, shop.timeZone)
  const brought = files
    .filter(() => !chance.happens(0.08))
    .map((time): Errand => ({ name: 'bring a file', at: at(time), who: service, deed: bringFile }))
  const shipped: Errand = {
    name: 'ship',
    at: at('17:10') + chance.whole(0, 2) * HOUR,
    who: ['warehouse'],
    deed: shipAll,
  }
  return [
    ...brought,
    shipped,
    ...handoverErrands(place, day),
    ...meetingErrands(place, day),
    ...rosterErrands(place, day, at('00:00')),
    ...illnessErrands(place, day, at('00:00')),
    ...reportErrands(place, day),
  ]
}
