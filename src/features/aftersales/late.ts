/** DAY-4: lines of the sheet that nobody has dealt with in time, for those who lead. */
import { dictionary } from '../../core/i18n.ts'
import type { LateSource } from '../../feature.ts'
import { LATE } from './filters.ts'
import { openEntries } from './store.ts'

const zh = { late: (_n: number) => '过了时间的售后' }
const en: typeof zh = {
  late: (n) => (n === 1 ? 'after-sales line past its time' : 'after-sales lines past their time'),
}
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 45,
    right: 'aftersales.see',
    topics: ['entry', 'payout', 'claim', 'minute'],
    async figures({ ctx, shop }) {
      const count = (await openEntries(ctx.read, shop.id)).filter(({ dueAt }) => dueAt <= ctx.now).length
      return [{ count, words: (lang) => words(lang).late(count), href: LATE, tone: 'late' }]
    },
  },
]
