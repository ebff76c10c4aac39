/** What waits longer than a working day is named to the leads, once. */
import type { Context } from '../../core/context.ts'
import { claim, whichClaimed, type Job } from '../../core/due.ts'
import { both } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf } from '../people/index.ts'
import { calendarOf, forEachShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { toldOf } from './preparing.ts'
import { total, waitsTooLongAt } from './rules.ts'
import { stillWaiting, waitingPayouts, type Payout } from './store.ts'

const LATE = 'payout late'

export const payoutJob: Job = {
  name: 'payouts',
  sweep: (ctx) => forEachShop(ctx, (shop) => sweepPayouts(ctx, shop)),
}

/** Safe to run twice, and in two processes at once. */
export async function sweepPayouts(ctx: Context, shop: Shop): Promise<void> {
  const waiting = await waitingPayouts(ctx.read, shop.id)
  if (!waiting.length) return
  const calendar = await calendarOf(ctx.read, shop)
  const due = waiting.filter(({ preparedAt }) => waitsTooLongAt(calendar, preparedAt) <= ctx.now)
  const told = await whichClaimed(ctx.read, LATE, due.map(({ id }) => id)) // prettier-ignore
  const late = due.filter(({ id }) => !told.has(id))
  if (late.length) await tellLeads(ctx, shop, late)
}

const tellLeads = (ctx: Context, shop: Shop, late: readonly Payout[]) =>
  ctx.write(async (tx, record) => {
    const told: Payout[] = []
    for (const payout of await stillWaiting(
      tx,
      late.map(({ id }) => id),
    ))
      // prettier-ignore
      if (await claim(tx, LATE, payout.id, payout.preparedAt, ctx.now)) told.push(payout)
    if (!told.length) return
    for (const payout of told)
      await record('payout.late', `payout:${payout.id}`, { shopId: shop.id, after: toldOf(payout) })
    await announce(tx, ctx.now, {
      shopId: shop.id,
      to: await leadsOf(tx, shop.id),
      key: `payout.late:${told[0]!.id}`,
      tone: 'late',
      text: both((lang) => words(lang).told.late(told.length, yuan(total(told)))),
      href: '/payouts',
    })
  })
