/** Entering a claim. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm } from '../../core/forms.ts'
import { fenFrom } from '../../core/text.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { prizesToClaim, serialKeyOf } from '../prizes/index.ts'
import { shopHere } from '../shops/index.ts'
import { claimPrize } from './claiming.ts'
import type { Thing } from './new-things.tsx'
import { NewView, type Draft } from './new-view.tsx'
import { pageWords } from './page-words.ts'
import { bytesOf, FORM_BYTES, pictureField } from './picture-form.ts'
import { kinds, needsOf, type Kind } from './rules.ts'
import { claimOfSerial, type Claim } from './store.ts'
import { orderById } from './store-orders.ts'

const kindIn = (text: string | undefined): Kind => kinds.find((kind) => kind === text) ?? 'physical'

async function blank(c: Ask) {
  const { ctx } = c.var
  const orderId = c.req.query('order')
  const order = orderId ? await orderById(ctx.read, shopHere(c).id, orderId) : undefined
  return newPage(c, { kind: kindIn(c.req.query('kind')), serial: '', order: order?.tid ?? '', buyer: '', note: '' })
}

async function newPage(c: Ask, draft: Draft, first?: Claim) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const prizes = await prizesToClaim(ctx.read, shop.id, ctx.now)
  const props = { lang: ctx.lang, shop, draft, first, prizes, plans: may(ctx.who, 'prizes.plan') }
  return page(
    c,
    { title: pageWords(ctx.lang).register, active: '/claims' },
    <main id="main" class="page stack">
      <NewView {...props} />
    </main>,
  )
}

const text = z.string().default('')
const number = z.coerce.number().optional()
const claimForm = z.object({
  kind: z.enum(kinds),
  serial: text,
  order: text,
  order_other: text,
  buyer: text,
  prize_physical: text,
  prize_coupon: text,
  what_physical: text,
  what_coupon: text,
  quantity_physical: number,
  quantity_coupon: number,
  worth_coupon: text,
  worth_review: text,
  note: text,
  picture: pictureField,
})

/** Wins have a serial number; of other kinds none is claimed twice. */
const thingOf = (form: z.output<typeof claimForm>): Thing => {
  const kind = form.kind === 'coupon' ? 'coupon' : 'physical'
  return {
    prize: form[`prize_${kind}`],
    what: form[`what_${kind}`],
    quantity: form[`quantity_${kind}`],
    worth: form.worth_coupon,
  }
}

const wishOf = (form: z.output<typeof claimForm>) => {
  const { kind } = form
  const isCoupon = kind === 'coupon'
  if (kind !== 'coupon' && kind !== 'physical') return { worth: fenFrom(form.worth_review) }
  return {
    prizeId: form[`prize_${kind}`],
    what: form[`what_${kind}`],
    quantity: form[`quantity_${kind}`],
    worth: isCoupon ? fenFrom(form.worth_coupon) : undefined,
  }
}

async function claim(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const form = await readForm(c, claimForm)
  const { kind, serial, buyer, note } = form
  const order = needsOf[kind].order ? form.order : form.order_other || form.order
  const serialKey = needsOf[kind].serial ? serialKeyOf(serial) : ''
  const first = serialKey ? await claimOfSerial(ctx.read, shop.id, serialKey) : undefined
  if (first) return newPage(c, { kind, serial, order, buyer, note, thing: thingOf(form) }, first)
  const picture = await bytesOf(form.picture)
  const id = await claimPrize(ctx, { shopId: shop.id, kind, serial, order, buyer, note, picture, ...wishOf(form) })
  return onTo(c, savedHref(`/claim/${id}`, ctx.now), { leave: true })
}

export const newRoutes = [
  get('/claims/new', 'prizes.claim', blank),
  { ...post('/claims', 'prizes.claim', claim), mostBytes: FORM_BYTES },
]
