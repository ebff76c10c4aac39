import type { Feature } from '../../feature.ts'
import { codesRoutes } from './codes-routes.tsx'
import { help } from './help.ts'
import { words } from './messages.ts'
import { rosterRoutes } from './roster-routes.tsx'
import { sentences } from './sentences.ts'
import { swapRoutes } from './swap-routes.tsx'

export const shifts: Feature = {
  name: 'shifts',
  routes: [...rosterRoutes, ...swapRoutes, ...codesRoutes],
  help,
  nav: [{ href: '/roster', word: (lang) => words(lang).roster, right: 'roster.see', order: 71 }],
  sentences,
}
