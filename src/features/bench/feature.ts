import type { Feature } from '../../feature.ts'
import { words } from './messages.ts'
import { benchRoutes } from './routes.tsx'
import { sentences } from './sentences.ts'

export const bench: Feature = {
  name: 'bench',
  routes: benchRoutes,
  nav: [{ href: '/bench', word: (lang) => words(lang).bench, right: 'bench.scan', order: 40 }],
  sentences,
}
