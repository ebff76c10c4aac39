/** PRIZE-3, PRIZE-4: claims that wait for somebody, for those who lead. */
import { dictionary } from '../../core/i18n.ts'
import type { LateSource } from '../../feature.ts'
import { calendarOf } from '../shops/index.ts'
import { claimDaysOf, isLate } from './rules.ts'
import { openClaims, type Claim } from './store.ts'

const zh = { unchecked: (_n: number) => '没核对的奖品', untold: (_n: number) => '没核上、还没告诉买家的' }
const en: typeof zh = {
  unchecked: (n) => (n === 1 ? 'prize not checked' : 'prizes not checked'),
  untold: (n) => `failed ${n === 1 ? 'check' : 'checks'} that the buyer does not know of`,
}
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 40,
    right: 'prizes.see',
    topics: ['claim', 'claims', 'prize', 'shop', 'minute'],
    async figures({ ctx, shop }) {
      const open = await openClaims(ctx.read, shop.id)
      const [days, calendar] = [claimDaysOf(shop), await calendarOf(ctx.read, shop)]
      const toneOf = (list: readonly Claim[]) =>
        list.some((claim) => isLate(claim, days, calendar, ctx.now)) ? 'late' : 'soon'
      const unchecked = open.filter(({ state }) => state === 'to_check')
      const untold = open.filter(({ state }) => state === 'failed')
      return [
        { count: unchecked.length, words: (lang) => words(lang).unchecked(unchecked.length), href: '/claims?show=check', tone: toneOf(unchecked) }, // prettier-ignore
        { count: untold.length, words: (lang) => words(lang).untold(untold.length), href: '/claims?show=failed', tone: toneOf(untold) }, // prettier-ignore
      ]
    },
  },
]
