/** The seller back end as the demo imagines it: what was sold, and the files that it would export at a moment. */
import { stringify } from 'csv-stringify/sync'
import type { Colour } from '../../src/features/shops/flags.ts'
import { longOf } from '../../src/core/time.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import type { buyerFrom } from './buyers.ts'

export type Line = { oid: string; code: string; title: string; variant: string; quantity: number; price: number }

/** One trade; the platform's side of its story changes as the demo's day is told. */
export type Sale = ReturnType<typeof buyerFrom> & {
  tid: string
  lines: readonly Line[]
  /** UTC ms; null: the buyer has not paid. */
  placedAt: number
  paidAt: number | null
  status: string
  refund: 'none' | 'asked' | 'refunded'
  flag: Colour
  memo: string
  buyerNote: string
  waybill: string
  carrier: string
}

export const PAID = '买家已付款，等待卖家发货'
export const UNPAID = '等待买家付款'
export const SHIPPED = '卖家已发货，等待买家确认'
export const DONE = '交易成功'
export const CLOSED = '交易关闭'

const flagWords = { red: '红', yellow: '黄', green: '绿', blue: '蓝', purple: '紫', grey: '灰' } as Record<
  Colour,
  string
>
const refundWords = { none: '没有申请退款', asked: '买家已经申请退款，等待卖家同意', refunded: '退款成功' }
const shown = (at: number | null) => (at === null ? '' : longOf(at, DEFAULT_ZONE))
const money = (fen: number) => (fen / 100).toFixed(2)
/** As the back end writes ids, so that a spreadsheet leaves them alone. */
const asText = (id: string) => `="${id}"`

const amountOf = (sale: Sale) => sale.lines.reduce((sum, l) => sum + l.price * l.quantity, 0)
const piecesOf = (sale: Sale) => sale.lines.reduce((sum, l) => sum + l.quantity, 0)

/** 订单报表: one line an order. */
export const orderList = (sales: readonly Sale[]): string =>
  csv(
    sales.map((s) => ({
      订单编号: asText(s.tid),
      买家会员名: s.buyer,
      买家实付金额: money(amountOf(s)),
      订单状态: s.status,
      买家留言: s.buyerNote,
      收货人姓名: s.receiver,
      '收货地址 ': `${s.region} ${s.address}`,
      联系手机: s.phone,
      订单创建时间: shown(s.placedAt),
      '订单付款时间 ': shown(s.paidAt),
      '商品标题 ': s.lines.map((l) => l.title).join('，'),
      宝贝总数量: String(piecesOf(s)),
      物流单号: s.waybill && `No:${s.waybill}`,
      物流公司: s.carrier,
      商家备注: s.memo,
      旗帜: flagWords[s.flag],
    })),
  )

/** 宝贝报表: one line a product. */
export const itemList = (sales: readonly Sale[]): string =>
  csv(
    sales.flatMap((s) =>
      s.lines.map((l) => ({
        子订单编号: asText(l.oid),
        主订单编号: asText(s.tid),
        商品标题: l.title,
        商品价格: money(l.price),
        购买数量: String(l.quantity),
        商品属性: l.variant,
        订单状态: s.status,
        商家编码: l.code,
        退款状态: refundWords[s.refund],
        订单创建时间: shown(s.placedAt),
        订单付款时间: shown(s.paidAt),
      })),
    ),
  )

const csv = (rows: readonly Record<string, string>[]) => stringify([...rows], { header: true, bom: true })
