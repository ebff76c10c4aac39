import { inBoth } from '../../core/i18n.ts'
import type { Context } from '../../core/context.ts'
import type { Feature } from '../../feature.ts'
import { countDifferences } from '../orders/index.ts'
import { differenceRoutes } from './differences-routes.tsx'
import { help } from './help.ts'
import { tidyImports } from './jobs.ts'
import { pageWords } from './page-messages.ts'
import { importRoutes } from './routes.tsx'
import { sentences } from './sentences.ts'

const waiting = async ({ read, shopId }: Context) => (shopId ? countDifferences(read, shopId) : 0)

export const imports: Feature = {
  name: 'imports',
  routes: [...importRoutes, ...differenceRoutes],
  help,
  jobs: [tidyImports],
  actions: [{ word: inBoth('导入订单', 'Import orders'), href: '/imports', right: 'orders.import', order: 65 }],
  nav: [
    { href: '/imports', word: (lang) => pageWords(lang).imports, right: 'orders.import', order: 70 },
    {
      href: '/differences',
      word: (lang) => pageWords(lang).differences,
      right: 'orders.decide',
      order: 70.5,
      badge: waiting,
    },
  ],
  sentences,
}
