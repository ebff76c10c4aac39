import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { words } from './messages.ts'
import { report } from './report-lines.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { noteAgenda, noteStep } from './sources.ts'

export const notebook: Feature = {
  name: 'notebook',
  routes,
  help,
  actions: [
    {
      word: inBoth('记备忘', 'Note something'),
      href: '/notebook#note-text',
      right: 'notebook.keep',
      order: 50,
      keys: ['记一笔'],
    },
  ],
  nav: [{ href: '/notebook', word: (lang) => words(lang).title, right: 'notebook.keep', order: 74, shortcut: 'b' }],
  sentences,
  agenda: [noteAgenda],
  report,
  steps: { notebook: noteStep },
}
