/** Columns are found by their name, never by their place: sellers choose them. */

/** Names that platforms, years and shop programs give to what we read; the first that has a value wins. */
const aliases = {
  tid: ['订单编号', '订单号', '主订单编号', '主订单号'],
  oid: ['子订单编号', '子订单号'],
  status: ['订单状态'],
  closeReason: ['订单关闭原因'],
  refund: ['退款状态', '售后状态'],
  flag: ['旗帜', '插旗', '标旗', '旗帜颜色', '卖家旗帜', '备注旗帜', '商家备注等级'],
  label: ['备注标签', '插旗标签'],
  memo: ['商家备注', '订单备注', '卖家备注', '主订单备注', '商家备忘', '卖家留言'],
  buyerNote: ['买家留言', '主订单买家留言', '买家备注'],
  buyer: ['买家会员名', '买家会员昵称', '买家昵称', '下单帐号', '下单账号'],
  receiver: ['收货人姓名', '收货人', '收件人', '收件人姓名', '客户姓名'],
  mobile: ['联系手机', '手机', '手机号', '收货人手机', '收件人手机号'],
  phone: ['联系电话', '电话', '收货人电话'],
  province: ['省', '省份', '收货省'],
  city: ['市', '城市', '收货市'],
  district: ['区', '区县', '收货区'],
  address: ['收货地址', '详细地址', '收件地址', '客户地址', '收货详细地址'],
  paid: ['买家实付金额', '买家实际支付金额', '支付金额', '实付金额', '用户实付金额(元)'],
  listed: ['总金额', '买家应付货款', '订单应付金额'],
  refunded: ['退款金额'],
  placedAt: ['订单创建时间', '下单时间', '订单提交时间', '订单成交时间'],
  paidAt: ['订单付款时间', '付款时间', '支付时间', '支付完成时间', '付款确认时间'],
  shippedAt: ['发货时间'],
  shipBy: ['应发货时间', '最晚发货时间', '承诺发货时间'],
  waybill: ['物流单号', '运单号', '快递单号'],
  carrier: ['物流公司', '快递公司'],
  title: ['商品标题', '宝贝标题', '标题', '选购商品', '商品名称', '商品'],
  quantity: ['购买数量', '宝贝总数量', '商品数量', '商品数量(件)', '订购数量'],
  kinds: ['宝贝种类'],
  variant: ['商品属性', '商品规格', '规格'],
  code: ['商家编码', '商家编码-规格维度', '商家编码-商品维度', '外部系统编号'],
  price: ['价格', '商品价格', '商品单价'],
} satisfies Record<string, readonly string[]>
export type Field = keyof typeof aliases

/** Half-width, without spaces: "商品 ID" and "收货地址 " are met. */
export const headerWord = (cell: string) =>
  cell
    .replace(/^﻿|^="?|"$/g, '')
    .normalize('NFKC')
    .replace(/\s/g, '')

/** Where a file keeps what, and whether its lines are orders or single goods of orders. */
export type Layout = {
  kind: 'orders' | 'items'
  at: Partial<Record<Field, readonly number[]>>
  known: readonly number[]
}

const asItemList: Partial<Record<Field, readonly string[]>> = {
  tid: ['主订单编号', '主订单号', '订单编号', '订单号'],
}

/** The layout that a header line describes; undefined when it has no order number, or nothing beside it. */
export function layoutOf(header: readonly string[]): Layout | undefined {
  const names = header.map(headerWord)
  const has = (name: string) => names.includes(name)
  const kind = aliases.oid.some(has) || (has('购买数量') && aliases.title.some(has)) ? 'items' : 'orders'
  const at: Layout['at'] = {}
  for (const [field, usual] of Object.entries(aliases) as [Field, readonly string[]][]) {
    const wanted = (kind === 'items' && asItemList[field]) || usual
    const places = wanted.flatMap((name) => names.flatMap((n, i) => (n === name ? [i] : [])))
    if (places.length) at[field] = places
  }
  if (!at.tid || Object.keys(at).length < 2) return undefined
  const known = [...new Set(Object.values(at).flat())].sort((a, b) => a - b)
  return { kind, at, known }
}

const allNames = new Set<string>(Object.values(aliases).flat())
/** Perhaps a header again in the middle: sheets and pasted files follow each other. */
export const mayBeHeader = (layout: Layout, cells: readonly string[]): boolean =>
  layout.at.tid!.some((i) => cells[i] !== undefined && cells[i].length < 16 && allNames.has(headerWord(cells[i])))
