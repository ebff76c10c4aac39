import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { findShop } from '../shops/index.ts'
import { help } from './help.ts'
import { jobs } from './jobs.ts'
import { late } from './late.ts'
import { waitingFor } from './list.ts'
import { words } from './messages.ts'
import { agenda, handover } from './open-things.ts'
import { orderPanel } from './order-panel.tsx'
import { ownPanel } from './own-panel.tsx'
import { pageWords } from './page-words.ts'
import { report } from './report-lines.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'

export const claims: Feature = {
  name: 'claims',
  routes,
  help,
  jobs,
  actions: [
    {
      word: inBoth('登记兑奖', 'Claim a prize'),
      href: '/claims/new',
      right: 'prizes.claim',
      order: 40,
      keys: ['核销', '中奖'],
    },
  ],
  nav: [
    {
      href: '/claims',
      word: (lang) => words(lang).title,
      right: 'prizes.see',
      order: 30,
      badge: async (ctx) => {
        const shop = ctx.shopId ? await findShop(ctx.read, ctx.shopId) : undefined
        return shop ? waitingFor(ctx, shop) : 0
      },
    },
  ],
  sentences,
  handover: [handover],
  agenda: [agenda],
  report,
  late,
  order: [orderPanel],
  board: [ownPanel],
  settings: [{ href: '/shop/prizes', word: (lang) => pageWords(lang).settings, right: 'shop.settings' }],
}
