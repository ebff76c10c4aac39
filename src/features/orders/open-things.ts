/** What orders leave to the next shift and bring to the meetings: holds, open questions, promises. */
import { and, eq, inArray } from 'drizzle-orm'
import { openHold, openOrder } from '../../../db/conditions.ts'
import { holds, orders, remarks } from '../../../db/schema.ts'
import { both, type Both } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, dayWord, type Day } from '../../core/time.ts'
import type { AgendaSource, HandoverSource, OpenThing, Urgency } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import { dayBook, urgencyNow, type BookEntry } from './book.ts'
import { holdReasonWord } from './messages.ts'
import { openThingWords as words } from './words-open.ts'

const idIn = (key: string) => key.slice(key.indexOf(':') + 1)
const buyerOf = ({ order }: Pick<BookEntry, 'order'>) => order.receiver || order.buyer

// --- holds --------------------------------------------------------------------------------------------

/** Holds whose date has come by this day, as things to settle. */
async function holdsBy(db: Reader, shop: Shop, day: Day, now: number): Promise<OpenThing[]> {
  const book = await dayBook(db, shop, now)
  return book.list
    .filter(({ hold }) => hold !== null && hold.dueOn <= day)
    .map((entry) => ({
      key: `hold:${entry.hold!.id}`,
      urgency: urgencyOfHold(urgencyNow(entry, book.on, now)),
      summary: both((lang) => {
        const { reason, note, dueOn } = entry.hold!
        return words(lang).hold(buyerOf(entry), holdReasonWord(reason, lang), note, dayWord(dueOn, lang))
      }),
      todo: both((lang) => words(lang).settleHold),
      dueAt: entry.deadline!,
      ownerId: entry.hold!.ownerId,
      href: `/orders/${entry.order.id}`,
      orderId: entry.order.id,
      buyer: buyerOf(entry),
    }))
}
const urgencyOfHold = (urgency: ReturnType<typeof urgencyNow>): Urgency =>
  urgency === 'overdue' ? 'urgent' : urgency === 'due' ? 'watch' : 'steady'

/** How holds ended that are no longer to be settled by this day. */
async function endedHolds(db: Reader, keys: readonly string[], until: Day): Promise<Map<string, Both>> {
  const rows = await db
    .select({ id: holds.id, state: holds.state, dueOn: holds.dueOn, open: orders.open })
    .from(holds)
    .leftJoin(orders, eq(orders.id, holds.orderId))
    .where(inArray(holds.id, keys.map(idIn)))
  const endings = rows.flatMap(({ id, state, dueOn, open }): [string, Both][] => {
    const key = `hold:${id}`
    if (state !== 'open') return [[key, both((lang) => words(lang).holdEnded[state])]]
    if (!open) return [[key, both((lang) => words(lang).orderGone)]]
    return dueOn > until ? [[key, both((lang) => words(lang).postponed(dayWord(dueOn, lang)))]] : []
  })
  return new Map(endings)
}

const dueHolds: HandoverSource = {
  name: 'hold',
  word: (lang) => words(lang).holdsDue,
  open: (db, shop, { now, until }) => holdsBy(db, shop, dayOf(until, shop.timeZone), now),
  ended: (db, shop, keys, { until }) => endedHolds(db, keys, dayOf(until, shop.timeZone)),
  async taken(tx, key, { personId, side }) {
    await tx
      .update(holds)
      .set({ ownerId: personId, ownerShift: side })
      .where(and(eq(holds.id, idIn(key)), openHold(holds)))
  },
}

// --- questions that keep orders back ------------------------------------------------------------------

/** Sixty undecided flags are one thing to do, with a list behind it. */
const openQuestions: HandoverSource = {
  name: 'questions',
  word: (lang) => words(lang).questions,
  async open(db, shop, { now }) {
    const book = await dayBook(db, shop, now)
    const counts = { undecided: book.count.undecided, gift: book.count.gift, differs: book.count.differs }
    return asked.flatMap((show): OpenThing[] => {
      const n = counts[show]
      if (!n) return []
      return [
        {
          key: `questions:${show}:${shop.id}`,
          urgency: 'watch',
          summary: both((lang) => words(lang).question[show](n)),
          todo: both((lang) => words(lang).settleBefore(shop.cutoff)),
          href: `/orders?show=${show}`,
        },
      ]
    })
  },
  async ended(db, shop, keys, { now }) {
    const { count } = await dayBook(db, shop, now)
    const over = keys.filter((key) => !count[key.split(':')[1] as (typeof asked)[number]])
    return new Map(over.map((key) => [key, both((lang) => words(lang).allAnswered)]))
  },
}
const asked = ['undecided', 'gift', 'differs'] as const

// --- promises -----------------------------------------------------------------------------------------

/** What was promised on orders that are in no batch yet and on no hold: nobody else keeps it in mind. */
const promises: HandoverSource = {
  name: 'promise',
  word: (lang) => words(lang).promises,
  async open(db, shop, { now }) {
    const book = await dayBook(db, shop, now)
    const entries = new Map(
      book.list.filter(({ hold, facts }) => !hold && !facts.shipment).map((entry) => [entry.order.id, entry]),
    )
    return (await promisedOf(db, shop.id)).flatMap(({ id, orderId, text, authorId }): OpenThing[] => {
      const entry = entries.get(orderId)
      if (!entry) return []
      const summary = both((lang) => words(lang).promise(buyerOf(entry), text))
      const href = `/orders/${orderId}`
      return [{ key: `promise:${id}`, urgency: 'steady', summary, ownerId: authorId, href, orderId, buyer: buyerOf(entry) }] // prettier-ignore
    })
  },
  async ended(db, shop, keys, span) {
    const open = new Set((await promises.open(db, shop, span)).map(({ key }) => key))
    const over = keys.filter((key) => !open.has(key))
    return new Map(over.map((key) => [key, both((lang) => words(lang).promiseGoes)]))
  },
}
const promisedOf = (db: Reader, shopId: string) =>
  db
    .select({ id: remarks.id, orderId: remarks.orderId, text: remarks.text, authorId: remarks.authorId })
    .from(orders)
    .innerJoin(remarks, and(eq(remarks.orderId, orders.id), eq(remarks.kind, 'promise')))
    .where(and(eq(orders.shopId, shopId), openOrder(orders)))

export const handover: readonly HandoverSource[] = [dueHolds, openQuestions, promises]

// --- meetings -----------------------------------------------------------------------------------------

/** HOLD-3, MEET-1: in the morning what is due today, in the evening what is due tomorrow. */
export const agenda: readonly AgendaSource[] = [
  {
    name: 'hold',
    word: (lang) => words(lang).holdsDue,
    meetings: ['morning', 'evening'],
    points: (db, shop, { kind, day, now }) => holdsBy(db, shop, kind === 'morning' ? day : addDays(day, 1), now),
  },
  {
    name: 'questions',
    word: (lang) => words(lang).questions,
    meetings: ['morning'],
    points: (db, shop, { now }) => openQuestions.open(db, shop, { now, until: now }),
  },
]
