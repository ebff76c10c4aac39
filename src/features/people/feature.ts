import type { Feature } from '../../feature.ts'
import { words } from './messages.ts'
import { ownRoutes } from './own-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { sentences } from './sentences.ts'
import { signInRoutes } from './sign-in-routes.tsx'

export const people: Feature = {
  name: 'people',
  routes: [...signInRoutes, ...ownRoutes, ...peopleRoutes],
  nav: [{ href: '/people', word: (lang) => words(lang).people, right: 'people.manage', order: 80 }],
  sentences,
}
