/** HOLD-3 and its like: what has a date comes up on its day, for those who have it; what is late, for the supervisors. */
import { dayOf, MINUTE } from '../../../src/core/time.ts'
import { dayBook } from '../../../src/features/orders/index.ts'
import { heldList } from '../../../src/features/orders/held.ts'
import { deadlineOf } from '../../../src/features/orders/holds.ts'
import { calendarOf } from '../../../src/features/shops/index.ts'
import { heardOf, isLead } from './hearing.ts'
import type { Check, Fault } from './look.ts'

/** On its date a hold is on the due list of whoever looks. */
const dueHoldsAreListed: Check = async ({ db, place: { shop }, now, open }) => {
  const today = dayOf(now, shop.timeZone)
  const { due, overdue } = heldList(await dayBook(db, shop, now), shop, '', now)
  const listed = new Set([...due, ...overdue].map(({ hold }) => hold.id))
  return open.held
    .filter(({ hold }) => hold.dueOn <= today && !listed.has(hold.id))
    .map(({ hold, tid }): Fault => ({ what: `hold:${hold.id}`, why: `due ${hold.dueOn}, on no list: ${tid}`, subject: `order:${hold.orderId}` })) // prettier-ignore
}

/** Unsettled half an hour before its cutoff: a supervisor was told, for this very date. */
const lateHoldsAreTold: Check = async ({ db, place, now, watch, open }) => {
  if (!open.held.length) return []
  const calendar = await calendarOf(db, place.shop)
  const alertAt = (deadline: number) => deadline - place.shop.settings.holdAlertMinutes * MINUTE
  return open.held
    .filter(({ hold }) => alertAt(deadlineOf(hold, calendar)) <= now)
    .filter(({ hold }) => !heardOf(watch, hold.id).some((told) => told.key.includes(hold.dueOn) && isLead(place)(told)))
    .map(({ hold }) => ({ what: `hold:${hold.id}:${hold.dueOn}`, why: `due ${hold.dueOn}, no supervisor was told`, subject: `order:${hold.orderId}` })) // prettier-ignore
}

/** When its moment comes, somebody hears of a follow-up. */
const dueFollowupsAreTold: Check = async ({ place: { shop }, now, watch, open }) => {
  const lastTold = Math.max(0, ...heardOf(watch, shop.id, 'followups.due').map(({ at }) => at))
  return open.followups
    .filter(({ nextAt }) => nextAt <= now && lastTold < nextAt)
    .map(({ id, nextAt }) => ({
      what: `followup:${id}:${nextAt}`,
      why: 'its time came and nobody was told',
      subject: `followup:${id}`,
    }))
}

/** A due task is told to whoever has it, half an hour later to the supervisors. */
const dueTasksAreTold: Check = async ({ place, now, watch, open }) =>
  open.tasks
    .filter(({ dueAt }) => dueAt <= now)
    .flatMap(({ id, dueAt }): Fault[] => {
      const told = heardOf(watch, id).filter(({ key }) => key.includes(String(dueAt)))
      const isLate = dueAt + 30 * MINUTE <= now
      const why = !told.length
        ? 'due, and nobody was told'
        : isLate && !told.some(isLead(place))
          ? 'late, and no supervisor was told'
          : ''
      return why ? [{ what: `task:${id}:${dueAt}`, why, subject: `task:${id}` }] : []
    })

/** So long after its time the leads know of a line or a refund that nobody has dealt with. */
const LEADS_KNOW_AFTER = 60 * MINUTE

/** What was promised after the sale, and money that is to go back: late, and the supervisors were told. */
const lateServiceIsTold: Check = async ({ place, now, watch, open }) =>
  [
    ...open.entries.map(({ id, dueAt }) => ({ id, dueAt, subject: `entry:${id}` })),
    ...open.refunds.map(({ id, dueAt, orderId }) => ({ id, dueAt, subject: `order:${orderId}` })),
  ]
    .filter(({ dueAt }) => dueAt + LEADS_KNOW_AFTER <= now)
    .filter(
      ({ id, dueAt }) => !heardOf(watch, id).some((told) => told.key.includes(String(dueAt)) && isLead(place)(told)),
    ) // prettier-ignore
    .map(({ id, dueAt, subject }) => ({ what: `${id}:${dueAt}`, why: 'late, and no supervisor was told', subject }))

const all: readonly Check[] = [
  dueHoldsAreListed,
  lateHoldsAreTold,
  dueFollowupsAreTold,
  dueTasksAreTold,
  lateServiceIsTold,
]
export const datesComeUp: Check = async (look) => (await Promise.all(all.map((check) => check(look)))).flat()
