/** Money that was prepared and that nobody has paid, for those who lead. */
import { dictionary } from '../../core/i18n.ts'
import type { LateSource } from '../../feature.ts'
import { calendarOf } from '../shops/index.ts'
import { waitsTooLongAt } from './rules.ts'
import { waitingPayouts } from './store.ts'

const zh = { waiting: (_n: number) => '等付的款' }
const en: typeof zh = { waiting: (n) => (n === 1 ? 'payout to pay' : 'payouts to pay') }
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 50,
    right: 'payouts.see',
    topics: ['payout', 'shop', 'minute'],
    async figures({ ctx, shop }) {
      const waiting = await waitingPayouts(ctx.read, shop.id)
      const calendar = await calendarOf(ctx.read, shop)
      const isLate = waiting.some(({ preparedAt }) => waitsTooLongAt(calendar, preparedAt) <= ctx.now)
      const tone = isLate ? 'late' : 'soon'
      return [{ count: waiting.length, words: (lang) => words(lang).waiting(waiting.length), href: '/payouts', tone }]
    },
  },
]
