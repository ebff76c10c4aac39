/** HOLD-3: holds that nobody settled by their cutoff, for those who lead: now, and day by day. */
import { dictionary } from '../../core/i18n.ts'
import type { LateSource, TrendSource } from '../../feature.ts'
import { dayBook } from './book.ts'
import { heldNow } from './list.ts'
import { overdueByDate } from './store-trends.ts'

const zh = { overdue: (_n: number) => '逾期的暂缓', trend: '暂缓逾期' }
const en: typeof zh = { overdue: (n) => (n === 1 ? 'hold overdue' : 'holds overdue'), trend: 'Holds overdue' }
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 30,
    right: 'orders.see',
    topics: ['order', 'hold', 'parcel', 'batch', 'import', 'shop', 'minute'],
    async figures({ ctx, shop }) {
      const { overdue } = heldNow(await dayBook(ctx.read, shop, ctx.now), ctx.now)
      return [{ count: overdue, words: (lang) => words(lang).overdue(overdue), href: '/holds#overdue', tone: 'late' }]
    },
  },
]

export const trends: readonly TrendSource[] = [
  {
    order: 30,
    right: 'orders.see',
    topics: ['hold'],
    async trends({ ctx, shop }, days) {
      const byDate = await overdueByDate(ctx.read, shop, days[0]!)
      const values = days.map((day) => byDate.get(day) ?? 0)
      return [{ word: (lang) => words(lang).trend, shape: 'bars', values, href: () => '/holds' }]
    },
  },
]
