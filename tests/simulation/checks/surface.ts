/** HOLD-3 and its like: what has a date comes up on its day, for those who have it; what is late, for the supervisors. */
import { inArray } from 'drizzle-orm'
import { activity } from '../../../db/schema.ts'
import { dayOf, MINUTE } from '../../../src/core/time.ts'
import { dayBook } from '../../../src/features/orders/index.ts'
import { heldList } from '../../../src/features/orders/held.ts'
import { deadlineOf } from '../../../src/features/orders/holds.ts'
import { calendarOf } from '../../../src/features/shops/index.ts'
import { heldOrders } from './things.ts'
import type { Check, Fault, Look } from './watch.ts'

/** On its date a hold is on the due list of whoever looks. */
const dueHoldsAreListed: Check = async ({ db, place: { shop }, now }) => {
  const today = dayOf(now, shop.timeZone)
  const { due, overdue } = heldList(await dayBook(db, shop, now), shop, '', now)
  const listed = new Set([...due, ...overdue].map(({ hold }) => hold.id))
  return (await heldOrders(db, shop.id))
    .filter(({ hold }) => hold.dueOn <= today && !listed.has(hold.id))
    .map(({ hold, tid }) => ({
      what: `hold:${hold.id}`,
      why: `due ${hold.dueOn}, on no list: ${tid}`,
      subject: `order:${hold.orderId}`,
    }))
}

/** Unsettled half an hour before its cutoff: the supervisors know. */
const lateHoldsAreTold: Check = async (look) => {
  const late = await lateHolds(look)
  if (!late.length) return []
  const told = await toldOf(
    look,
    late.map(({ hold }) => `order:${hold.orderId}`),
  )
  return late
    .filter(({ hold }) => !told.has(`${hold.id} ${hold.dueOn}`))
    .map(({ hold }): Fault => ({ what: `hold:${hold.id}:${hold.dueOn}`, why: `due ${hold.dueOn}, nobody was alerted`, subject: `order:${hold.orderId}` })) // prettier-ignore
}

async function lateHolds({ db, place: { shop }, now }: Look) {
  const calendar = await calendarOf(db, shop)
  const isLate = (deadline: number) => deadline - shop.settings.holdAlertMinutes * MINUTE <= now
  return (await heldOrders(db, shop.id)).filter(({ hold }) => isLate(deadlineOf(hold, calendar)))
}

/** Alerts by hold and date. */
async function toldOf({ db }: Look, subjects: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ kind: activity.kind, after: activity.after })
    .from(activity)
    .where(inArray(activity.subject, [...subjects]))
  return new Set(
    rows
      .filter(({ kind }) => kind === 'hold.alerted' || kind === 'hold.overdue')
      .map(({ after }) => after as { holdId: string; dueOn: string })
      .map(({ holdId, dueOn }) => `${holdId} ${dueOn}`),
  )
}

export const datesComeUp: Check = async (look) => [
  ...(await dueHoldsAreListed(look)),
  ...(await lateHoldsAreTold(look)),
]
