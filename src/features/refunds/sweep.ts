/** What the clock does about refunds: an import shows them done; who is late is named to the leads. */
import type { Context } from '../../core/context.ts'
import { claim, whichClaimed, type Job } from '../../core/due.ts'
import { both } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { announce, settle } from '../inbox/index.ts'
import { namesOf } from '../people/index.ts'
import { forEachShop, type Shop } from '../shops/index.ts'
import { deskOf } from './desk.ts'
import { words } from './messages.ts'
import { holdersOf, isLate, type Desk } from './rules.ts'
import { openRefunds, ordersById, replaceRefund, settledByImport, type Refund } from './store.ts'

export const refundJob: Job = {
  name: 'refunds',
  sweep: (ctx) => forEachShop(ctx, (shop) => sweepRefunds(ctx, shop)),
}

/** Safe to run twice, and in two processes at once. */
export async function sweepRefunds(ctx: Context, shop: Shop): Promise<void> {
  for (const { refund, tid } of await settledByImport(ctx.read, shop.id)) await settleOne(ctx, refund, tid)
  const late = (await openRefunds(ctx.read, shop.id)).filter((refund) => isLate(refund, ctx.now))
  if (!late.length) return
  const desk = await deskOf(ctx.read, shop, ctx.now)
  const told = await whichClaimed(ctx.read, LATE, late.map(keyOf))
  for (const refund of late) if (!told.has(keyOf(refund))) await tellLate(ctx, desk, refund)
}

/** `endedBy` stays empty: nobody said so here, the platform's file did. */
const settleOne = (ctx: Context, refund: Refund, tid: string) =>
  ctx.write(async (tx, record) => {
    const done = { state: 'done' as const, endedAt: ctx.now, endedBy: null, ending: null, changedAt: ctx.now }
    if (!(await replaceRefund(tx, refund, done))) return
    const after = { refund: refund.id, state: 'done' }
    await record('refund.settled', `order:${refund.orderId}`, { shopId: refund.shopId, before: { state: 'open' }, after }) // prettier-ignore
    if (refund.handlerId) await settle(tx, ctx.now, { key: `refund.agreed:${refund.id}`, of: [refund.handlerId] })
    await announce(tx, ctx.now, {
      shopId: refund.shopId,
      to: refund.agreedBy ? [refund.agreedBy] : [],
      key: `refund.settled:${refund.id}`,
      tone: 'calm',
      text: both((lang) => words(lang).told.settled(tid)),
      href: `/refund/${refund.id}`,
    })
  })

const LATE = 'refund late'
const keyOf = ({ id, dueAt }: Refund) => `${id} ${dueAt}`

const tellLate = (ctx: Context, desk: Desk, refund: Refund) =>
  ctx.write(async (tx, record) => {
    if (!(await claim(tx, LATE, keyOf(refund), refund.dueAt, ctx.now))) return
    const order = (await ordersById(tx, [refund.orderId])).get(refund.orderId)!
    const names = [...(await namesOf(tx, holdersOf(refund, desk).people)).values()].map(({ handle }) => handle)
    await record('refund.late', `order:${refund.orderId}`, { shopId: refund.shopId, after: { refund: refund.id } })
    await announce(tx, ctx.now, {
      shopId: refund.shopId,
      to: desk.team.leads,
      key: `refund.late:${refund.id}:${refund.dueAt}`,
      tone: 'late',
      text: both((lang) => words(lang).told.late(yuan(order.amount), order.tid, names.join(' ') || words(lang).nobody)),
      href: `/refund/${refund.id}`,
    })
  })
