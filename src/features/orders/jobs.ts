/** What the clock starts: reminders of due holds, and the end of what was kept of buyers. */
import type { Context } from '../../core/context.ts'
import { claim, type Job } from '../../core/due.ts'
import { dayOf, instantOf } from '../../core/time.ts'
import { allShops, calendarOf, keepsBuyerData, type Shop } from '../shops/index.ts'
import { forgetExpired } from './buyer-details.ts'
import type { Hold } from './facts.ts'
import { deadlineOf, reminderFor, reminderKey, type Reminder } from './holds.ts'
import { dueHolds, isStillOpen, saidAlready } from './store-holds.ts'

/** HOLD-3: a due hold that nobody settled alerts the supervisors before the cutoff, and is overdue at it. */
export const holdReminders: Job = {
  name: 'hold reminders',
  async sweep(ctx) {
    for (const shop of await allShops(ctx.read)) await remindOfDueHolds(ctx, shop)
  },
}

async function remindOfDueHolds(ctx: Context, shop: Shop) {
  const due = await dueHolds(ctx.read, shop.id, dayOf(ctx.now, shop.timeZone))
  if (!due.length) return
  const calendar = await calendarOf(ctx.read, shop)
  for (const reminder of ['hold.alerted', 'hold.overdue'] as const) {
    const said = await saidAlready(ctx.read, reminder, due)
    for (const hold of due) {
      const kind = reminderFor(deadlineOf(hold, calendar), shop.settings.holdAlertMinutes, ctx.now)
      if (kind === reminder && !said.has(reminderKey(hold))) await remind(ctx, shop, hold, reminder)
    }
  }
}

const remind = (ctx: Context, shop: Shop, hold: Hold, kind: Reminder) =>
  ctx.write(async (tx, record) => {
    if (!(await isStillOpen(tx, hold))) return
    const plannedAt = instantOf(hold.dueOn, '00:00', shop.timeZone)
    if (!(await claim(tx, kind, reminderKey(hold), plannedAt, ctx.now))) return
    const after = { holdId: hold.id, dueOn: hold.dueOn, ownerId: hold.ownerId, ownerShift: hold.ownerShift }
    await record(kind, `order:${hold.orderId}`, { shopId: shop.id, after })
  })

/** WHO-5: what a shop kept of its buyers in the clear goes when its day has passed. */
export const buyerDataEnds: Job = {
  name: 'buyer data',
  async sweep(ctx) {
    for (const shop of await allShops(ctx.read)) if (!keepsBuyerData(shop, ctx.now)) await forgetExpired(ctx, shop)
  },
}
