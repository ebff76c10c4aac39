/** The holds of a shop sorted by what must be done: overdue, due, coming, without a date; and by whose they are. Pure. */
import { shiftAt, type Shift, type Shop } from '../shops/index.ts'
import { urgencyNow, type BookEntry, type DayBook } from './book.ts'
import type { Hold } from './facts.ts'
import { holderOf, type Holder, type Urgency } from './holds.ts'

export type Held = { entry: BookEntry; hold: Hold; holder: Holder; urgency: Urgency }
export type HeldList = Record<Urgency, Held[]> & {
  /** Holding flags without a hold. */
  undated: BookEntry[]
  all: number
  /** How many each has: person ids, and "shift" for the shift that is on. */
  byHolder: Map<string, number>
  shift: Shift
}

export const SHIFT = 'shift'
const holderKey = (holder: Holder) => holder.personId ?? SHIFT

/** `whose` narrows it to one person's id or to "shift"; empty: everybody's. The nearest date first. */
export function heldList(book: DayBook, shop: Shop, whose: string, now: number): HeldList {
  const held = book.list
    .filter((entry) => entry.hold)
    .map((entry): Held => {
      const hold = entry.hold!
      const holder = holderOf(hold, shop.shifts, now, shop.timeZone)
      return { entry, hold, holder, urgency: urgencyNow(entry, book.on, now)! }
    })
    .sort((a, b) =>
      a.hold.dueOn === b.hold.dueOn ? compare(a.hold.id, b.hold.id) : compare(a.hold.dueOn, b.hold.dueOn),
    )
  const undated = book.list.filter(isUndated)
  const shown = whose ? held.filter(({ holder }) => holderKey(holder) === whose) : held
  const byHolder = new Map<string, number>()
  for (const { holder } of held) byHolder.set(holderKey(holder), (byHolder.get(holderKey(holder)) ?? 0) + 1)
  const of = (urgency: Urgency) => shown.filter((one) => one.urgency === urgency)
  return {
    overdue: of('overdue'),
    due: of('due'),
    coming: of('coming'),
    undated: whose ? [] : undated,
    all: held.length,
    byHolder,
    shift: shiftAt(shop.shifts, now, shop.timeZone),
  }
}

/** A holding flag without a hold: it came with changed flag tables. */
export const isUndated = ({ order, hold }: BookEntry): boolean => order.meaning === 'hold' && !hold

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
