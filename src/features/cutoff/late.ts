/** CUT-4, CUT-5: what the batch tells those who lead: stops without an answer, and how the last batches went. */
import { dictionary } from '../../core/i18n.ts'
import type { Day } from '../../core/time.ts'
import type { LateSource, TrendSource } from '../../feature.ts'
import { lastBatch } from './store.ts'
import { openStopCount } from './store-lists.ts'
import { leftByDay, parcelsByDay } from './store-trends.ts'

const zh = { stops: (_n: number) => '要停、没回话的包裹', parcels: '批次单数', left: '留下单数' }
const en: typeof zh = {
  stops: (n) => (n === 1 ? 'parcel to stop, not answered' : 'parcels to stop, not answered'),
  parcels: 'Orders in the batch',
  left: 'Left behind',
}
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 5,
    right: 'batch.see',
    topics: ['parcel', 'batch'],
    async figures({ ctx, shop }) {
      const batch = await lastBatch(ctx.read, shop.id)
      const href = batch ? `/batch/${batch.day}#stops` : '/batch'
      const count = await openStopCount(ctx.read, shop.id)
      return [{ count, words: (lang) => words(lang).stops(count), href, tone: 'late' }]
    },
  },
]

export const trends: readonly TrendSource[] = [
  {
    order: 10,
    right: 'batch.see',
    topics: ['batch', 'parcel'],
    async trends({ ctx: { read }, shop }, days) {
      const parcels = await parcelsByDay(read, shop.id, days[0]!)
      const left = await leftByDay(read, shop.id, days[0]!)
      const valuesOf = (found: ReadonlyMap<Day, number>) => days.map((day) => found.get(day) ?? null)
      return [
        {
          word: (lang) => words(lang).parcels,
          shape: 'line',
          values: valuesOf(parcels),
          href: (day) => `/batch/${day}`,
        },
        {
          word: (lang) => words(lang).left,
          shape: 'bars',
          values: valuesOf(left),
          href: (day) => `/batch/${day}/left`,
        },
      ]
    },
  },
]
