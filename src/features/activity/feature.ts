import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { words } from './messages.ts'
import { routes } from './routes.tsx'

export const activity: Feature = {
  name: 'activity',
  routes,
  help,
  nav: [{ href: '/activity', word: (lang) => words(lang).log, right: 'activity.see', order: 95 }],
}
