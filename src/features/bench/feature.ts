import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { words } from './messages.ts'
import { benchRoutes } from './routes.tsx'
import { sentences } from './sentences.ts'

export const bench: Feature = {
  name: 'bench',
  routes: benchRoutes,
  help,
  actions: [{ word: inBoth('扫码打包', 'Scan and pack'), href: '/bench', right: 'bench.scan', order: 15 }],
  nav: [{ href: '/bench', word: (lang) => words(lang).bench, right: 'bench.scan', order: 40 }],
  sentences,
}
