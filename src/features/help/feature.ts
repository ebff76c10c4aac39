import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { help as pages } from './help.ts'
import { routes } from './routes.tsx'
import { terms } from './terms/index.ts'

export const help: Feature = {
  name: 'help',
  routes,
  actions: [
    { word: inBoth('词汇表', 'Glossary'), href: '/help/words', right: 'person', order: 180 },
    { word: inBoth('岗位卡片', 'Cards by role'), href: '/help#cards', right: 'person', order: 185, keys: ['打印卡片'] },
  ],
  help: pages,
  terms,
}
