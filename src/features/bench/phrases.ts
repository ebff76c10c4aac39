/** Short ways to say what a packer has in hand. */
import type { Context } from '../../core/context.ts'
import { dayOf, shortOf, timeOf } from '../../core/time.ts'
import { carrierWord } from './carriers.ts'
import { words } from './messages.ts'
import type { Known } from './screen.ts'

export const times = (what: string, n: number | null) => (n === null ? what : `${what} ×${n}`)

/** "颜色:黑;尺码:L" → "黑 L" */
const variantWord = (variant: string) =>
  variant
    .split(/[;；]/)
    .map((part) => part.replace(/^[^:：]*[:：]/, ''))
    .join(' ')
const itemWord = ({ title, variant, quantity }: Known['items'][number]) =>
  times([title, variantWord(variant)].filter(Boolean).join(' '), quantity)

export const goodsWord = (ctx: Context, { items }: Known) => items.map(itemWord).join(ctx.lang === 'zh' ? '；' : '; ')

/** Who gets what, short enough for a title: "贺*兰 香薰蜡烛 雪松 ×3". */
export function thingsWord(ctx: Context, { order, items }: Known): string {
  const [first] = items
  if (items.length > 1) {
    const pieces = items.reduce((n, item) => n + (item.quantity ?? 1), 0)
    return words(ctx.lang).titles.things(order.receiver, pieces)
  }
  return `${order.receiver} ${first ? itemWord(first) : times(order.summary, order.quantity)}`
}

export const stageWord = (ctx: Context, { shipment }: Known) => (shipment ? words(ctx.lang).stages[shipment.stage] : '')

/** "圆通速递 YT0000000000001"; empty without a number. */
export function labelWord(ctx: Context, { shipment, order }: Known): string {
  const { carrier, waybill } = shipment?.waybill ? shipment : order
  return waybill ? `${carrierWord(carrier ?? '', ctx.lang)} ${waybill}`.trim() : ''
}

/** The gifts that are not ticked: "火柴 ×1、靠枕 ×1". */
export const missingWord = (ctx: Context, { gifts }: Known, ticked: readonly string[]) =>
  gifts
    .filter((gift) => !ticked.includes(gift.id))
    .map((gift) => times(gift.what, gift.quantity))
    .join(ctx.lang === 'zh' ? '、' : ', ')

export const handleWord = (ctx: Context, { handles }: Known, id: string | null) =>
  (id && handles.get(id)) || words(ctx.lang).somebody

/** "16:41" today, "11-19 16:41" before. */
export function momentWord({ now }: Context, { shop: { timeZone } }: Known, at: number) {
  return dayOf(now, timeZone) === dayOf(at, timeZone) ? timeOf(at, timeZone) : shortOf(at, timeZone)
}
