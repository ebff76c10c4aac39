import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { words } from './messages.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'

/** Its telling and its sending are started with the board (board.ts): only there it is known where robots may be. */
export const robots: Feature = {
  name: 'robots',
  routes,
  help,
  nav: [{ href: '/robots', word: (lang) => words(lang).robots, right: 'robots.manage', order: 85 }],
  settings: [{ href: '/robots', word: (lang) => words(lang).robots, right: 'robots.manage' }],
  sentences,
}
