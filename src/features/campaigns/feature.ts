import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { words } from './messages.ts'
import { agenda, handover, marks } from './open-things.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'

export const campaigns: Feature = {
  name: 'campaigns',
  routes,
  help,
  nav: [{ href: '/campaigns', word: (lang) => words(lang).title, right: 'campaigns.see', order: 75 }],
  sentences,
  handover,
  agenda,
  marks,
}
