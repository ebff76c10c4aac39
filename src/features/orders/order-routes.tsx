/** One order: its page, its remarks and gifts. */
import { z } from 'zod'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { revealBuyer, type BuyerDetails } from './buyer-details.ts'
import { backTo } from './deeds.ts'
import { explainGift, promiseGift, withdrawGift } from './gifting.ts'
import { OrderView } from './order-view.tsx'
import { remarkOrder } from './remarking.ts'
import { remarkKinds } from './remarks.ts'
import { orderSight } from './sight.ts'
import { toastOf } from './toast.tsx'

const id = (c: Ask) => c.req.param('id')!

const show = (c: Ask) => orderPage(c)

async function orderPage(c: Ask, revealed?: BuyerDetails) {
  const sight = await orderSight(c, id(c))
  const done = c.req.query('done')
  const panels = await Promise.all(c.var.features.flatMap(({ order = [] }) => order.map((one) => one(c, sight.order))))
  const toast = done ? await toastOf(c.var.ctx, done) : null
  const { tid, receiver } = sight.order
  return page(
    c,
    { title: `${tid} ${receiver}`, active: '/orders' },
    <main id="main" class="page stack">
      <OrderView sight={sight} revealed={revealed} panels={panels} />
      {toast}
    </main>,
  )
}

async function remark(c: Ask) {
  const form = await readForm(
    c,
    z.object({ kind: z.enum(remarkKinds), text: z.string(), forPacking: z.literal('yes').optional() }),
  )
  await remarkOrder(c.var.ctx, id(c), { ...form, forPacking: form.forPacking ? true : undefined })
  return onTo(c, `/orders/${id(c)}`)
}

/** WHO-5: the answer to the form itself shows the data: there is no address at which it could be had again. */
async function reveal(c: Ask) {
  const { why } = await readForm(c, z.object({ why: z.string() }))
  const shown = await orderPage(c, await revealBuyer(c.var.ctx, id(c), why))
  shown.headers.set('cache-control', 'no-store')
  shown.headers.delete('etag')
  return shown
}

async function promise(c: Ask) {
  const form = await readForm(
    c,
    z.object({ what: z.string(), quantity: z.coerce.number(), remark: z.string().optional() }),
  )
  await promiseGift(c.var.ctx, id(c), form)
  return onTo(c, `/orders/${id(c)}`)
}

async function explain(c: Ask) {
  const { remark } = await readForm(c, z.object({ remark: z.string() }))
  await explainGift(c.var.ctx, id(c), remark)
  return onTo(c, backTo(c, undefined, '/orders'))
}

async function withdraw(c: Ask) {
  const { why } = await readForm(c, z.object({ why: z.string() }))
  await withdrawGift(c.var.ctx, id(c), why)
  return onTo(c, backTo(c, undefined, '/orders'))
}

export const orderRoutes = [
  get('/orders/:id', 'orders.see', show),
  post('/orders/:id/remark', 'orders.remark', remark),
  post('/orders/:id/reveal', 'orders.unmask', reveal),
  post('/orders/:id/gifts', 'orders.gift', promise),
  post('/gifts/:id/explain', 'orders.gift', explain),
  post('/gifts/:id/withdraw', 'orders.gift', withdraw),
]
