/** One line of a file as an order or a line of an order; throws BadCell when it cannot be read. */
import { maskAddress, maskName, maskNick, maskPhone, placeOf, scrubbed, type Place } from '../../core/masking.ts'
import { flagFrom, type Flag, type FlagTable } from '../shops/flags.ts'
import { BadCell, LONGEST_CELL, countOf, deadlineFrom, fenOf, idOf, instantFrom, textOf, waybillOf } from './cells.ts'
import type { Field, Layout } from './columns.ts'
import type { ClearDetails, StagedItem, StagedOrder } from './rules.ts'
import { refundFrom, standingFrom, type Standing } from './status.ts'

/** What a shop makes of a file. */
export type Terms = {
  zone: string
  flags: FlagTable
  /** WHO-5: buyers' data may be kept in the clear too, apart from the orders. */
  clear: boolean
}

export type ReadLine = { order: StagedOrder; standing: Standing | undefined; item: StagedItem | undefined }

/** The text of a field, of the first of its columns that has one; undefined when the file has no such column. */
export type Cell = (field: Field) => string | undefined

function cellsOf({ at }: Layout, cells: readonly string[]): Cell {
  return (field) => {
    const places = at[field]
    if (!places) return undefined
    for (const i of places) {
      const text = textOf(cells[i] ?? '')
      if (text.length > LONGEST_CELL) throw new BadCell('too_long', String(text.length))
      if (text) return text
    }
    return ''
  }
}

/** What is left when empty says nothing. */
function when<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text ? read(text) : undefined
}

export function readLine(layout: Layout, cells: readonly string[], line: number, terms: Terms): ReadLine {
  const cell = cellsOf(layout, cells)
  const number = cell('tid')
  if (!number) throw new BadCell('no_id', '')
  const tid = idOf(number)
  const standing = when(cell('status'), (text) => standingFrom(text, cell('closeReason')))
  const order: StagedOrder = {
    tid,
    line,
    ...about(cell, terms),
    ...whenAndHow(cell, terms.zone),
    ...(layout.kind === 'orders' ? ofWhole(cell, standing) : { worth: when(cell('paid'), fenOf) }),
  }
  return { order, standing, item: layout.kind === 'items' ? itemOf(cell) : undefined }
}

/** Buyer, receiver, notes, flag: masked in every shop. */
function about(cell: Cell, { flags, clear }: Terms): Partial<StagedOrder> {
  const { region, address } = place(cell)
  const written = { buyer: cell('buyer'), receiver: cell('receiver'), phone: cell('mobile') || cell('phone'), address }
  return {
    buyer: when(written.buyer, maskNick),
    receiver: when(written.receiver, maskName),
    phone: when(written.phone, maskPhone),
    ...(address !== undefined && { region, address: maskAddress(address) }),
    buyerNote: when(cell('buyerNote'), scrubbed),
    memo: cell('memo') === undefined ? undefined : scrubbed(cell('memo')!),
    flag: flagOf(cell, flags),
    ...(clear && { clear: inClear(written) }),
  }
}

/** What the platform has not masked itself; undefined when that is nothing. */
function inClear(written: Record<keyof ClearDetails, string | undefined>): ClearDetails | undefined {
  const clear = Object.entries(written).filter(([, text]) => text && !/[*＊]/.test(text))
  return clear.length ? Object.fromEntries(clear) : undefined
}

/** As the file writes it. */
function place(cell: Cell): Partial<Place> {
  const parts = [cell('province'), cell('city'), cell('district')].filter(Boolean)
  const written = cell('address') ?? ''
  if (parts.length) return { region: parts.join(' '), address: written }
  return written ? placeOf(written) : {}
}

/** A flag word that nobody has taught us: nobody decided about it either. */
const UNKNOWN_FLAG: Flag = 'code-99'

/** The flag column, else the label by the shop's table; undefined when the file says neither. */
function flagOf(cell: Cell, table: FlagTable): Flag | undefined {
  const named = (label: string) => (Object.hasOwn(table.labels, label) ? table.labels[label] : undefined)
  const byLabel = named(cell('label') ?? '')
  const text = cell('flag')
  if (text === undefined || (text === '' && byLabel)) return byLabel
  return flagFrom(table, text) ?? named(text) ?? UNKNOWN_FLAG
}

function whenAndHow(cell: Cell, zone: string): Partial<StagedOrder> {
  const instant = (text: string) => instantFrom(text, zone)
  return {
    placedAt: when(cell('placedAt'), instant),
    paidAt: when(cell('paidAt'), instant),
    shippedAt: when(cell('shippedAt'), instant),
    shipBy: when(cell('shipBy'), (text) => deadlineFrom(text, zone)),
    waybill: when(cell('waybill'), waybillOf),
    carrier: when(cell('carrier'), (text) => text),
  }
}

/** 退款金额 may hold words: 无退款申请. */
const isAmount = (text: string | undefined) => !!text && /^[¥\d.,元]+$/.test(text)

/** What only a list of orders says: an item list's money is that of one line. */
function ofWhole(cell: Cell, standing: Standing | undefined): Partial<StagedOrder> {
  const quantity = when(cell('quantity'), countOf)
  const amount = when(cell('paid'), fenOf)
  return {
    ...standing,
    ...(amount && isAmount(cell('refunded')) && fenOf(cell('refunded')!) >= amount && { refund: 'refunded' as const }),
    amount,
    worth: when(cell('listed'), fenOf),
    quantity,
    items: when(cell('title'), (text) => titled(idOf(cell('tid')!), text, when(cell('kinds'), countOf), quantity)),
  }
}

/** Titles joined by ， (old exports) or , (new ones): split so that there are as many as the file counts. */
function titlesOf(text: string, kinds: number | undefined): string[] {
  if (kinds === 1) return [text]
  const splits = [/,/, /，/, /[,，]/].map((by) => text.split(by).map((title) => title.trim()).filter(Boolean)) // prettier-ignore
  return splits.find((titles) => titles.length === kinds) ?? splits.at(-1)!
}

function titled(tid: string, text: string, kinds: number | undefined, quantity: number | undefined): StagedItem[] {
  const titles = titlesOf(text, quantity === 1 ? 1 : kinds)
  const alone = titles.length === 1 ? quantity : undefined
  return titles.map((title, i) => ({
    oid: `${tid}#${i + 1}`,
    title,
    service: isService(title),
    ...(alone && { quantity: alone }),
  }))
}

/** Sold as a line, but nothing to pack. */
const isService = (title: string) => /送货入户|送货上门服务|上门安装|安装服务|^安装$|^送装/.test(title)

/** `oid` is empty where the file has none. */
function itemOf(cell: Cell): StagedItem {
  const refund = cell('refund')
  const title = cell('title') ?? ''
  return {
    oid: when(cell('oid'), idOf) ?? '',
    title,
    service: isService(title),
    variant: cell('variant') || undefined,
    code: cell('code') || undefined,
    quantity: when(cell('quantity'), countOf),
    price: when(cell('price'), fenOf),
    refund: refund === undefined ? undefined : refundFrom(refund),
  }
}
