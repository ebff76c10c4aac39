/** ORD-8: refunds that were agreed and that nobody has done, for those who lead. */
import { dictionary } from '../../core/i18n.ts'
import type { LateSource } from '../../feature.ts'
import { isLate } from './rules.ts'
import { openRefunds } from './store.ts'

const zh = { agreed: (_n: number) => '说好没退的款' }
const en: typeof zh = { agreed: (n) => (n === 1 ? 'refund agreed and not done' : 'refunds agreed and not done') }
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 55,
    right: 'refunds.see',
    topics: ['refund', 'minute'],
    async figures({ ctx, shop }) {
      const open = await openRefunds(ctx.read, shop.id)
      const tone = open.some((refund) => isLate(refund, ctx.now)) ? 'late' : 'soon'
      return [{ count: open.length, words: (lang) => words(lang).agreed(open.length), href: '/refunds', tone }]
    },
  },
]
