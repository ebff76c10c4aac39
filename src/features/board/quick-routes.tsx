/** The quick entry's way to the rooms: each form does what its room's own action does, and stays on the board. */
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { readForm } from '../../core/forms.ts'
import { fenFrom } from '../../core/text.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { claimPrize } from '../claims/index.ts'
import { kinds, openFollowup, reasons, type NewFollowup } from '../followups/index.ts'
import { writeNote } from '../notebook/index.ts'
import { flagOrders, holdReasons, type FlagWish } from '../orders/index.ts'
import { FlagMark } from '../orders/parts.tsx'
import { colours, type Flag } from '../shops/flags.ts'
import { shopHere } from '../shops/index.ts'
import { orderMeant, orderNamed } from './quick-order.ts'
import { quickRights, type Quick } from './quick-sight.ts'
import { quickWords } from './quick-words.ts'

const text = z.string().max(LONGEST_LINE).default('')

/** While it is typed: which order that is, and its flag now, which the form sends along; nothing as long as it names none. */
async function order(c: Ask) {
  const { read, lang } = c.var.ctx
  const named = await orderNamed(read, shopHere(c).id, (c.req.query('order') ?? '').slice(0, 40))
  if (named.is === 'none') return c.html('')
  if (named.is === 'several') return c.text(quickWords(lang).orderSeveral(named.count))
  const { id, flag, meaning, receiver, buyer, summary } = named.order
  return c.html(
    <>
      <input type="hidden" name="seen" value={`${id} ${flag}`} />
      <FlagMark flag={flag as Flag} meaning={meaning} lang={lang} /> {receiver || buyer} {summary}
    </>,
  )
}

const flagForm = z.object({
  order: text,
  /** The order that was shown when its number was typed, and its flag: "<order id> <flag>". */
  seen: text,
  flag: z.enum(colours),
  remark: text,
  reason: z.enum(holdReasons).optional(),
  dueOn: text,
  note: z.string().max(200).default(''),
})

/** ORD-3, HOLD-1: flag and remark; a holding flag with its reason and date. */
async function flag(c: Ask) {
  const { ctx } = c.var
  const { order, seen, flag, remark, reason, dueOn, note } = await readForm(c, flagForm)
  const { id } = await orderMeant(ctx.read, shopHere(c).id, order)
  const [shown = '', stood = ''] = seen.split(' ')
  const wish: FlagWish = { flag, remark, hold: reason && { reason, dueOn, note }, seen: new Map([[shown, stood]]) }
  const { deed, changed } = await flagOrders(ctx, [id], wish)
  if (!changed.length) throw sameFlag(reason ? 'order' : 'flag')
  return back(c, { done: deed })
}

/** `field`: the form of a hold does not always ask for the flag. */
const sameFlag = (field: 'order' | 'flag') => {
  const say = (lang: 'zh' | 'en') => quickWords(lang).sameFlag
  return new AppError('conflict', say, { [field]: say })
}

const followupForm = z.object({
  kind: z.enum(kinds),
  buyer: text,
  said: text,
  reason: z.enum(reasons).optional().catch(undefined),
  evenSo: z.literal('yes').optional(),
})

/** DAY-2: the next contact is as the rule proposes. */
async function followup(c: Ask) {
  const { ctx } = c.var
  const { id: shopId } = shopHere(c)
  const form = await readForm(c, followupForm)
  const typed = form.buyer.normalize('NFKC').trim()
  const buyer = /^\d{4,}$/.test(typed) ? (await orderMeant(ctx.read, shopId, typed, 'buyer')).tid : typed
  const { id } = await opened(c, shopId, { ...form, buyer, evenSo: form.evenSo === 'yes' })
  return back(c, { noted: 'followup', of: id })
}

/** A second one for the same buyer is refused at the field, beside the box that says it is meant. */
async function opened({ var: { ctx } }: Ask, shopId: string, wish: NewFollowup) {
  try {
    return await openFollowup(ctx, shopId, wish)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error
    const say = (lang: 'zh' | 'en') => (wish.evenSo ? error.in(lang) : quickWords(lang).twin) // one order has one
    throw new AppError('conflict', say, { buyer: say })
  }
}

const claimForm = z.object({
  kind: z.enum(['physical', 'coupon']),
  serial: text,
  order: text,
  prize_physical: text,
  prize_coupon: text,
  what_physical: text,
  what_coupon: text,
  worth: text,
})

/** PRIZE-1: one piece; several, or another kind, on the claims' own page. */
async function claim(c: Ask) {
  const { ctx } = c.var
  const { id: shopId } = shopHere(c)
  const { kind, serial, order, worth, ...form } = await readForm(c, claimForm)
  const { id: orderId } = await orderMeant(ctx.read, shopId, order)
  const thing = { prizeId: form[`prize_${kind}`] || null, what: form[`what_${kind}`], worth: fenFrom(worth) }
  const id = await claimPrize(ctx, { shopId, kind, serial, orderId, ...thing })
  return back(c, { noted: 'claim', of: id })
}

async function note(c: Ask) {
  const { text } = await readForm(c, z.object({ text: z.string() }))
  const id = await writeNote(c.var.ctx, { shopId: shopHere(c).id, text })
  return back(c, { noted: 'note', of: id })
}

/** To the board, which says what was done. */
function back(c: Ask, said: { done: string } | { noted: Quick; of: string }) {
  const query = new URLSearchParams({ board: 'agent', ...said, saved: String(c.var.ctx.now) })
  return onTo(c, `/board?${query.toString()}`)
}

export const quickRoutes = [
  get('/board/quick/order', 'orders.flag', order),
  post('/board/quick/flag', quickRights.flag, flag),
  post('/board/quick/hold', quickRights.hold, flag),
  post('/board/quick/followup', quickRights.followup, followup),
  post('/board/quick/claim', quickRights.claim, claim),
  post('/board/quick/note', quickRights.note, note),
]
