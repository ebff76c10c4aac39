import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { words } from './messages.ts'
import { wallRoutes } from './routes.tsx'
import { sentences } from './sentences.ts'

/** Screens on walls: figures of the shop for whoever has a screen's address. They count what the rooms have open. */
export const wall = (rooms: readonly Feature[]): Feature => ({
  name: 'wall',
  routes: wallRoutes(rooms.flatMap((room) => room.handover ?? [])),
  help,
  actions: [{ word: inBoth('挂墙屏', 'Put up a wall screen'), href: '/walls#name', right: 'wall.manage', order: 120 }],
  nav: [{ href: '/walls', word: (lang) => words(lang).title, right: 'wall.manage', order: 86 }],
  settings: [{ href: '/walls', word: (lang) => words(lang).title, right: 'wall.manage' }],
  sentences,
})
