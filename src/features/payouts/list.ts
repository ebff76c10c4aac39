/** What waits for this reader to pay, what is to be prepared, and what was dealt with on a day. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, instantOf, isDay, type Day } from '../../core/time.ts'
import { namesOf } from '../people/index.ts'
import { calendarOf, type Shop } from '../shops/index.ts'
import type { Paid } from './bulk.ts'
import { mayPay, onePersonPays, waitsTooLongAt } from './rules.ts'
import { decidedBetween, entriesWithout, preparersOf, waitingPayouts, type PayoutRow, type ToPrepare } from './store.ts'

export type PayoutList = {
  toPay: PayoutRow[]
  /** Prepared by this reader: another one pays. */
  others: PayoutRow[]
  toPrepare: ToPrepare[]
  day: Day
  today: Day
  decided: PayoutRow[]
  /** Ids of those that wait longer than a working day. */
  late: ReadonlySet<string>
  names: Map<string, { handle: string; hue: number }>
  alone: boolean
  canPay: boolean
  canPrepare: boolean
}

/** What its page is drawn from. */
export type ListProps = {
  lang: Lang
  shop: Shop
  now: number
  list: PayoutList
  /** What came of those that were picked. */
  results?: readonly Paid[] | undefined
}

/** `asked`: the day whose payouts are listed at the end; today when it is none. */
export async function payoutList({ read, who, now }: Context, shop: Shop, asked = ''): Promise<PayoutList> {
  const today = dayOf(now, shop.timeZone)
  const day = isDay(asked) && asked < today ? asked : today
  const waiting = await waitingPayouts(read, shop.id)
  const decided = await decidedBetween(read, shop.id, ...spanOf(day, shop.timeZone))
  const calendar = await calendarOf(read, shop)
  const people = [...waiting, ...decided].flatMap(({ preparedBy, decidedBy }) => [preparedBy, decidedBy])
  const late = waiting.filter(({ preparedAt }) => waitsTooLongAt(calendar, preparedAt) <= now)
  return {
    toPay: waiting.filter((payout) => mayPay(payout, who, shop)),
    others: waiting.filter((payout) => !mayPay(payout, who, shop)),
    toPrepare: await entriesWithout(read, shop.id),
    day,
    today,
    decided,
    late: new Set(late.map(({ id }) => id)),
    names: await namesOf(read, [...new Set(people.filter((id) => id !== null))]),
    alone: onePersonPays(shop),
    canPay: may(who, 'payouts.pay'),
    canPrepare: may(who, 'payouts.prepare'),
  }
}

const spanOf = (day: Day, zone: string): [number, number] => [
  instantOf(day, '00:00', zone),
  instantOf(addDays(day, 1), '00:00', zone),
]

/** How many wait for this reader to pay them. */
export async function payoutsFor(db: Reader, shop: Shop, who: Context['who']): Promise<number> {
  if (!may(who, 'payouts.pay')) return 0
  return (await preparersOf(db, shop.id)).filter((payout) => mayPay(payout, who, shop)).length
}
