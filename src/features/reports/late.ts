/** REPORT-4: what reports tell those who lead: missing right now, and how the last days went. */
import { dictionary } from '../../core/i18n.ts'
import type { LateSource, Trend, TrendSource } from '../../feature.ts'
import { missingNow } from './grid.ts'
import { owedBetween } from './owed.ts'
import { standingOf, type Standing } from './rules.ts'

const zh = { missing: (_n: number) => '没交的日报', intime: '日报准时', late: '日报迟交', lacking: '日报没交' }
const en: typeof zh = {
  missing: (n) => (n === 1 ? 'report missing' : 'reports missing'),
  intime: 'Reports in time',
  late: 'Reports late',
  lacking: 'Reports missing',
}
const words = dictionary(zh, en)

const topics = ['report', 'roster', 'shift', 'person', 'shop']

export const late: readonly LateSource[] = [
  {
    order: 10,
    right: 'reports.team',
    topics: [...topics, 'minute'],
    async figures({ ctx, shop }) {
      const count = (await missingNow(ctx.read, shop, ctx.now)).length
      return [{ count, words: (lang) => words(lang).missing(count), href: '/report-grid', tone: 'late' }]
    },
  },
]

export const trends: readonly TrendSource[] = [
  {
    order: 40,
    right: 'reports.team',
    topics,
    async trends({ ctx, shop }, days) {
      const owed = await owedBetween(ctx.read, shop, { from: days[0]!, to: days.at(-1)! })
      const byDay = Map.groupBy(owed, ({ day }) => day)
      const stood = days.map((day) => (byDay.get(day) ?? []).map((one) => standingOf(one, ctx.now)))
      const trendOf = (standing: Standing, word: 'intime' | 'late' | 'lacking'): Trend => ({
        word: (lang) => words(lang)[word],
        shape: standing === 'intime' ? 'line' : 'bars',
        values: stood.map((all) =>
          all.some((one) => one !== 'open') ? all.filter((one) => one === standing).length : null,
        ),
        href: (day) => `/report-grid?month=${day.slice(0, 7)}`,
      })
      return [trendOf('intime', 'intime'), trendOf('late', 'late'), trendOf('missing', 'lacking')]
    },
  },
]
