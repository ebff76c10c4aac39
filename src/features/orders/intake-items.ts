/** The lines of an order from an order list, which knows titles, and from an item list, which knows everything. Pure. */
import type { Order } from './facts.ts'

/** One line as a file tells it; a missing property is a missing column. */
export type StagedItem = {
  /** The platform's line number, or "<tid>#1" where the file has none. */
  oid: string
  title: string
  variant?: string
  code?: string
  quantity?: number
  /** fen */
  price?: number
  refund?: Order['refund']
  service: boolean
}
export type Item = {
  oid: string
  title: string
  variant: string
  code: string
  quantity: number | null
  price: number | null
  refund: Order['refund']
  service: boolean
}

export type MergedItems = {
  after: Item[]
  /** New or different: to be saved. */
  saved: Item[]
  /** Ids of made-up lines that real ones replace. */
  dropped: string[]
  /** The file has all lines that the board knows of. */
  whole: boolean
  saysRefund: boolean
}

export const isMadeUp = (oid: string) => oid.includes('#')

/** `quantity` is what the board knows of the whole order, 0 when nothing. */
export function mergeItems(
  known: readonly (Item & { id: string })[],
  file: readonly StagedItem[] | undefined,
  quantity: number,
): MergedItems {
  const lines = told(known, file ?? [])
  const real = lines.some((line) => !isMadeUp(line.oid))
  const pieces = lines.reduce((sum, line) => sum + (line.quantity ?? 1), 0)
  const oids = new Set(lines.map((line) => line.oid))
  const covers = pieces >= quantity
  const replaced = (item: Item) =>
    lines.length > 0 && isMadeUp(item.oid) && !oids.has(item.oid) &&
    (!real || covers || lines.some((line) => line.title === item.title)) // prettier-ignore
  const before = new Map(known.map((item) => [item.oid, item]))
  const pairs = lines.map((line) => [before.get(line.oid), merged(before.get(line.oid), line)] as const)
  const untouched = known.filter((item) => !oids.has(item.oid) && !replaced(item))
  return {
    after: [...untouched, ...pairs.map(([, after]) => after)],
    saved: pairs.filter(([was, is]) => !was || differs(was, is)).map(([, is]) => is),
    dropped: known.filter(replaced).map((item) => item.id),
    whole: covers && untouched.length === 0,
    saysRefund: lines.some((line) => line.refund !== undefined),
  }
}

/** Made-up lines say nothing beside real ones. */
function told(known: readonly Item[], file: readonly StagedItem[]) {
  const real = file.filter((line) => !isMadeUp(line.oid))
  if (real.length) return real
  return known.some((item) => !isMadeUp(item.oid)) ? [] : file
}

const merged = (was: Item | undefined, { oid, title, variant, code, quantity, price, refund, service }: StagedItem): Item => ({
  oid,
  title: title || (was?.title ?? ''),
  variant: variant ?? was?.variant ?? '',
  code: code ?? was?.code ?? '',
  quantity: quantity ?? was?.quantity ?? null,
  price: price ?? was?.price ?? null,
  refund: refund ?? was?.refund ?? 'none',
  service,
}) // prettier-ignore

const properties = ['title', 'variant', 'code', 'quantity', 'price', 'refund', 'service'] as const
const differs = (a: Item, b: Item) => properties.some((property) => a[property] !== b[property])

/** All goods refunded: refunded. Any asked for: asked. Undefined without lines. */
export function refundOf(items: readonly Item[]): Order['refund'] | undefined {
  if (!items.length) return undefined
  if (items.some((item) => item.refund === 'asked')) return 'asked'
  const goods = items.filter((item) => !item.service)
  return (goods.length ? goods : items).every((item) => item.refund === 'refunded') ? 'refunded' : 'none'
}

/** "测试雕花木盒，测试木盒底座 ×2" */
export const summaryOf = (items: readonly Item[]) =>
  items
    .filter((item) => !item.service || items.every((i) => i.service))
    .map(({ title, quantity }) => (quantity && quantity > 1 ? `${title} ×${quantity}` : title))
    .join('，')
