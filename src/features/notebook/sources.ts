/** What the notebook tells the evening meeting and the day's line. */
import { both } from '../../core/i18n.ts'
import type { AgendaSource, Feature } from '../../feature.ts'
import { words } from './messages.ts'
import { notesBetween, settleNote, untalkedOn } from './store.ts'

/** MEET-1: problems that were put on the agenda, until a meeting has talked about them. */
export const noteAgenda: AgendaSource = {
  name: 'note',
  word: (lang) => words(lang).from,
  meetings: ['evening'],
  async points(db, shop, { day }) {
    const notes = await untalkedOn(db, shop.id, day)
    return notes.map(({ id, text, author, orderId }) => ({
      key: `note:${id}`,
      urgency: 'watch',
      summary: both((lang) => words(lang).by(author, text)),
      href: orderId ? `/orders/${orderId}` : '/notebook?whose=team',
      ...(orderId ? { orderId } : {}),
    }))
  },
  async talked(tx, key, said) {
    await settleNote(tx, key.slice('note:'.length), said)
  },
}

export const noteStep: NonNullable<Feature['steps']>['notebook'] = async (db, { shop, personId, from, to }) => {
  const notes = await notesBetween(db, { shopId: shop.id, authorId: personId, from, to })
  // a day without a problem owes no note: nothing is left, and nothing is late
  return { doneAt: notes.at(-1)?.at ?? null, count: notes.length, left: 0, href: '/notebook' }
}
