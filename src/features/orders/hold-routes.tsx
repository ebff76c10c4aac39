/** Holds: what is due, and settling one. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm } from '../../core/forms.ts'
import { onTo, pageBefore, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { namesOf } from '../people/index.ts'
import { colours } from '../shops/flags.ts'
import { shopHere } from '../shops/index.ts'
import { dayBook } from './book.ts'
import { backTo, withDeed } from './deeds.ts'
import { heldList, SHIFT } from './held.ts'
import { HoldPage } from './hold-page.tsx'
import { cancelHold, giveHold, postponeHold, releaseHold } from './holding.ts'
import { HoldsView } from './holds-view.tsx'
import { pageWords } from './page-messages.ts'
import { orderSight } from './sight.ts'
import { findHold } from './store-holds.ts'
import { toastOf } from './toast.tsx'

const id = (c: Ask) => c.req.param('id')!
const back = z.string().optional()

/** Back to where the form stood; when it wants to lead elsewhere, the browser goes there. */
function goBack(c: Ask, asked: string | undefined, deed?: string) {
  const href = backTo(c, asked, '/holds')
  const leave = asked !== undefined && href !== pageBefore(c)
  return onTo(c, deed ? withDeed(href, deed) : href, { leave })
}

async function list(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c, c.req.query('shop'))
  const whose = c.req.query('whose') ?? ''
  const book = await dayBook(ctx.read, shop, ctx.now)
  const held = heldList(book, shop, whose, ctx.now)
  const names = await namesOf(
    ctx.read,
    [...held.byHolder.keys()].filter((key) => key !== SHIFT),
  )
  const done = c.req.query('done')
  return page(
    c,
    { title: pageWords(ctx.lang).holds, active: '/holds' },
    <main id="main" class="page stack">
      <HoldsView {...{ lang: ctx.lang, shop, held, names, whose, canHold: may(ctx.who, 'orders.hold') }} />
      {done && (await toastOf(ctx, done))}
    </main>,
  )
}

async function show(c: Ask) {
  const hold = await findHold(c.var.ctx.read, c.var.ctx.who, id(c))
  if (hold.state !== 'open') return onTo(c, `/orders/${hold.orderId}`)
  const sight = await orderSight(c, hold.orderId)
  const from = pageBefore(c)
  const back = from?.startsWith('/holds?') ? from : '/holds'
  return page(
    c,
    { title: `${pageWords(sight.lang).hold} ${sight.order.tid}`, active: '/holds' },
    <main id="main" class="page stack">
      <HoldPage sight={sight} hold={hold} back={back} />
    </main>,
  )
}

async function release(c: Ask) {
  const form = await readForm(c, z.object({ flag: z.enum(colours), remark: z.string(), back }))
  const { deed } = await releaseHold(c.var.ctx, id(c), form)
  return goBack(c, form.back, deed)
}

async function postpone(c: Ask) {
  const form = await readForm(c, z.object({ dueOn: z.string(), why: z.string(), back }))
  await postponeHold(c.var.ctx, id(c), form)
  return goBack(c, form.back)
}

async function cancel(c: Ask) {
  const form = await readForm(c, z.object({ why: z.string(), back }))
  await cancelHold(c.var.ctx, id(c), form.why)
  return goBack(c, form.back)
}

async function give(c: Ask) {
  const form = await readForm(c, z.object({ person: z.string(), shift: z.enum(['day', 'night']).optional(), back }))
  await giveHold(c.var.ctx, id(c), form.person, form.shift)
  return goBack(c, form.back)
}

export const holdRoutes = [
  get('/holds', 'orders.see', list),
  get('/holds/:id', 'orders.see', show),
  post('/holds/:id/release', 'orders.hold', release),
  post('/holds/:id/postpone', 'orders.hold', postpone),
  post('/holds/:id/cancel', 'orders.hold', cancel),
  post('/holds/:id/give', 'orders.hold', give),
]
