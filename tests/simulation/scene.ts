/** What a deed gets to play with: who does it, where, when. */
import type { Context } from '../../src/core/context.ts'
import { addDays, dayOf, type Day } from '../../src/core/time.ts'
import type { Role } from '../../src/access.ts'
import type { Reader } from '../../src/core/store.ts'
import type { Chance } from './chance.ts'
import type { Member } from './team.ts'
import { there } from './rota.ts'
import { as, type Place, type Town } from './town.ts'

export type Scene = {
  town: Town
  place: Place
  me: Member
  ctx: Context
  db: Reader
  now: number
  today: Day
  chance: Chance
}

/** `false`: there was nothing to do. */
export type Deed = (scene: Scene) => Promise<unknown>
/** Something that people do now and then while they are there. */
export type Habit = { name: string; perHour: number; who: readonly Role[]; deed: Deed }
/** Something that is done at a time of the day, or as soon afterwards as board and people are there. */
export type Errand = {
  name: string
  at: number
  who: readonly Role[]
  /** Nobody else does it, and they do it from home too. */
  me?: Member
  deed: Deed
}

export const agents: readonly Role[] = ['agent']
export const service: readonly Role[] = ['agent', 'aftersales', 'supervisor']
export const leads: readonly Role[] = ['supervisor', 'manager']

/** Somebody of these roles who is there now: on duty and not ill; warehouse and manager keep office hours. */
export function somebody(place: Place, roles: readonly Role[], now: number): Member | undefined {
  const on = new Set(there(place, now).map(({ personId }) => personId))
  const found = place.team.filter(({ id, role }) => roles.includes(role) && (on.has(id) || inOffice(role, place, now)))
  return found.length ? place.chance.pick(found) : undefined
}
const inOffice = (role: Role, { shop }: Place, now: number) =>
  (role === 'warehouse' || role === 'manager') && isOfficeTime(now, shop.timeZone)
const isOfficeTime = (now: number, zone: string) => {
  const from = dayStart(now, zone)
  return now - from >= 8.5 * 3_600_000 && now - from < 20 * 3_600_000
}
const dayStart = (now: number, zone: string) => Date.parse(dayOf(now, zone)) - 8 * 3_600_000

export function sceneOf(town: Town, place: Place, me: Member): Scene {
  const ctx = as(town, me, place)
  const now = town.clock.now
  return {
    town,
    place,
    me,
    ctx,
    db: town.store.read,
    now,
    today: dayOf(now, place.shop.timeZone),
    chance: place.chance,
  }
}

export const inDays = ({ today, chance }: Pick<Scene, 'today' | 'chance'>, least: number, most: number): Day =>
  addDays(today, chance.whole(least, most))
