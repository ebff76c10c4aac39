/** REPORT-1: the lines of the after-sales sheet that somebody entered. */
import { both } from '../../core/i18n.ts'
import type { ReportSource } from '../../feature.ts'
import { words } from './messages.ts'
import { enteredBetween } from './store-list.ts'

export const report: readonly ReportSource[] = [
  {
    name: 'aftersales',
    word: (lang) => words(lang).title,
    order: 50,
    required: true,
    async known(db, { shop, personId, from, to }) {
      const entries = await enteredBetween(db, shop.id, from, to)
      return entries
        .filter(({ createdBy }) => createdBy === personId)
        .map(({ id, kind, buyer, promised }) => ({
          text: both((lang) => words(lang).one(words(lang).kinds[kind], buyer, promised)),
          href: `/entry/${id}`,
        }))
    },
  },
]
