import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { payoutJob } from './jobs.ts'
import { late } from './late.ts'
import { payoutsFor } from './list.ts'
import { pageWords } from './page-words.ts'
import { orderPanel } from './panel.tsx'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'

export const payouts: Feature = {
  name: 'payouts',
  routes,
  help,
  jobs: [payoutJob],
  nav: [
    {
      href: '/payouts',
      word: (lang) => pageWords(lang).title,
      right: 'payouts.see',
      order: 78,
      badge: async ({ read, who }, shop) => (shop ? payoutsFor(read, shop, who) : 0),
    },
  ],
  sentences,
  order: [orderPanel],
  late,
  settings: [{ href: '/shop/payouts', word: (lang) => pageWords(lang).settings, right: 'shop.settings' }],
}
