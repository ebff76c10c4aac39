import type { Feature } from '../../feature.ts'
import { dayHead } from './board-head.tsx'
import { linesPanel } from './board-lines.tsx'
import type { DueList } from './due.ts'
import { help } from './help.ts'
import { sourcesOf } from './lines.ts'
import { words } from './messages.ts'
import { dayRoutes } from './routes.tsx'
import { sentences } from './sentences.ts'

/** DAY-1: the day's line, of what these rooms see of its steps; `due`: what they have open. */
export const days = (rooms: readonly Feature[], due: DueList): Feature => ({
  name: 'days',
  routes: dayRoutes(sourcesOf(rooms)),
  help,
  nav: [
    { href: '/day', word: (lang) => words(lang).title, right: 'day.see', order: 71 },
    { href: '/days', word: (lang) => words(lang).team, right: 'day.team', order: 70 },
  ],
  sentences,
  board: [dayHead(sourcesOf(rooms), due), linesPanel(sourcesOf(rooms))],
})
