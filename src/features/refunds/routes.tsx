/** Refunds: the list, one, agreeing one; and who makes them. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { activityOf } from '../../core/activity.ts'
import type { Context } from '../../core/context.ts'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { orderByTid } from '../orders/index.ts'
import { namesOf } from '../people/index.ts'
import { shopHere } from '../shops/index.ts'
import { agreeRefund, finishRefund, reopenRefund, withdrawRefund } from './actions.ts'
import { ableStaff, deskOf } from './desk.ts'
import { linkNewOrder } from './linking.ts'
import { refundList } from './list.ts'
import { RefundsView } from './list-view.tsx'
import { RefundView, type RefundSight } from './one-view.tsx'
import { pageWords } from './page-words.ts'
import { newTidFrom } from './parts.tsx'
import { holdersOf, isLate, mayFinish } from './rules.ts'
import { nameRefundHandlers } from './settings.ts'
import { HandlersView } from './settings-view.tsx'
import { findRefund, newerOrders, ordersById, parcelOf, refusal, type Refund } from './store.ts'

const id = (c: Ask) => c.req.param('id')!

const saved = (c: Ask) => (
  <Saved at={c.req.query('saved')} now={c.var.ctx.now}>
    {pageWords(c.var.ctx.lang).saved}
  </Saved>
)

async function list(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const props = { lang: ctx.lang, shop, now: ctx.now, canAgree: may(ctx.who, 'refunds.agree') }
  return page(
    c,
    { title: pageWords(ctx.lang).title, active: '/refunds' },
    <main id="main" class="page stack">
      <RefundsView {...props} list={await refundList(ctx, shop)} />
      {saved(c)}
    </main>,
  )
}

// --- one ----------------------------------------------------------------------------------------------

async function sightOf(c: Ask): Promise<RefundSight> {
  const { ctx } = c.var
  const { read, now, who, lang } = ctx
  const refund = await findRefund(read, who, id(c))
  const shop = shopHere(c, refund.shopId)
  const orders = await ordersById(read, [refund.orderId, refund.newOrderId])
  const old = orders.get(refund.orderId)!
  const desk = await deskOf(read, shop, now)
  const having = holdersOf(refund, desk)
  const people = [refund.agreedBy, refund.endedBy, ...having.people].flatMap((one) => one ?? [])
  return {
    lang,
    shop,
    now,
    refund,
    old,
    anew: orders.get(refund.newOrderId ?? ''),
    having,
    late: isLate(refund, now),
    canFinish: mayFinish(who, desk, having),
    canAgree: may(who, 'refunds.agree'),
    names: await namesOf(read, [...new Set(people)]),
    history: await historyOf(ctx, refund),
    proposed: await newerOrders(read, old),
    stop: await stopOf(ctx, refund),
  }
}

/** Of the old order's log what is about this refund. */
async function historyOf({ read }: Context, refund: Refund) {
  const rows = await activityOf(read, `order:${refund.orderId}`)
  return rows.filter(({ kind, after }) => kind.startsWith('refund.') && (after as { refund?: string }).refund === refund.id) // prettier-ignore
}

async function stopOf({ read }: Context, { orderId, state }: Refund): Promise<RefundSight['stop']> {
  const parcel = state === 'withdrawn' ? undefined : await parcelOf(read, orderId)
  if (!parcel || parcel.stopAskedAt === null) return undefined
  return parcel.stopAnswer === 'too_late' ? 'too_late' : 'asked'
}

async function show(c: Ask) {
  const sight = await sightOf(c)
  return page(
    c,
    { title: `${pageWords(sight.lang).title} ${sight.old.tid}`, active: '/refunds' },
    <main id="main" class="page stack">
      <RefundView {...sight} />
      {saved(c)}
    </main>,
  )
}

const newOrder = { newTid: z.string().optional(), pickedTid: z.string().optional() }
const agreeForm = z.object({ order: z.string().optional(), tid: z.string().default(''), why: z.string(), ...newOrder })

/** From an order's page, or by its number from the list. */
async function agree(c: Ask) {
  const { ctx } = c.var
  const form = await readForm(c, agreeForm)
  const orderId = form.order ?? (await orderByTid(ctx.read, shopHere(c).id, form.tid.replaceAll(/\s/g, '')))?.id
  if (!orderId) throw refusal('invalid', 'noSuchTid', 'tid')
  const refund = await agreeRefund(ctx, orderId, { why: form.why, newTid: newTidFrom(form) })
  return onTo(c, savedHref(`/refund/${refund}`, ctx.now), { leave: true })
}

const back = (c: Ask) => onTo(c, savedHref(`/refund/${id(c)}`, c.var.ctx.now))

async function link(c: Ask) {
  await linkNewOrder(c.var.ctx, id(c), newTidFrom(await readForm(c, z.object(newOrder))))
  return back(c)
}
async function finish(c: Ask) {
  await finishRefund(c.var.ctx, id(c), (await readForm(c, z.object({ line: z.string() }))).line)
  return back(c)
}
async function withdraw(c: Ask) {
  await withdrawRefund(c.var.ctx, id(c), (await readForm(c, z.object({ why: z.string() }))).why)
  return back(c)
}
async function reopen(c: Ask) {
  await reopenRefund(c.var.ctx, id(c))
  return back(c)
}

// --- who makes them -----------------------------------------------------------------------------------

async function handlers(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const named = (await deskOf(ctx.read, shop, ctx.now)).handlers
  return page(
    c,
    { title: pageWords(ctx.lang).settings, active: '/shop/settings' },
    <main id="main" class="page stack">
      <HandlersView lang={ctx.lang} staff={await ableStaff(ctx.read, shop.id)} handlers={named} />
      {saved(c)}
    </main>,
  )
}

const boxes = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat())

async function name(c: Ask) {
  const { person } = await readForm(c, z.object({ person: boxes }))
  await nameRefundHandlers(c.var.ctx, shopHere(c).id, person)
  return onTo(c, savedHref('/shop/refunds', c.var.ctx.now))
}

export const routes = [
  get('/refunds', 'refunds.see', list),
  post('/refunds', 'refunds.agree', agree),
  get('/refund/:id', 'refunds.see', show),
  post('/refund/:id/link', 'refunds.agree', link),
  post('/refund/:id/finish', 'refunds.agree', finish),
  post('/refund/:id/withdraw', 'refunds.agree', withdraw),
  post('/refund/:id/reopen', 'refunds.agree', reopen),
  get('/shop/refunds', 'shop.settings', handlers),
  post('/shop/refunds', 'shop.settings', name),
]
