import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { late } from './late.ts'
import { words } from './messages.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { countFailed } from './store.ts'

/** Its sending is started with the board (board.ts): only there is it known how letters leave. */
export const outbox: Feature = {
  name: 'outbox',
  routes,
  help,
  nav: [
    {
      href: '/outbox',
      word: (lang) => words(lang).outbox,
      right: 'outbox.see',
      order: 84,
      badge: async ({ read }, shop) => (shop ? countFailed(read, shop.id) : 0),
    },
  ],
  sentences,
  late,
}
