import type { Feature } from '../../feature.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import { flagsRoutes } from './flags-routes.tsx'
import { help } from './help.ts'
import { words } from './messages.ts'
import { sentences } from './sentences.ts'
import { settingsRoutes } from './settings-routes.tsx'
import { shopsRoutes } from './shops-routes.tsx'

export const shops: Feature = {
  name: 'shops',
  routes: [...settingsRoutes, ...flagsRoutes, ...calendarRoutes, ...shopsRoutes],
  help,
  nav: [
    { href: '/calendar', word: (lang) => words(lang).calendar, right: 'shop.see', order: 70 },
    { href: '/shop/settings', word: (lang) => words(lang).settings, right: 'shop.settings', order: 90 },
  ],
  sentences,
}
