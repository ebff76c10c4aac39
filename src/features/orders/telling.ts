/** HOLD-3: who is told about a due hold, and in which words. */
import { eq } from 'drizzle-orm'
import { orders } from '../../../db/schema.ts'
import { both } from '../../core/i18n.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { dayOf, dayWord, timeOf } from '../../core/time.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf, staffOf } from '../people/index.ts'
import { whoHas, type Duty } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import type { Hold } from './facts.ts'
import { reminderKey, type Reminder } from './holds.ts'
import { holdReasonWord } from './messages.ts'
import { toldWords } from './words-told.ts'

/** `deadline`: the cutoff by which it must be settled; both in UTC ms. */
type When = { now: number; deadline: number }

/** Before the cutoff the leads; at it the managers too, on whose page it is counted. */
export async function tellLeads(tx: Tx, shop: Shop, hold: Hold, kind: Reminder, when: When) {
  const leads = await leadsOf(tx, shop.id)
  const managers = kind === 'hold.overdue' ? (await staffOf(tx, shop.id, ['manager'])).map(({ id }) => id) : []
  await tell(tx, shop, hold, kind, [...leads, ...managers], when)
}

/** In the morning of its date: its owner, or who has it while the owner is off duty (WHO-6). */
export async function tellHolder(tx: Tx, shop: Shop, hold: Hold, duties: readonly Duty[], when: When) {
  const { people } = whoHas({ id: hold.ownerId }, duties, { now: when.now, leads: await leadsOf(tx, shop.id) })
  await tell(tx, shop, hold, 'hold.due', people, when)
}

type Telling = Reminder | 'hold.due'
const wordOf = { 'hold.due': 'due', 'hold.alerted': 'alerted', 'hold.overdue': 'overdue' } as const

async function tell(tx: Tx, shop: Shop, hold: Hold, kind: Telling, to: readonly string[], { now, deadline }: When) {
  const buyer = await buyerOf(tx, hold.orderId)
  const isToday = dayOf(deadline, shop.timeZone) === dayOf(now, shop.timeZone)
  const text = both((lang) => {
    const t = toldWords(lang)
    const time = timeOf(deadline, shop.timeZone)
    const until = isToday ? time : `${dayWord(dayOf(deadline, shop.timeZone), lang)} ${time}`
    return t[wordOf[kind]](t.what(buyer, holdReasonWord(hold.reason, lang), hold.note), until)
  })
  const tone = kind === 'hold.due' ? 'soon' : 'late'
  const key = `${kind}:${reminderKey(hold)}`
  await announce(tx, now, { shopId: shop.id, to, key, tone, text, href: `/holds/${hold.id}` })
}

/** As stored: masked. */
async function buyerOf(db: Reader, orderId: string): Promise<string> {
  const [order] = await db
    .select({ receiver: orders.receiver, buyer: orders.buyer })
    .from(orders)
    .where(eq(orders.id, orderId))
  return order ? order.receiver || order.buyer : ''
}
