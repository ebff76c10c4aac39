/** Buyers whom somebody should have gone back to, for those who lead. */
import { dictionary } from '../../core/i18n.ts'
import type { LateSource } from '../../feature.ts'
import { endOfBusinessDay, partOf } from './rules.ts'
import { dueFollowups } from './store.ts'

const zh = { late: (_n: number) => '过了时间的跟进' }
const en: typeof zh = { late: (n) => (n === 1 ? 'follow-up past its time' : 'follow-ups past their time') }
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 65,
    right: 'followups.see',
    topics: ['followup', 'minute'],
    async figures({ ctx, shop }) {
      const end = endOfBusinessDay(shop, ctx.now)
      const due = await dueFollowups(ctx.read, shop.id, ctx.now)
      const count = due.filter(({ nextAt }) => partOf(nextAt, ctx.now, end) === 'overdue').length
      return [{ count, words: (lang) => words(lang).late(count), href: '/followups?whose=team#overdue', tone: 'late' }]
    },
  },
]
