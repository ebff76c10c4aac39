/** Mail that did not leave, for those who may send it again. */
import { dictionary } from '../../core/i18n.ts'
import type { LateSource } from '../../feature.ts'
import { countFailed } from './store.ts'

const zh = { failed: (_n: number) => '没发出去的邮件' }
const en: typeof zh = { failed: (n) => (n === 1 ? 'mail that failed' : 'mails that failed') }
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 80,
    right: 'outbox.see',
    topics: ['letter'],
    async figures({ ctx, shop }) {
      const count = await countFailed(ctx.read, shop.id)
      return [{ count, words: (lang) => words(lang).failed(count), href: '/outbox', tone: 'late' }]
    },
  },
]
