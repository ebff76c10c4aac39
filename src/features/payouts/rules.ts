/** Who may pay what: never alone, never twice, never more than the order was worth. Pure. */
import { may, type Actor } from '../../access.ts'
import { dayOf, instantOf, timeOf } from '../../core/time.ts'
import { nextWorkingDay, type ShopCalendar, type ShopSettings } from '../shops/index.ts'
import type { Payout } from './store.ts'

/** A shop where one person is enough says so in its settings. */
export const onePersonPays = ({ settings }: { settings: ShopSettings }): boolean => settings.onePersonPays === true

/** Two pairs of eyes: whoever prepared it does not pay it. */
export const mayPay = (
  payout: Pick<Payout, 'preparedBy'>,
  who: Pick<Actor, 'id' | 'roles'>,
  shop: { settings: ShopSettings },
): boolean => may(who, 'payouts.pay') && (onePersonPays(shop) || payout.preparedBy !== who.id)

/** Whoever prepared it, and leads. */
export const mayWithdraw = (payout: Pick<Payout, 'preparedBy'>, who: Pick<Actor, 'id' | 'roles'>): boolean =>
  payout.preparedBy === who.id || may(who, 'day.team')

/** What may be paid out in all, fen: what the order was worth, else what was promised; null: nothing says. */
export const limitOf = ({
  order,
  worth,
}: {
  order: { amount: number } | undefined
  worth: number | null
}): number | null => order?.amount ?? worth

export const isAmount = (fen: number) => Number.isSafeInteger(fen) && fen > 0

/** Letters of what is paid for. */
export const LONGEST_WHAT = 200

/** The platform's number of a transfer: six digits or letters in a row, with a digit among the first. */
export const hasNumber = (how: string): boolean =>
  how.split(/[^0-9A-Za-z]+/).some((word) => word.length >= 6 && /\d{2}/.test(word))

/** From when on it waits too long: the same time on the next working day. UTC ms. */
export function waitsTooLongAt(calendar: ShopCalendar, preparedAt: number): number {
  const { timeZone } = calendar
  const next = nextWorkingDay(calendar, dayOf(preparedAt, timeZone))
  return instantOf(next, timeOf(preparedAt, timeZone), timeZone)
}

/** fen, by what they were paid for. */
export function sumsOf<K extends string>(
  rows: readonly { kind: K; amount: number }[],
): { kind: K; n: number; fen: number }[] {
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, list]) => ({
    kind,
    n: list.length,
    fen: total(list),
  }))
}
export const total = (rows: readonly { amount: number }[]) => rows.reduce((sum, { amount }) => sum + amount, 0)
