/** Lays the demo shops around a moment: three days of work before it, and today until now. */
import type { Store } from '../../src/core/store.ts'
import { addDays, dayOf, instantOf, type Clocktime } from '../../src/core/time.ts'
import type { Feature } from '../../src/feature.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import { announcedEvents } from './announced.ts'
import { bring } from './bring.ts'
import { perform } from './deeds.ts'
import { handoverEvents } from './handovers.ts'
import { ledgerOf, type Ledger } from './ledger.ts'
import { marketOf, type Market } from './market.ts'
import { meetingEvents } from './meetings.ts'
import { openShops } from './open-shops.ts'
import { prizeEvents } from './prizes.ts'
import { readingEvents } from './reading.ts'
import { reportEvents } from './reports.ts'
import { robotEvents } from './robots.ts'
import { rotaEvents } from './rota.ts'
import { sceneOf, type Scene } from './scene.ts'
import { storyDeeds } from './story.ts'
import { talkEvents } from './talks.ts'
import { shipBatch, stopParcel } from './warehouse.ts'
import { workEvents } from './work.ts'

/** Something that happens at a moment, UTC ms. */
export type Event = { at: number; happen: () => Promise<unknown> }

/** UTC ms of "15:40" so many days ago. */
export type When = (ago: number, time: string) => number

const PAST = [3, 2, 1]
/** When somebody brings the platform's file: before each cutoff, and three times today. */
const files: [ago: number, time: string][] = [
  ...PAST.map((ago): [number, string] => [ago, '15:40']),
  [0, '08:55'],
  [0, '13:40'],
  [0, '15:12'],
]

/**
 * `now` is the moment at which visitors enter; `features` are the rooms, whose jobs the clock starts meanwhile. All in
 * one transaction: hundreds of deeds, each of them waiting for the disk, would keep the first visitor waiting.
 */
export const layDemoShops = (store: Store, now: number, features: readonly Feature[]): Promise<void> =>
  store.write((tx) => tell({ ...store, read: tx }, now, features))

async function tell(store: Store, now: number, features: readonly Feature[]) {
  const today = dayOf(now, DEFAULT_ZONE)
  const when: When = (ago, time) => instantOf(addDays(today, -ago), time, DEFAULT_ZONE)
  const ledger = ledgerOf(store)
  const markets = (await openShops(store, when)).map((open) => marketOf(open, when, now))
  const events = markets.flatMap((market) => [
    ...eventsOf(ledger, market, when),
    ...roomEvents(sceneOf({ ledger, market, when, features })),
  ])
  events.push(...readingEvents(ledger, markets, when), ...clock(ledger, features, when))
  for (const event of events.sort((a, b) => a.at - b.at)) await event.happen()
}

const roomEvents = (scene: Scene): Event[] =>
  [
    rotaEvents,
    announcedEvents,
    prizeEvents,
    workEvents,
    talkEvents,
    meetingEvents,
    handoverEvents,
    reportEvents,
    robotEvents,
  ].flatMap((of) => of(scene))

function eventsOf(ledger: Ledger, market: Market, when: When): Event[] {
  const moments = files.map(([ago, time]) => when(ago, time))
  const imports = moments.map((at, i) => ({
    at,
    happen: () => bring(ledger, market, { at, after: moments[i - 1] ?? 0 }),
  }))
  const evenings = PAST.map((ago) => ({ at: when(ago, '16:04'), happen: () => evening(ledger, market, when, ago) }))
  const deeds = storyDeeds.flatMap((deed) => {
    const sale = market.named.get(deed.sale)
    const at = when(deed.ago, deed.time)
    return sale ? [{ at, happen: () => perform(ledger, market.shop, sale, deed, at) }] : []
  })
  return [...imports, ...deeds, ...evenings]
}

async function evening(ledger: Ledger, { shop, named, sales, chance }: Market, when: When, ago: number) {
  const day = dayOf(when(ago, '16:04'), DEFAULT_ZONE)
  const wrong = ago === 1 && named.get('wrongSize')
  if (wrong) await stopParcel(ledger, shop, day, wrong, '买家拍错尺寸，要重拍')
  await shipBatch(ledger, shop, day, sales, chance)
}

// --- the clock ----------------------------------------------------------------------------------------

/** Reminders at 30 and 10 minutes, the freeze, and what came of the day's files and shifts. */
const usualSweeps: Clocktime[] = ['08:56', '15:31', '15:51', '16:00', '22:10']
const sweepsToday: Clocktime[] = ['08:56', '10:50', '13:41', '14:45', '15:13', '15:21']

function clock(ledger: Ledger, features: readonly Feature[], when: When): Event[] {
  const jobs = features.flatMap((feature) => feature.jobs ?? [])
  const moments = [
    ...PAST.flatMap((ago) => usualSweeps.map((time) => when(ago, time))),
    ...sweepsToday.map((time) => when(0, time)),
  ]
  return moments.map((moment) => {
    const at = moment + 300
    return {
      at,
      async happen() {
        for (const job of jobs) await job.sweep(ledger.clockAt(at))
      },
    }
  })
}
