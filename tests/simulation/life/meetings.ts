/** Morning and evening meetings: opened, talked through by halves, ended or forgotten; what they decide becomes tasks. */
import { features } from '../../../src/features.ts'
import { HOUR, MINUTE, type Day } from '../../../src/core/time.ts'
import {
  addPoint,
  agendaSources,
  closeMeeting,
  decide,
  noteAttendance,
  openMeeting,
  pointsOf,
  readMissed,
  saveNotes,
  talkPoint,
  versionOf,
} from '../../../src/features/meetings/index.ts'
import { missedBy } from '../../../src/features/meetings/store-people.ts'
import { meetingById } from '../../../src/features/meetings/store.ts'
import { anyOf } from '../chance.ts'
import { agendaWhole } from '../checks/agenda.ts'
import { stretchOf } from '../rota.ts'
import { agents, service, type Errand, type Habit, type Scene } from '../scene.ts'
import { thoseWho } from '../team.ts'
import type { Place } from '../town.ts'

const sources = agendaSources(features)

/** On most days both; the evening's in the overlap of the shifts. */
export function meetingErrands(place: Place, day: Day): Errand[] {
  const { chance, shop } = place
  const morning = stretchOf(shop, day, 'day').from + chance.whole(10, 50) * MINUTE
  const evening = stretchOf(shop, day, 'night').from + chance.whole(20, 120) * MINUTE
  return [
    ...(chance.happens(0.8) ? [meeting('morning', day, morning)] : []),
    ...(chance.happens(0.75) ? [meeting('evening', day, evening)] : []),
  ]
}

const meeting = (kind: 'morning' | 'evening', day: Day, at: number): Errand => ({
  name: `${kind} meeting`,
  at,
  who: service,
  deed: (scene) => hold(scene, { kind, day }),
})

async function hold(scene: Scene, at: { kind: 'morning' | 'evening'; day: Day }) {
  const { ctx, db, place, chance } = scene
  if (scene.now > stretchOf(place.shop, at.day, at.kind === 'morning' ? 'day' : 'night').to) return false
  const id = await openMeeting(ctx, sources, { ...at, shopId: place.shop.id })
  const points = await pointsOf(db, id)
  await agendaWhole(scene, at, new Set(points.flatMap(({ key }) => key ?? [])))
  await noteAttendance(ctx, id, 'everybody')
  for (const { id: ref, key } of points) {
    const dice = key?.startsWith('report:') ? place.desk.chance : chance
    if (dice.happens(0.6)) await talkPoint(ctx, sources, id, { ref, outcome: '照旧' })
  }
  if (chance.happens(0.3)) await addPoint(ctx, id, `说说包装 ${chance.digits(9)}`)
  if (chance.happens(0.6)) await decideSomething(scene, id)
  const { notes } = await meetingById(db, ctx.who, id)
  await saveNotes(ctx, id, { notes: '都记下了', seen: versionOf(notes) })
  if (chance.happens(0.8)) await closeMeeting(ctx, sources, id, 999)
}

async function decideSomething({ ctx, place, chance, now }: Scene, id: string) {
  const to = anyOf(chance, thoseWho(place.team, 'agent', 'aftersales'))!
  const dueAt = now + chance.whole(3, 90) * HOUR
  await decide(ctx, id, {
    text: `改尺寸说明 ${chance.digits(9)}`,
    task: chance.happens(0.8) ? { ownerId: to.id, dueAt } : undefined,
  })
}

async function catchUp({ db, ctx, me, place }: Scene) {
  const [missed] = await missedBy(db, place.shop.id, me.id)
  return missed ? readMissed(ctx, missed.id) : false
}

export const meetingHabits: readonly Habit[] = [
  { name: 'read a missed meeting', perHour: 0.2, who: agents, deed: catchUp },
]
