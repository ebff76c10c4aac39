import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { batchHead } from './board-batch.tsx'
import { burnPanel } from './board-burn.tsx'
import { giftsPanel } from './board-gifts.tsx'
import { keptPanel } from './board-kept.tsx'
import { stopsPanel } from './board-stops.tsx'
import { dayRoutes } from './day-routes.tsx'
import { help } from './help.ts'
import { freezeJob } from './jobs.ts'
import { late, trends } from './late.ts'
import { ownPanel } from './own-panel.tsx'
import { pageWords } from './page-messages.ts'
import { parcelRoutes } from './parcel-routes.tsx'
import { agenda, handover } from './open-things.ts'
import { sentences } from './sentences.ts'
import { sheetRoutes } from './sheet-routes.tsx'
import { openStopCount } from './store-lists.ts'

export const cutoff: Feature = {
  name: 'cutoff',
  routes: [...dayRoutes, ...parcelRoutes, ...sheetRoutes],
  help,
  jobs: [freezeJob],
  actions: [
    {
      word: inBoth('打印拣货单', 'Print the picking list'),
      href: '/batch',
      right: 'batch.print',
      order: 25,
      keys: ['配货单'],
    },
  ],
  nav: [
    {
      href: '/batch',
      word: (lang) => pageWords(lang).batch,
      right: 'batch.see',
      order: 30,
      badge: async (ctx) => (ctx.shopId ? openStopCount(ctx.read, ctx.shopId) : 0),
    },
  ],
  sentences,
  handover,
  agenda,
  board: [ownPanel, batchHead, keptPanel, stopsPanel, giftsPanel, burnPanel],
  late,
  trends,
}
