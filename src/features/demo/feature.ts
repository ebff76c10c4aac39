import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'

export const demo: Feature = {
  name: 'demo',
  routes,
  help,
  sentences,
  actions: [
    {
      word: inBoth('换角色', 'Switch role'),
      href: '/demo/roles',
      right: 'person',
      order: 190,
      only: ({ demo }) => demo,
    },
  ],
}
