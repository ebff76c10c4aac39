import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { late } from './late.ts'
import { refundsFor } from './list.ts'
import { pageWords } from './page-words.ts'
import { orderPanel } from './panel.tsx'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { agenda, handover } from './sources.ts'
import { refundJob } from './sweep.ts'

export const refunds: Feature = {
  name: 'refunds',
  routes,
  help,
  jobs: [refundJob],
  actions: [
    {
      word: inBoth('登记重拍', 'Agree on a refund and a new order'),
      href: '/refunds#add',
      right: 'refunds.agree',
      order: 95,
      keys: ['退款'],
    },
  ],
  nav: [
    {
      href: '/refunds',
      word: (lang) => pageWords(lang).title,
      right: 'refunds.see',
      order: 79,
      badge: async ({ read, who, now }, shop) => (shop ? refundsFor(read, shop, who.id, now) : 0),
    },
  ],
  sentences,
  handover,
  agenda,
  late,
  order: [orderPanel],
  settings: [{ href: '/shop/refunds', word: (lang) => pageWords(lang).settings, right: 'shop.settings' }],
}
