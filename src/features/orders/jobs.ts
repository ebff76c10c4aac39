/** What the clock starts: reminders of due holds, and the end of what was kept of buyers. */
import type { Context } from '../../core/context.ts'
import { claim, type Job } from '../../core/due.ts'
import { dayOf, instantOf } from '../../core/time.ts'
import { dutiesAround } from '../shifts/index.ts'
import { calendarOf, forEachShop, keepsBuyerData, type Shop, type ShopCalendar } from '../shops/index.ts'
import { forgetExpired } from './buyer-details.ts'
import type { Hold } from './facts.ts'
import { deadlineOf, reminderFor, reminderKey, type Reminder } from './holds.ts'
import { dueHolds, isStillOpen, saidAlready } from './store-holds.ts'
import { tellHolder, tellLeads } from './telling.ts'

/**
 * HOLD-3: on the morning of its date who has a hold is told; when nobody settled it, it alerts the supervisors before the
 * cutoff, and is overdue at it.
 */
export const holdReminders: Job = {
  name: 'hold reminders',
  sweep: (ctx) => forEachShop(ctx, (shop) => remindOfDueHolds(ctx, shop)),
}

async function remindOfDueHolds(ctx: Context, shop: Shop) {
  const due = await dueHolds(ctx.read, shop.id, dayOf(ctx.now, shop.timeZone))
  if (!due.length) return
  const calendar = await calendarOf(ctx.read, shop)
  await remindInTheMorning(ctx, shop, due, calendar)
  for (const reminder of ['hold.alerted', 'hold.overdue'] as const) {
    const said = await saidAlready(ctx.read, reminder, due)
    for (const hold of due) {
      const kind = reminderFor(deadlineOf(hold, calendar), shop.settings.holdAlertMinutes, ctx.now)
      if (kind === reminder && !said.has(reminderKey(hold)))
        await remind(ctx, shop, hold, reminder, deadlineOf(hold, calendar))
    }
  }
}

const remind = (ctx: Context, shop: Shop, hold: Hold, kind: Reminder, deadline: number) =>
  ctx.write(async (tx, record) => {
    if (!(await isStillOpen(tx, hold))) return
    const plannedAt = instantOf(hold.dueOn, '00:00', shop.timeZone)
    if (!(await claim(tx, kind, reminderKey(hold), plannedAt, ctx.now))) return
    const after = { holdId: hold.id, dueOn: hold.dueOn, ownerId: hold.ownerId, ownerShift: hold.ownerShift }
    await record(kind, `order:${hold.orderId}`, { shopId: shop.id, after })
    await tellLeads(tx, shop, hold, kind, { now: ctx.now, deadline })
  })

/** Once, when the day shift begins. Who opened a hold since then knows of it; which day it is only the shop's clock knows. */
async function remindInTheMorning(ctx: Context, shop: Shop, due: readonly Hold[], calendar: ShopCalendar) {
  const today = dayOf(ctx.now, shop.timeZone)
  const morning = instantOf(today, shop.shifts.day.from, shop.timeZone)
  const fresh = due.filter((hold) => hold.dueOn === today && hold.openedAt < morning && ctx.now >= morning)
  if (!fresh.length) return
  const said = await saidAlready(ctx.read, 'hold.due', fresh)
  const untold = fresh.filter((hold) => !said.has(reminderKey(hold)) && ctx.now < deadlineOf(hold, calendar))
  if (!untold.length) return
  await ctx.write(async (tx) => {
    const duties = await dutiesAround(tx, shop, ctx.now, 'orders.hold')
    for (const hold of untold) {
      if (!(await isStillOpen(tx, hold))) continue
      if (!(await claim(tx, 'hold.due', reminderKey(hold), morning, ctx.now))) continue
      await tellHolder(tx, shop, hold, duties, { now: ctx.now, deadline: deadlineOf(hold, calendar) })
    }
  })
}

/** WHO-5: what a shop kept of its buyers in the clear goes when its day has passed. */
export const buyerDataEnds: Job = {
  name: 'buyer data',
  sweep: (ctx) =>
    forEachShop(ctx, async (shop) => {
      if (!keepsBuyerData(shop, ctx.now)) await forgetExpired(ctx, shop)
    }),
}
