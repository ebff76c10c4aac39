/** What can be asked of whom for one's own shift of a day. */
import type { Context } from '../../core/context.ts'
import { addDays, type Day } from '../../core/time.ts'
import { staffOf, type Staff } from '../people/index.ts'
import type { Shop } from '../shops/index.ts'
import { turnAt } from './rules.ts'
import { cellsBetween } from './store-roster.ts'
import { dutiesAround, kindsOf } from './store.ts'
import { faultOf, type Offer } from './swap-rules.ts'
import { endsIn } from './swap-offers.ts'
import { isWork } from './weeks.ts'
import type { Kind } from './week.ts'

export type Colleague = Pick<Staff, 'id' | 'handle' | 'hue'> & {
  /** Their published shift of that day. */
  thatDay: string | null
}
export type SwapChoices = {
  kinds: Kind[]
  /** One's own shift. */
  day: Day
  code: string
  colleagues: Colleague[]
  /** Who was chosen, with what could come back: null for nothing. */
  chosen: (Colleague & { back: ({ day: Day; code: string } | null)[] }) | undefined
}

/** Days around the shift in which something may come back. */
const BEFORE = 7
const AFTER = 14

/** Of the day asked for, else of one's next shift; undefined when one has no shift there. */
export async function swapChoices(ctx: Context, shop: Shop, asked: { day?: Day | undefined; of?: string | undefined }) {
  const me = ctx.who.id
  if (!me) return undefined
  const next = (await dutiesAround(ctx.read, shop, ctx.now)).find((duty) => duty.personId === me && duty.to > ctx.now)
  const day = asked.day ?? next?.day
  if (!day) return undefined
  const today = turnAt(shop, ctx.now).day
  const from = [addDays(day, -BEFORE), today].sort()[1]!
  const cells = await cellsBetween(ctx.read, shop.id, [from, day].sort()[0]!, addDays(day, AFTER))
  const table = new Map(cells.map((cell) => [`${cell.personId} ${cell.day}`, cell.published]))
  const published = (personId: string, on: Day) => table.get(`${personId} ${on}`) ?? null
  const code = published(me, day)
  if (!isWork(code)) return undefined
  const kinds = await kindsOf(ctx.read, shop)
  const isPossible = (offer: Offer) => faultOf(offer, published, endsIn(shop, kinds), ctx.now) === undefined
  const rostered = new Set(cells.filter((cell) => isWork(cell.published)).map((cell) => cell.personId))
  const others = (await staffOf(ctx.read, shop.id)).filter((person) => person.id !== me)
  const staff = others.toSorted((a, b) => Number(rostered.has(b.id)) - Number(rostered.has(a.id)))
  const colleagues = staff.map(({ id, handle, hue }): Colleague => ({ id, handle, hue, thatDay: published(id, day) }))
  const person = colleagues.find((one) => one.id === asked.of)
  const own = { askedBy: me, day, code }
  const theirs = cells.filter((cell) => cell.personId === person?.id && isWork(cell.published))
  const shifts = [null, ...theirs.map((cell) => ({ day: cell.day, code: cell.published! }))]
  const back = shifts.filter((shift) =>
    isPossible({ ...own, askedOf: person?.id ?? '', otherDay: shift?.day ?? null, otherCode: shift?.code ?? null }),
  )
  return { kinds, day, code, colleagues, chosen: person && { ...person, back } } satisfies SwapChoices
}
