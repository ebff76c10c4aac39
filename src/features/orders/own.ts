/** What one person's orders still wait for before the cutoff: as many as the lists behind these words show. */
import type { Reader } from '../../core/store.ts'
import type { Shop } from '../shops/index.ts'
import { dayBook } from './book.ts'
import { heldList } from './held.ts'
import { listPage } from './list.ts'
import { ordersOfPerson } from './store.ts'

export type OwnOpen = {
  /** Of those that this person has had to do with. */
  waits: number
  undecided: number
  /** Holds of theirs that are due or overdue. */
  holds: number
  /** Of the whole shop. */
  all: { waits: number; ships: number }
}

export async function ownOpen(db: Reader, shop: Shop, personId: string, now: number): Promise<OwnOpen> {
  const book = await dayBook(db, shop, now)
  const only = await ordersOfPerson(db, shop.id, personId)
  const count = (show: 'waits' | 'undecided') =>
    listPage(book, { show, buyer: '', item: '', only }, undefined, now).total
  const { overdue, due } = heldList(book, shop, personId, now)
  return {
    waits: count('waits'),
    undecided: count('undecided'),
    holds: overdue.length + due.length,
    all: { waits: book.count.waits, ships: book.count.ships },
  }
}
