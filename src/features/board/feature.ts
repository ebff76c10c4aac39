import type { Feature } from '../../feature.ts'
import type { DueList } from '../days/index.ts'
import { duePanel } from './due.tsx'
import { help } from './help.ts'
import { lateHead } from './late.tsx'
import { words } from './messages.ts'
import { boardRoutes } from './routes.tsx'
import { quickActions } from './quick-actions.ts'
import { trendsPanel } from './trends.tsx'

/** The live board, made of the panels that the rooms announce; `due`: what they have open. */
export const board = (rooms: readonly Feature[], due: DueList): Feature => ({
  name: 'board',
  routes: boardRoutes([
    duePanel(due),
    lateHead(rooms.flatMap((room) => room.late ?? [])),
    trendsPanel(rooms.flatMap((room) => room.trends ?? [])),
    ...rooms.flatMap((room) => room.board ?? []),
  ]),
  help,
  actions: quickActions,
  nav: [{ href: '/board', word: (lang) => words(lang).title, right: 'board.see', order: 5 }],
})
