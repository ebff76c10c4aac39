import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { words } from './messages.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'

export const prizes: Feature = {
  name: 'prizes',
  routes,
  help,
  nav: [{ href: '/prizes', word: (lang) => words(lang).title, right: 'prizes.see', order: 77 }],
  sentences,
}
