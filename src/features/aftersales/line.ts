/** What every change of a line needs: its amount, its due time, how the log and its owner hear of it. */
import type { Context } from '../../core/context.ts'
import { both } from '../../core/i18n.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { shortOf } from '../../core/time.ts'
import { announce } from '../inbox/index.ts'
import { calendarOf, type Shop } from '../shops/index.ts'
import { dueInWorkingHours } from './due.ts'
import { refusal, words } from './messages.ts'
import { entryHoursOf, MOST_AMOUNT } from './rules.ts'
import type { Entry } from './store.ts'

/** Fen, more than nothing; throws `invalid` at its field. */
export function checkedAmount(amount: number | null): number | null {
  if (amount !== null && !(Number.isSafeInteger(amount) && amount > 0 && amount <= MOST_AMOUNT))
    throw refusal('invalid', 'amountWrong', 'amount')
  return amount
}

/** When a line that begins now is due by the shop's rule, UTC ms. */
export const dueFor = async (db: Reader, shop: Shop, now: number): Promise<number> =>
  dueInWorkingHours(await calendarOf(db, shop), shop.shifts, now, entryHoursOf(shop))

/** What the log says of a line without a look-up. */
export const toldOf = ({ kind, buyer, orderId, promised }: Entry) => ({ kind, buyer, orderId, promised })

/** Once for each time that it comes to somebody. */
export async function tellOwner(tx: Tx, ctx: Context, shop: Shop, entry: Entry) {
  if (!entry.ownerId || entry.ownerId === ctx.who.id) return
  const due = shortOf(entry.dueAt, shop.timeZone)
  await announce(tx, ctx.now, {
    shopId: shop.id,
    to: [entry.ownerId],
    key: `entry.given:${entry.id}:${entry.changedAt}`,
    tone: 'soon',
    text: both((lang) => {
      const t = words(lang)
      return t.announce.given(ctx.who.handle, t.one(t.kinds[entry.kind], entry.buyer, entry.promised), due)
    }),
    href: `/entry/${entry.id}`,
  })
}
