/** The order list, and flags on several orders at once. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { AppError } from '../../core/errors.ts'
import { readForm, readQuery } from '../../core/forms.ts'
import { panel, piece, type Piece } from '../../core/panel.ts'
import { MINUTE } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { pageOf, rendered } from '../../shell.tsx'
import { colours, type Flag } from '../shops/flags.ts'
import { shopHere } from '../shops/index.ts'
import { dayBook } from './book.ts'
import { backTo, withDeed } from './deeds.ts'
import { flagOrders, previewFlagging } from './flagging.ts'
import { dues, listPage, shows, type Filter } from './list.ts'
import { orderList } from './list-view.tsx'
import { pageWords } from './page-messages.ts'
import { PreviewLine } from './preview.tsx'
import { holdReasons, refusal, type FlagWish } from './rules.ts'
import { ordersOfPerson } from './store.ts'
import { toastOf } from './toast.tsx'
import { undoFlagging } from './undoing.ts'

const choices = z.object({
  shop: z.string().optional(),
  show: z.enum(shows).catch('today'),
  flag: z.string().optional(),
  due: z.enum(dues).optional().catch(undefined),
  buyer: z.string().max(50).default(''),
  item: z.string().max(50).default(''),
  mine: z.literal('1').optional().catch(undefined),
  after: z.string().optional(),
  done: z.string().optional(),
})
type Choices = z.infer<typeof choices>

async function list(c: Ask) {
  const { ctx } = c.var
  const asked = readQuery(c, choices)
  const shop = shopHere(c, asked.shop)
  const book = await dayBook(ctx.read, shop, ctx.now, c.var.revisions.get(shop.id))
  const canFlag = may(ctx.who, 'orders.flag')
  const canImport = may(ctx.who, 'orders.import')
  const only = asked.mine && ctx.who.id ? await ordersOfPerson(ctx.read, shop.id, ctx.who.id) : undefined
  const filter: Filter = { ...asked, flag: (asked.flag || undefined) as Flag | undefined, only }
  const render = () => {
    const page = listPage(book, filter, asked.after, ctx.now)
    const href = hrefOf(asked)
    return orderList({ lang: ctx.lang, shop, book, filter, page, now: ctx.now, canFlag, canImport, href })
  }
  const main = isShared(asked)
    ? await panel(
        `orders ${shop.id} ${ctx.lang} ${canFlag} ${canImport} ${hrefOf(asked)({})}`,
        freshness(book.revision, ctx.now),
        render,
      )
    : piece(await render())
  const toast = asked.done ? [piece(await rendered(await toastOf(ctx, asked.done)))] : []
  return pageOf(c, { title: pageWords(ctx.lang).title, active: '/orders' }, [OPENING, main, ...toast, CLOSING])
}

const OPENING = piece('<main id="main" class="page">')
const CLOSING: Piece = piece('</main>')

/** Changes with the data, and every minute for what the clock decides. */
const freshness = (revision: string, now: number) => `${revision} ${Math.floor(now / MINUTE)}`

/** What many people ask for alike is kept; what one person typed is not. */
const isShared = ({ mine, buyer, item }: Choices) => !mine && !buyer && !item

const hrefOf =
  ({ done: _done, ...asked }: Choices) =>
  (change: Record<string, string | undefined>) => {
    const query = new URLSearchParams()
    const all: Record<string, string | undefined> = { ...asked, ...change }
    if (all.show === 'today') delete all.show
    for (const [name, value] of Object.entries(all)) if (value) query.set(name, value)
    return query.size ? `/orders?${query.toString()}` : '/orders'
  }

// --- flags ------------------------------------------------------------------------------------------

const many = z.union([z.string(), z.array(z.string())]).transform((v) => [v].flat())

/** `id` is "<order id> <flag that stood there>", of one order or several. */
const flagging = z.object({
  id: many,
  flag: z.enum(colours),
  remark: z.string(),
  reason: z.enum(holdReasons).optional(),
  dueOn: z.string().optional(),
  note: z.string().max(200).optional(),
  back: z.string().optional(),
})

type FlagForm = Pick<z.infer<typeof flagging>, 'id' | 'flag' | 'reason' | 'dueOn' | 'note'> & { remark?: string }

function wishOf({ id, flag, remark = '', reason, dueOn, note }: FlagForm): { ids: string[]; wish: FlagWish } {
  const pairs = id.map((text) => text.split(' ') as [string, string | undefined])
  const seen = new Map(pairs.flatMap(([order, flag]) => (flag ? [[order, flag]] : [])))
  const hold = reason && { reason, dueOn: dueOn ?? '', note: note ?? '' }
  return { ids: pairs.map(([order]) => order), wish: { flag, remark, hold, seen } }
}

async function flag(c: Ask) {
  const form = await readForm(c, flagging)
  const { ids, wish } = wishOf(form)
  const done = await flagOrders(c.var.ctx, ids, wish)
  if (!done.changed.length) throw refusal('conflict', (t) => t.sameFlag)
  return onTo(c, withDeed(backTo(c, form.back, '/orders'), done.deed))
}

const previewing = flagging.partial().extend({ id: many.optional() })

/** ORD-7: which would change, and which not and why, while the form is being filled in. */
async function preview(c: Ask) {
  const { ctx } = c.var
  const { id, flag, ...rest } = await readManyQuery(c)
  if (!id?.length || !flag) return c.html('')
  try {
    const { ids, wish } = wishOf({ ...rest, id, flag })
    return c.html(<PreviewLine planned={await previewFlagging(ctx, ids, wish)} lang={ctx.lang} />)
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return c.text(error.in(ctx.lang))
    throw error
  }
}

/** ORD-7: takes one's own last flag action back. */
async function undo(c: Ask) {
  const { deed, back } = await readForm(c, z.object({ deed: z.string(), back: z.string().optional() }))
  const undone = await undoFlagging(c.var.ctx, deed)
  return onTo(c, withDeed(backTo(c, back, '/orders'), undone.deed))
}

async function readManyQuery(c: Ask) {
  const all = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  )
  const parsed = previewing.safeParse(all)
  if (!parsed.success) throw refusal('invalid', (t) => t.none)
  return parsed.data
}

export const listRoutes = [
  get('/orders', 'orders.see', list),
  post('/flags', 'orders.flag', flag),
  get('/flags/preview', 'orders.flag', preview),
  post('/flags/undo', 'orders.flag', undo),
]
