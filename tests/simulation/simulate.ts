/** Plays shop-days on the real actions: half hour by half hour, with a clock that only this file moves. */
import { performance } from 'node:perf_hooks'
import { setImmediate as breathe } from 'node:timers/promises'
import { jobs } from '../../src/board.ts'
import { clockwork, makeContext } from '../../src/core/context.ts'
import { migrate } from '../../src/core/migrate.ts'
import { openStore } from '../../src/core/store.ts'
import { addDays, dayOf, HOUR, instantOf, MINUTE, type Day } from '../../src/core/time.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import { chanceFrom, times } from './chance.ts'
import { checkAll } from './checks/index.ts'
import { countReports } from './checks/reports.ts'
import { errandsOf, habits } from './life/index.ts'
import { publishing } from './life/roster.ts'
import { trade } from './market.ts'
import { isDown, outageOf, type Outage } from './outage.ts'
import type { Report } from './report.ts'
import { sabotageOf, type Break, type Sabotage } from './sabotage.ts'
import { sceneOf, somebody, type Deed, type Errand } from './scene.ts'
import { counted, sum } from './tally.ts'
import { asClock, MOST_SHOPS, openTown, type Place, type Town } from './town.ts'

export type Options = {
  /** A PostgreSQL URL or an SQLite file, empty. */
  url: string
  /** Shop-days: days × shops. */
  days: number
  seed: number
  shops?: number | undefined
  /** A Monday; left out: two weeks before the Spring Festival of 2026. */
  firstDay?: Day
  /** Breaks one rule on purpose, to prove that the run notices. */
  break?: Break | undefined
  /** Ends with the day on which something was forgotten. */
  untilForgotten?: boolean
}

const FIRST_DAY: Day = '2026-02-02'
const HALF = 30 * MINUTE

export async function simulate(options: Options): Promise<Report> {
  const began = performance.now()
  const firstDay = options.firstDay ?? FIRST_DAY
  const shops = Math.min(MOST_SHOPS, options.shops ?? (options.days < 40 ? 2 : MOST_SHOPS))
  const store = openStore(options.url)
  await migrate(store)
  const town = await openTown(store, { count: shops, seed: options.seed, firstDay })
  const run = {
    town,
    sabotage: sabotageOf(options.break),
    outages: [] as Outage[],
    errands: new Map<Place, Errand[]>(),
  }
  await openRosters(town, firstDay)
  const days = Math.ceil(options.days / shops)
  const chance = chanceFrom(options.seed)
  for (let n = 0; n < days; n++) {
    const day = addDays(firstDay, n)
    if (n > 0) run.outages.push(...outageOf(day, chance))
    town.post.plan(day)
    await playDay(run, day)
    if (options.untilForgotten && town.watch.forgotten.length) break
  }
  await emptyOutbox(town)
  const reports = await countReports(town, firstDay, dayOf(town.clock.now, DEFAULT_ZONE))
  await town.post.close()
  await store.close()
  return {
    reports,
    shopDays: days * shops,
    events: sum(town.tally.done),
    done: town.tally.done,
    refused: town.tally.refused,
    tracked: town.watch.tracked,
    checks: town.watch.checks,
    forgotten: town.watch.forgotten,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  }
}

type Run = { town: Town; sabotage: Sabotage; outages: Outage[]; errands: Map<Place, Errand[]> }

/** What still waits when the curtain falls goes out: the mail server is well again, and nobody writes any more. */
async function emptyOutbox({ clock, post, store }: Town) {
  post.recover()
  const end = clock.now
  for (let n = 1; n <= 6; n++) await post.deliver(makeContext({ store, who: clockwork, now: end + n * HOUR }))
}

/** The first week stands on the wall when the simulation begins. */
async function openRosters(town: Town, monday: Day) {
  for (const place of town.places) {
    const lead = place.team.find(({ role }) => role === 'supervisor')!
    await publishing(monday)(sceneOf(town, place, lead))
  }
}

async function playDay(run: Run, day: Day) {
  const { town, errands } = run
  const start = instantOf(day, '00:00', DEFAULT_ZONE)
  for (const place of town.places) errands.set(place, [...(errands.get(place) ?? []), ...errandsOf(place, day)])
  for (let at = start; at < start + 24 * HOUR; at += HALF) {
    await playHalfHour(run, at)
    await breathe()
  }
}

async function playHalfHour(run: Run, at: number) {
  const { town, sabotage, outages } = run
  town.clock.now = at
  if (!isDown(outages, at)) {
    await sweep(town, sabotage)
    await sabotage.strike(town)
    await town.post.deliver(asClock(town))
    if (at % HOUR === 0) await checkAll(town)
    await live(run, at)
  }
  for (const place of town.places) trade(place.market, place.chance, at)
}

/** What src/board.ts does each half minute. */
async function sweep(town: Town, { lets }: Sabotage) {
  for (const job of jobs()) if (lets(job)) await job.sweep(asClock(town))
}

type Planned = { at: number; place: Place; name: string; who: Errand['who']; deed: Deed; errand?: Errand }

/** Everybody's half hour in one order of time; nobody is in two places, the clock never goes back. */
async function live({ town, errands }: Run, at: number) {
  const planned = town.places.flatMap((place) => [
    ...dueErrands(errands.get(place) ?? [], place, at),
    ...whims(place, at),
  ])
  for (const one of planned.sort((a, b) => a.at - b.at)) {
    town.clock.now = one.at
    const me = one.errand?.me ?? somebody(one.place, one.who, one.at)
    if (!me) continue
    if (one.errand) drop(errands.get(one.place)!, one.errand)
    await counted(town.tally, one.name, () => one.deed(sceneOf(town, one.place, me)))
  }
}

/** An errand for which nobody is there waits for somebody. */
const dueErrands = (errands: readonly Errand[], place: Place, at: number): Planned[] =>
  errands
    .filter((one) => one.at < at + HALF)
    .map((errand) => ({ ...errand, errand, place, at: Math.max(errand.at, at) }))
const drop = <T>(list: T[], one: T) => list.splice(list.indexOf(one), 1)

const whims = (place: Place, at: number): Planned[] =>
  habits.flatMap(({ name, perHour, who, deed }) =>
    Array.from({ length: times(place.chance, perHour / 2) }, () => ({
      at: at + place.chance.whole(1, 29) * MINUTE,
      place,
      name,
      who,
      deed,
    })),
  )
