/** The demo shops around a moment: three days of work before it, today, and the morning after. */
import { setImmediate as breath } from 'node:timers/promises'
import type { Store } from '../../src/core/store.ts'
import { addDays, dayOf, instantOf, type Day } from '../../src/core/time.ts'
import type { Feature } from '../../src/feature.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import { afternoonEvents } from './afternoon.ts'
import { announcedEvents } from './announced.ts'
import { bring } from './bring.ts'
import { clockEvents } from './clock.ts'
import { perform } from './deeds.ts'
import { handoverEvents } from './handovers.ts'
import { ledgerOf, type Ledger } from './ledger.ts'
import { marketOf, type Market } from './market.ts'
import { meetingEvents } from './meetings.ts'
import { openShops } from './open-shops.ts'
import { packingEvents } from './packing.ts'
import { prizeEvents } from './prizes.ts'
import { readingEvents } from './reading.ts'
import { reportEvents } from './reports.ts'
import { robotEvents } from './robots.ts'
import { rotaEvents } from './rota.ts'
import { sceneOf, type Scene } from './scene.ts'
import { inOneWrite, storyOf, type Event, type Story } from './play.ts'
import { storyDeeds } from './story.ts'
import { talkEvents } from './talks.ts'
import { shipBatch, stopParcel } from './warehouse.ts'
import { workEvents } from './work.ts'

/** UTC ms of "15:40" so many days ago; negative ones are yet to come. */
export type When = (ago: number, time: string) => number

const PAST = [3, 2, 1]
/** When somebody brings the platform's file: before each cutoff, in the morning, and after lunch. */
const files: [ago: number, time: string][] = [
  ...PAST.map((ago): [number, string] => [ago, '15:40']),
  [0, '08:55'],
  [0, '13:40'],
  [0, '15:12'],
  [0, '15:40'],
  [-1, '08:38'],
]

/**
 * Lays the story until `now`, and gives what comes after it. `features` are the rooms, whose jobs the clock starts
 * meanwhile. All in one transaction: hundreds of deeds, each of them waiting for the disk, would keep the first visitor
 * waiting.
 */
export async function layDemoShops(store: Store, now: number, features: readonly Feature[]): Promise<Story> {
  const ledger = ledgerOf(store)
  return inOneWrite(ledger, async () => {
    const events = await eventsAround(ledger, dayOf(now, DEFAULT_ZONE), features)
    const past = events.filter(({ at }) => at <= now)
    for (const event of past) {
      await event.happen(event.at)
      await breath() // whoever asks a board beside this one is answered
    }
    return storyOf(ledger, events.slice(past.length))
  })
}

/** All that happens in the days around this one, in the order of time. */
async function eventsAround(ledger: Ledger, today: Day, features: readonly Feature[]): Promise<Event[]> {
  const when: When = (ago, time) => instantOf(addDays(today, -ago), time, DEFAULT_ZONE)
  const markets = (await openShops(ledger.store, when)).map((open) => marketOf(open, when))
  const events = markets.flatMap((market) => [
    ...eventsOf(ledger, market, when),
    ...roomEvents(sceneOf({ ledger, market, when, features })),
  ])
  return [...events, ...readingEvents(ledger, markets, when), ...clockEvents(ledger, features, when)].sort(
    (a, b) => a.at - b.at,
  )
}

const roomEvents = (scene: Scene): Event[] =>
  [
    rotaEvents,
    announcedEvents,
    prizeEvents,
    workEvents,
    talkEvents,
    afternoonEvents,
    meetingEvents,
    handoverEvents,
    packingEvents,
    reportEvents,
    robotEvents,
  ].flatMap((of) => of(scene))

function eventsOf(ledger: Ledger, market: Market, when: When): Event[] {
  const moments = files.map(([ago, time]) => when(ago, time))
  const imports = moments.map((planned, i) => ({
    at: planned,
    happen: (at: number) => bring(ledger, market, { at, after: moments[i - 1] ?? 0 }),
  }))
  const evenings = PAST.map((ago) => ({ at: when(ago, '16:04'), happen: () => evening(ledger, market, when, ago) }))
  const deeds = storyDeeds.flatMap((deed) => {
    const sale = market.named.get(deed.sale)
    const happen = (at: number) => perform(ledger, market.shop, sale!, deed, at)
    return sale ? [{ at: when(deed.ago, deed.time), happen }] : []
  })
  return [...imports, ...deeds, ...evenings]
}

async function evening(ledger: Ledger, { shop, named, sales, chance }: Market, when: When, ago: number) {
  const day = dayOf(when(ago, '16:04'), DEFAULT_ZONE)
  const wrong = ago === 1 && named.get('wrongSize')
  if (wrong) await stopParcel(ledger, shop, day, wrong, '买家拍错尺寸，要重拍')
  await shipBatch(ledger, shop, day, sales, chance)
}
