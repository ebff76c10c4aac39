/** Weeks that are published ahead, or late; people who fall ill, and whether anybody tells the board. */
import { addDays, HOUR, weekdayOf, type Day } from '../../../src/core/time.ts'
import { planWeek } from '../../../src/features/shifts/planning.ts'
import { changeAtOnce, publishWeek } from '../../../src/features/shifts/publishing.ts'
import { awayKey, weekPlan } from '../rota.ts'
import { leads, type Errand, type Scene } from '../scene.ts'
import type { Place } from '../town.ts'

/** Plans and publishes the week of this Monday; the simulation remembers what the team was told. */
export const publishing = (monday: Day) => async (scene: Scene) => {
  const { ctx, place } = scene
  const plan = weekPlan(place.team, monday, place.chance)
  const wishes = [...plan].flatMap(([day, codes]) =>
    [...codes].map(([personId, code]) => ({ personId, day, was: null, code })),
  )
  const missed = await planWeek(ctx, place.shop.id, wishes)
  if (missed.length) throw new Error(`somebody else planned the week of ${monday}`)
  await publishWeek(ctx, place.shop.id, monday)
  for (const [day, codes] of plan) place.rota.published.set(day, codes)
}

/** Thursdays the coming week is published; now and then somebody forgets it until its Monday has begun. */
export function rosterErrands(place: Place, day: Day, dayStart: number): Errand[] {
  if (weekdayOf(day) !== 4) return []
  const monday = addDays(day, 4)
  const late = place.chance.happens(0.12)
  const at = late ? dayStart + 4 * 24 * HOUR + place.chance.whole(7, 12) * HOUR : dayStart + 14 * HOUR
  return [{ name: 'publish roster', at, who: leads, deed: publishing(monday) }]
}

/** Who lies ill today; of most of them a lead tells the board some hours later, perhaps with somebody to stand in. */
export function illnessErrands(place: Place, day: Day, dayStart: number): Errand[] {
  const codes = place.rota.published.get(day)
  const ill = [...(codes ?? [])].filter(([, code]) => code !== 'off' && place.chance.happens(0.03))
  return ill.flatMap(([personId]) => {
    place.rota.away.add(awayKey(day, personId))
    if (place.chance.happens(0.4)) return []
    const at = dayStart + place.chance.whole(7, 20) * HOUR
    return [{ name: 'tell of an illness', at, who: leads, deed: (scene: Scene) => reportIll(scene, day, personId) }]
  })
}

async function reportIll(scene: Scene, day: Day, personId: string) {
  const { ctx, place, today, chance } = scene
  if (today !== day) return false
  const codes = place.rota.published.get(day)!
  const cover = chance.happens(0.5)
    ? place.team.find(({ id, role }) => role === 'agent' && codes.get(id) === 'off')
    : undefined
  await changeAtOnce(ctx, place.shop.id, { day, personId, code: 'off', coverId: cover?.id, note: '病假' })
  if (cover) codes.set(cover.id, codes.get(personId)!)
  codes.set(personId, 'off')
}
