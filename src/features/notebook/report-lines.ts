/** REPORT-1: the problems that somebody met. */
import { asWritten } from '../../core/i18n.ts'
import type { ReportSource } from '../../feature.ts'
import { words } from './messages.ts'
import { notesBetween } from './store.ts'

export const report: readonly ReportSource[] = [
  {
    name: 'notebook',
    word: (lang) => words(lang).inReport,
    order: 60,
    required: true,
    async known(db, { shop, personId, from, to }) {
      const notes = await notesBetween(db, { shopId: shop.id, authorIds: [personId], from, to })
      return notes.map(({ text }) => ({ text: asWritten(text), href: '/notebook' }))
    },
  },
]
