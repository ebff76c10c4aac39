import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { words } from './messages.ts'
import { ownRoutes } from './own-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { sentences } from './sentences.ts'
import { signInRoutes } from './sign-in-routes.tsx'

export const people: Feature = {
  name: 'people',
  routes: [...signInRoutes, ...ownRoutes, ...peopleRoutes],
  help,
  actions: [
    { word: inBoth('加人', 'Add people'), href: '/new-people', right: 'people.manage', order: 110 },
    { word: inBoth('锁屏或换人', 'Lock or switch person'), href: '/lock', right: 'person', order: 200, post: true },
    { word: inBoth('退出登录', 'Sign out'), href: '/sign-out', right: 'person', order: 210, post: true },
  ],
  nav: [{ href: '/people', word: (lang) => words(lang).people, right: 'people.manage', order: 80 }],
  sentences,
}
