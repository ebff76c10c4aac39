/** What a request to the batch's pages is about: which shop, which day, from where. */
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { isDay, type Day } from '../../core/time.ts'
import type { Ask } from '../../core/web.ts'
import type { Why } from '../orders/index.ts'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { pageWords } from './page-messages.ts'
import type { PageProps } from './rows.tsx'
import { stages, type Stage, type StageGroup } from './rules.ts'
import { batchOf, type Batch } from './store.ts'
import type { UrgentKey } from './store-lists.ts'

export const noBatch = () => new AppError('not_found', (lang) => words(lang).noBatch)

/** The shop of "?shop=CODE", else the one this person looks at. */
export function shopFor(c: Ask): Shop {
  const { ctx, shops } = c.var
  const code = c.req.query('shop')
  const shop = shops.find((own) => (code ? own.code === code : own.id === ctx.shopId))
  if (!shop) throw noBatch()
  return shop
}

/** The day in the address; throws not_found when it is none. */
export function dayFor(c: Ask): Day {
  const day = c.req.param('day')!
  if (!isDay(day)) throw noBatch()
  return day
}

/** The frozen batch of the day in the address; throws not_found when there is none. */
export async function frozenFor(c: Ask): Promise<{ shop: Shop; batch: Batch }> {
  const shop = shopFor(c)
  const batch = await batchOf(c.var.ctx.read, shop.id, dayFor(c))
  if (!batch) throw noBatch()
  return { shop, batch }
}

/** Who looks, in which language, and links that stay with the shop that is looked at. */
export function propsFor(c: Ask, shop: Shop): PageProps {
  const { ctx } = c.var
  const query = shop.id === ctx.shopId ? '' : `shop=${encodeURIComponent(shop.code)}`
  const here = (path: string) => (query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path)
  return { viewer: ctx.who, lang: ctx.lang, here }
}

// --- lists that page by key ---------------------------------------------------------------------------

/** Rows of one page of a list. */
export const AT_ONCE = 100

const on = z
  .literal('1')
  .transform(() => true)
  .optional()
  .catch(undefined)

const isCode = (text: string): text is Why['code'] => Object.hasOwn(pageWords('zh').causes, text)

export const listQuery = z.object({
  stage: z
    .enum([...stages, 'unpacked', 'boxed'] satisfies (Stage | StageGroup)[])
    .optional()
    .catch(undefined),
  urgent: on,
  gift: on,
  /** A gift or prize by its name. */
  what: z.string().min(1).max(200).optional().catch(undefined),
  kind: z.enum(['gift', 'prize']).optional().catch(undefined),
  /** Why it stayed behind. */
  why: z.string().refine(isCode).optional().catch(undefined),
  /** "1.<paid at>.<order's id>": the last row of the page before, urgent or not. */
  after: z
    .string()
    .regex(/^[01]\.\d{1,15}\.[\w-]{1,50}$/)
    .transform((text): UrgentKey => {
      const [urgent, paidAt, id] = text.split('.')
      return { urgent: urgent === '1', paidAt: Number(paidAt), id: id! }
    })
    .optional()
    .catch(undefined),
})

/** A page of rows that were asked for with one more than AT_ONCE, and where the next page begins. */
export function pageOfRows<T>(rows: readonly T[], keyOf: (row: T) => UrgentKey): { shown: T[]; next?: string } {
  const shown = rows.slice(0, AT_ONCE)
  if (rows.length <= AT_ONCE) return { shown }
  const { urgent, paidAt, id } = keyOf(shown.at(-1)!)
  return { shown, next: `${urgent ? 1 : 0}.${paidAt ?? 0}.${id}` }
}
