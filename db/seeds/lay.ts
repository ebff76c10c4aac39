/** Lays the demo shops around a moment: three days of work before it, and today until now. */
import type { Job } from '../../src/core/due.ts'
import type { Store } from '../../src/core/store.ts'
import { addDays, dayOf, instantOf } from '../../src/core/time.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import { bring } from './bring.ts'
import { perform } from './deeds.ts'
import { ledgerOf, type Ledger } from './ledger.ts'
import { marketOf, type Market } from './market.ts'
import { openShops } from './open-shops.ts'
import { storyDeeds } from './story.ts'
import { shipBatch, stopParcel } from './warehouse.ts'

/** Something that happens at a moment, UTC ms. */
type Event = { at: number; happen: () => Promise<unknown> }

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

/** `now` is the moment at which visitors enter; `jobs` are what the clock starts meanwhile. */
export async function layDemoShops(store: Store, now: number, jobs: readonly Job[]) {
  const today = dayOf(now, DEFAULT_ZONE)
  const when: When = (ago, time) => instantOf(addDays(today, -ago), time, DEFAULT_ZONE)
  const ledger = ledgerOf(store)
  const markets = (await openShops(store, when)).map((open) => marketOf(open, when, now))
  const events = [...markets.flatMap((market) => eventsOf(ledger, market, when)), ...clock(ledger, jobs, when)]
  for (const event of events.sort((a, b) => a.at - b.at)) await event.happen()
}

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

/** Reminders at 30 and 10 minutes, and the freeze. */
const clock = (ledger: Ledger, jobs: readonly Job[], when: When): Event[] =>
  PAST.flatMap((ago) =>
    ['15:31', '15:51', '16:00'].map((time) => {
      const at = when(ago, time) + 300
      return {
        at,
        async happen() {
          for (const job of jobs) await job.sweep(ledger.clockAt(at))
        },
      }
    }),
  )
