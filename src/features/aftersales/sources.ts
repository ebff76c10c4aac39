/** SHIFT-2, MEET-1: what the after-sales sheet tells the handover and the meetings. */
import { both, type Both } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { addDays, instantOf, shortOf, type Day } from '../../core/time.ts'
import type { AgendaSource, HandoverSource, OpenThing } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { urgencyOf } from './rules.ts'
import { entriesById, giveOpenEntry, openEntries, type Entry } from './store.ts'
import { enteredBetween } from './store-list.ts'

const keyOf = ({ id }: Entry) => `entry:${id}`
const idOf = (key: string) => key.slice('entry:'.length)

const thingOf = (entry: Entry, now: number): OpenThing => ({
  key: keyOf(entry),
  urgency: urgencyOf(entry, now),
  summary: both((lang) => {
    const t = words(lang)
    return t.one(t.kinds[entry.kind], entry.buyer, entry.promised)
  }),
  ...(entry.state === 'open' ? {} : { todo: both((lang) => words(lang).states[entry.state]) }),
  dueAt: entry.dueAt,
  ownerId: entry.ownerId,
  href: `/entry/${entry.id}`,
  ...(entry.orderId ? { orderId: entry.orderId } : {}),
  buyer: entry.buyer,
})

/** SHIFT-2: what is late, or due before the incoming turn ends. */
export const entryHandover: HandoverSource = {
  name: 'entry',
  word: (lang) => words(lang).title,
  async open(db, shop, { now, until }) {
    const open = await openEntries(db, shop.id)
    return open.filter(({ dueAt }) => dueAt <= until).map((entry) => thingOf(entry, now))
  },
  async ended(db, shop, keys, { until }) {
    const list = await entriesById(db, shop.id, keys.map(idOf))
    return new Map(
      list.flatMap((entry): [string, Both][] => {
        const ending = endingOf(entry, shop, until)
        return ending ? [[keyOf(entry), ending]] : []
      }),
    )
  },
  async taken(tx, key, { personId, side }) {
    await giveOpenEntry(tx, idOf(key), { ownerId: personId, ownerSide: side })
  },
}

/** How it ended; undefined while it matters to the incoming turn. */
function endingOf({ state, result, dueAt }: Entry, { timeZone }: Shop, until: number): Both | undefined {
  if (state === 'done') return both((lang) => words(lang).doneWith(result ?? ''))
  return dueAt > until ? both((lang) => words(lang).movedTo(shortOf(dueAt, timeZone))) : undefined
}

/** MEET-1: the morning hears what is late, the evening the day's cases. */
export const entryAgenda: AgendaSource = {
  name: 'entry',
  word: (lang) => words(lang).title,
  meetings: ['morning', 'evening'],
  async points(db, shop, { kind, day, now }) {
    const list = kind === 'morning' ? await lateOnes(db, shop, now) : await casesOf(db, shop, day)
    const things = list.slice(0, TOLD).map((entry) => thingOf(entry, now))
    return list.length > TOLD ? [...things, restOf(day, list.length - TOLD)] : things
  },
}

/** As many as a meeting talks about one by one. */
const TOLD = 15

const restOf = (day: Day, n: number): OpenThing => ({
  key: `entry:rest:${day}`,
  urgency: 'steady',
  summary: both((lang) => words(lang).rest(n)),
  href: '/aftersales?whose=all',
})

const lateOnes = async (db: Reader, shop: Shop, now: number) =>
  (await openEntries(db, shop.id)).filter(({ dueAt }) => dueAt <= now)

const casesOf = (db: Reader, { id, timeZone }: Shop, day: Day) =>
  enteredBetween(db, id, instantOf(day, '00:00', timeZone), instantOf(addDays(day, 1), '00:00', timeZone))
