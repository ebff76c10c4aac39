/** What the notebook tells the evening meeting and the day's line. */
import { both } from '../../core/i18n.ts'
import type { AgendaSource, StepSource } from '../../feature.ts'
import { perHours } from '../shifts/index.ts'
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

export const noteStep: StepSource = async (db, { shop, shifts }) => {
  const notes = await perHours(shifts, async (authorIds, hours) =>
    Map.groupBy(await notesBetween(db, { shopId: shop.id, authorIds, ...hours }), ({ authorId }) => authorId),
  )
  // a day without a problem owes no note: nothing is left, and nothing is late
  return notes.map((own = []) => ({ doneAt: own.at(-1)?.at ?? null, count: own.length, left: 0, href: '/notebook' }))
}
