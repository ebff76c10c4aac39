/** SHIFT-2, MEET-1: what refunds leave to the next shift and bring to the morning meeting. */
import { both, type Both } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { yuan } from '../../core/text.ts'
import type { AgendaSource, HandoverSource, OpenThing } from '../../feature.ts'
import { allShops, type Shop } from '../shops/index.ts'
import { pageWords } from './page-words.ts'
import { isLate } from './rules.ts'
import { giveRefund, openRefunds, ordersById, refundsById, type Refund } from './store.ts'

const keyOf = ({ id }: Pick<Refund, 'id'>) => `refund:${id}`
const idOf = (key: string) => key.slice('refund:'.length)

async function openThings(db: Reader, shop: Shop, now: number): Promise<OpenThing[]> {
  const open = await openRefunds(db, shop.id)
  const orders = await ordersById(db, open.map(({ orderId }) => orderId)) // prettier-ignore
  return open.map((refund): OpenThing => {
    const { tid, buyer, receiver, amount } = orders.get(refund.orderId)!
    return {
      key: keyOf(refund),
      urgency: isLate(refund, now) ? 'urgent' : 'watch',
      summary: both((lang) => pageWords(lang).thing(yuan(amount), buyer || receiver, tid)),
      todo: both((lang) => pageWords(lang).thingTodo),
      dueAt: refund.dueAt,
      ownerId: refund.handlerId,
      href: `/refund/${refund.id}`,
      orderId: refund.orderId,
      buyer: buyer || receiver,
    }
  })
}

async function endings(db: Reader, shop: Shop, keys: readonly string[]): Promise<Map<string, Both>> {
  const rows = await refundsById(db, shop.id, keys.map(idOf))
  return new Map(
    rows.flatMap((refund): [string, Both][] => {
      const { state, ending } = refund
      if (state === 'open') return []
      return [[keyOf(refund), both((lang) => pageWords(lang).endings[state](ending ?? pageWords(lang).byImport))]]
    }),
  )
}

export const handover: readonly HandoverSource[] = [
  {
    name: 'refund',
    word: (lang) => pageWords(lang).agendaHeading,
    open: (db, shop, { now }) => openThings(db, shop, now),
    ended: endings,
    /** Whoever takes it over looks after it; it bears their name only when they may refund. */
    async taken(tx, key, { personId, side }) {
      const isHandler = (await allShops(tx)).some(({ settings }) => settings.refundHandlers?.includes(personId))
      await giveRefund(tx, idOf(key), { handlerSide: side, ...(isHandler && { handlerId: personId }) })
    },
  },
]

export const agenda: readonly AgendaSource[] = [
  {
    name: 'refund',
    word: (lang) => pageWords(lang).agendaHeading,
    meetings: ['morning'],
    points: (db, shop, { now }) => openThings(db, shop, now),
  },
]
