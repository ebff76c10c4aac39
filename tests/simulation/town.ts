/** The simulated town: shops with their teams on one real database, and a clock that only the engine moves. */
import type { Actor } from '../../src/access.ts'
import { roles as allRoles } from '../../src/access.ts'
import { clockwork, makeContext, type Context } from '../../src/core/context.ts'
import type { Store } from '../../src/core/store.ts'
import { instantOf, type Clocktime, type Day } from '../../src/core/time.ts'
import { addPerson } from '../../src/features/people/index.ts'
import { DEFAULT_ZONE, defaultShifts, type ShiftTimes } from '../../src/features/shops/rules.ts'
import { addShop, type Shop } from '../../src/features/shops/index.ts'
import { shops as shopTable } from '../../db/schema.ts'
import { eq } from 'drizzle-orm'
import { chanceFrom, type Chance } from './chance.ts'
import { newWatch, type Watch } from './checks/watch.ts'
import { openDesk, type Desk } from './life/reports.ts'
import { newMarket, type Market } from './market.ts'
import { openPostOffice, type PostOffice } from './postoffice.ts'
import { newRota, type Rota } from './rota.ts'
import { handleOf, roles, type Member } from './team.ts'
import { newTally, type Tally } from './tally.ts'

/** One shop with all that plays in it. */
export type Place = {
  shop: Shop
  team: Member[]
  chance: Chance
  rota: Rota
  market: Market
  lazy: Set<string>
  answered: Set<string>
  desk: Desk
}
export type Town = {
  store: Store
  /** UTC ms: what everybody's clock shows. */
  clock: { now: number }
  places: Place[]
  tally: Tally
  watch: Watch
  /** Where the mail of all shops arrives. */
  post: PostOffice
}

type Plan = {
  code: string
  name: string
  cutoff: Clocktime
  restDays: number[]
  keepsHolidays: boolean
  shifts: ShiftTimes
}
const late: ShiftTimes = { day: { from: '09:00', to: '18:00' }, night: { from: '15:30', to: '23:30' } }
/** They differ in what decides about days: cutoff, rest days, holidays, nights that end before and after midnight. */
// prettier-ignore
const plans: readonly Plan[] = [
  { code: 'S1', name: '澄野家居', cutoff: '16:00', restDays: [7], keepsHolidays: true, shifts: defaultShifts },
  { code: 'S2', name: '示例木作', cutoff: '15:00', restDays: [], keepsHolidays: false, shifts: late },
  { code: 'S3', name: '小鹿日用', cutoff: '17:00', restDays: [6, 7], keepsHolidays: true, shifts: defaultShifts },
  { code: 'S4', name: '示例茶铺', cutoff: '16:00', restDays: [], keepsHolidays: true, shifts: late },
]
export const MOST_SHOPS = plans.length

/** Opens `count` shops on an empty, migrated database on the morning of `firstDay`. */
export async function openTown(
  store: Store,
  { count, seed, firstDay }: { count: number; seed: number; firstDay: Day },
): Promise<Town> {
  const clock = { now: instantOf(firstDay, '00:00', DEFAULT_ZONE) }
  const town: Town = {
    store,
    clock,
    places: [],
    tally: newTally(),
    watch: newWatch(),
    post: await openPostOffice(seed),
  }
  for (const [n, plan] of plans.slice(0, count).entries()) town.places.push(await openPlace(town, plan, n, seed))
  return town
}

async function openPlace({ store, clock, post }: Town, plan: Plan, n: number, seed: number): Promise<Place> {
  const founder: Actor = { id: null, handle: '命令行', roles: allRoles, shopIds: [] }
  const ctx = makeContext({ store, who: founder, now: clock.now })
  const { code, name, cutoff, restDays, keepsHolidays, shifts } = plan
  const { id } = await addShop(ctx, { code, name, cutoff, restDays })
  await store.write((tx) => tx.update(shopTable).set({ keepsHolidays, shifts }).where(eq(shopTable.id, id)))
  const [shop] = await store.read.select().from(shopTable).where(eq(shopTable.id, id))
  const team: Member[] = []
  const adding = { ...ctx, who: { ...founder, shopIds: [id] } }
  for (const [i, role] of roles.entries()) {
    const { person } = await addPerson(adding, { handle: handleOf(n * roles.length + i), roles: [role], shopIds: [id] })
    const actor: Actor = { id: person.id, handle: person.handle, roles: person.roles, shopIds: [id] }
    team.push({ id: person.id, handle: person.handle, role, actor })
  }
  return {
    shop: shop!,
    team,
    chance: chanceFrom(seed * 1009 + n),
    rota: newRota(),
    market: newMarket(seed, n),
    lazy: new Set(),
    answered: new Set(),
    desk: await openDesk(adding, { shop: shop!, team, n, seed, post }),
  }
}

/** A context as an action gets it: this person, now. */
export const as = ({ store, clock }: Town, { actor }: Member, { shop }: Place): Context =>
  makeContext({ store, who: actor, now: clock.now, shopId: shop.id })
export const asClock = ({ store, clock }: Town): Context => makeContext({ store, who: clockwork, now: clock.now })
