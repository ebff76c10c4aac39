/** All lines of a file, put together by order: an order list and an item list complete each other. */
import { scrubbed } from '../../core/masking.ts'
import { BadCell, looksRounded, textOf, type RejectReason } from './cells.ts'
import { headerWord, layoutOf, mayBeHeader, type Layout } from './columns.ts'
import type { Line } from './read-csv.ts'
import type { Piece } from './read-file.ts'
import { readLine, type ReadLine, type Terms } from './read-line.ts'
import { BadFile } from './read-xlsx.ts'
import { maskedCells, onlyNumber } from './rejects.ts'
import type { StagedItem, StagedOrder } from './rules.ts'
import { stateOfLines } from './status.ts'

/**
 * A refused line with what is shown of it, masked. `line` counts on through the sheets of a workbook; `detail` then
 * names sheet and row. Lines with the reason 'header' are the names of the columns, for the file to mend.
 */
export type Reject = { line: number; reason: RejectReason | 'header'; detail: string; cells: string[] }
export type Gathered = { orders: StagedOrder[]; rejects: Reject[] }

type Sheet = { name: string; before: number }

/** Letters of a cell that a refusal quotes. */
const LONGEST_SHOWN = 40

/** Takes lines in their order, then tells what they are. */
export function gathering(terms: Terms) {
  const found = new Map<string, ReadLine[]>()
  const rejects: Reject[] = []
  const strange: string[][] = []
  let layout: Layout | undefined
  let sheet: Sheet | undefined
  let skipping = false
  let seen = 0

  /** True when these cells name columns: the lines that follow are read by them. */
  function header(line: number, cells: string[]): boolean {
    const next = layoutOf(cells)
    if (!next) return false
    rejects.push({ line, reason: 'header', detail: '', cells: next.known.map((i) => headerWord(cells[i]!)) })
    layout = next
    return true
  }
  function noHeader(cells: string[]) {
    if (strange.length < 8 && !cells.some(isData)) strange.push(cells)
    skipping = filled(cells) > 1 // one cell alone is a title above the header
  }
  function data(line: Line, at: number, layout: Layout) {
    try {
      if (line.broken) throw new BadCell('broken_quotes', '')
      const read = readLine(layout, line.cells, at, terms)
      const lines = found.get(read.order.tid)
      if (lines) lines.push(read)
      else found.set(read.order.tid, [read])
    } catch (error) {
      if (!(error instanceof BadCell)) throw error
      rejects.push(refused(error, line, at, layout, sheet))
    }
  }
  return {
    take(piece: Piece) {
      if ('sheet' in piece) {
        sheet = { name: piece.sheet, before: seen }
        layout = undefined
        skipping = false
        return
      }
      const at = (sheet?.before ?? 0) + piece.line
      seen = at
      if (skipping || piece.cells.every(isBlank)) return
      if ((!layout || mayBeHeader(layout, piece.cells)) && header(at, piece.cells)) return
      if (layout) data(piece, at, layout)
      else noHeader(piece.cells)
    },
    /** Throws BadFile when nothing in the file was a list of orders. */
    result(): Gathered {
      if (!rejects.some(({ reason }) => reason === 'header')) throw new BadFile('no_order_column', named(strange))
      return withoutRounded([...found.values()].map(together), rejects)
    },
  }
}

function refused(
  { reason, detail }: BadCell,
  line: Line,
  at: number,
  layout: Layout,
  sheet: Sheet | undefined,
): Reject {
  const place = sheet ? `${sheet.name} ${line.line}: ` : ''
  const cells = line.broken ? onlyNumber(layout, line.cells) : maskedCells(layout, line.cells)
  // in a line whose cells have slipped anything may stand where a date should
  return { line: at, reason, detail: place + scrubbed(detail).slice(0, LONGEST_SHOWN), cells }
}

/** Columns are not named like this: a file without names begins with a buyer, whom no refusal may show (WHO-5). */
const isData = (cell: string) => /\d{5}|\*/.test(cell.normalize('NFKC'))
const isBlank = (cell: string) => cell.trim() === ''
const filled = (cells: readonly string[]) => cells.filter((cell) => !isBlank(cell)).length
const named = (headers: readonly string[][]) =>
  headers
    .flatMap((cells) => cells.map((cell) => textOf(headerWord(cell.slice(0, LONGEST_SHOWN)))).filter(Boolean))
    .slice(0, 60)
    .join('、')

/** One order from all lines that spoke of it: what a later line says replaces what an earlier one said. */
function together(lines: readonly ReadLine[]): StagedOrder {
  const [first] = lines
  if (lines.length === 1 && !first!.item) return first!.order
  const parts = lines.filter((line) => line.item)
  const order: StagedOrder = Object.assign({}, ...lines.map((line) => said(line.order)), { line: first!.order.line })
  const memos = lines.flatMap((line) => line.order.memo ?? [])
  if (memos.length) order.memo = memos.findLast(Boolean) ?? ''
  const clear = lines.flatMap((line) => line.order.clear ?? [])
  if (clear.length) order.clear = Object.assign({}, ...clear)
  const shipBy = lines.flatMap((line) => line.order.shipBy ?? [])
  if (shipBy.length) order.shipBy = Math.min(...shipBy)
  return parts.length
    ? { ...order, ...ofParts(parts, parts.length < lines.length && order.state !== undefined) }
    : order
}

/** What an item list says about the whole: its lines, and its state unless an order list told it. */
function ofParts(parts: readonly ReadLine[], stateKnown: boolean): Partial<StagedOrder> {
  const items = new Map<string, StagedItem>()
  for (const { item, order } of parts) {
    const oid = item!.oid || `${order.tid}#${items.size + 1}`
    items.set(oid, { ...item!, oid })
  }
  const paid = parts.flatMap(({ order }) => order.worth ?? [])
  const standing = stateKnown ? undefined : stateOfLines(parts.flatMap((part) => part.standing ?? []))
  return {
    items: [...items.values()],
    ...(paid.length && { worth: paid.reduce((a, b) => a + b, 0) }),
    ...(standing && { ...standing, fromLines: true }),
  }
}

const said = (order: StagedOrder) =>
  Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined))

/** One number that ends in zeros is chance; when most do, Excel has rounded them. */
function withoutRounded(orders: StagedOrder[], rejects: Reject[]): Gathered {
  const rounded = orders.filter(({ tid }) => looksRounded(tid))
  if (rounded.length < 2 || rounded.length * 2 < orders.length) return { orders, rejects }
  const more = rounded.map(({ tid, line }): Reject => ({ line, reason: 'rounded_id', detail: tid, cells: [tid] }))
  return {
    orders: orders.filter(({ tid }) => !looksRounded(tid)),
    rejects: [...rejects, ...more].sort((a, b) => a.line - b.line),
  }
}
