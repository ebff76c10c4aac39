/** HOLD-3: holds that nobody settled by their cutoff, for those who lead: now, and day by day. */
import { dictionary } from '../../core/i18n.ts'
import type { Day } from '../../core/time.ts'
import type { BoardAsk, LateSource, TrendSource } from '../../feature.ts'
import { dayBook } from './book.ts'
import { heldNow } from './list.ts'
import { overdueByDate } from './store-trends.ts'

const zh = { overdue: (_n: number) => '逾期的暂缓', trend: '暂缓逾期' }
const en: typeof zh = { overdue: (n) => (n === 1 ? 'hold overdue' : 'holds overdue'), trend: 'Holds overdue' }
const words = dictionary(zh, en)

const topics = ['order', 'hold', 'parcel', 'batch', 'import', 'shop', 'minute']

const overdueNow = async ({ ctx, shop }: BoardAsk) => heldNow(await dayBook(ctx.read, shop, ctx.now), ctx.now).overdue

export const late: readonly LateSource[] = [
  {
    order: 30,
    right: 'orders.see',
    topics,
    async figures(ask) {
      const overdue = await overdueNow(ask)
      return [{ count: overdue, words: (lang) => words(lang).overdue(overdue), href: '/holds#overdue', tone: 'late' }]
    },
  },
]

export const trends: readonly TrendSource[] = [
  {
    order: 30,
    right: 'orders.see',
    topics,
    /** Of the days before, those that passed their cutoff then; today all that wait now, as the figure above says. */
    async trends(ask, days) {
      const byDate = await overdueByDate(ask.ctx.read, ask.shop, days[0]!)
      const today = days.at(-1)!
      const now = await overdueNow(ask)
      const values = days.map((day) => (day === today ? now : (byDate.get(day) ?? 0)))
      const href = (day: Day) => (day === today ? '/holds#overdue' : undefined)
      return [{ word: (lang) => words(lang).trend, shape: 'bars', values, href }]
    },
  },
]
