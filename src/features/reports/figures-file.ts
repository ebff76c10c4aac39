/** The chat tool's figures as it exports them: a table whose columns are found by their names. Pure. */
import { setImmediate as breathe } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { fenFrom, fold } from '../../core/text.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { BadCell, csvLines, headerWord, instantFrom, textOf, type Line } from '../imports/index.ts'

const aliases = {
  agent: ['客服', '客服昵称', '客服旺旺', '客服名称', '客服账号', '旺旺', '旺旺昵称', '子账号', 'agent', 'handle'],
  day: ['日期', '统计日期', '时间', 'day', 'date'],
  enquiries: ['询单', '询单人数', '询单数', '询单量', '咨询人数', '咨询量', '接待人数', 'enquiries', 'inquiries'],
  firstResponse: ['首响', '首响时间', '首响时长', '首次响应', '首次响应时间', '首次响应时长', 'firstresponse'],
  averageResponse: ['平均响应', '平均响应时间', '平均响应时长', '平响', 'averageresponse', 'avgresponse'],
  orders: ['成交', '成交人数', '下单', '下单人数', '付款人数', '支付人数', '订单数', 'orders'],
  amount: ['金额', '成交金额', '销售额', '下单金额', '付款金额', '支付金额', 'amount', 'sales'],
} satisfies Record<string, readonly string[]>
export type FigureField = keyof typeof aliases
type Places = Partial<Record<FigureField, number>>

/** Counts; seconds; money in fen. null: the table does not say. */
export type Counted = {
  enquiries: number | null
  firstResponse: number | null
  averageResponse: number | null
  orders: number | null
  amount: number | null
}
export const counted = ['enquiries', 'firstResponse', 'averageResponse', 'orders', 'amount'] as const

/** `line` counts from 1, as a spreadsheet program does. */
export type ReadFigures = Counted & { line: number; personId: string; day: Day }

export type FigureFault =
  | 'no_agent'
  | 'unknown_agent'
  | 'no_day'
  | 'bad_day'
  | 'future'
  | 'bad_count'
  | 'bad_time'
  | 'bad_amount'
  | 'nothing'
  | 'twice'
  | 'broken'
/** `detail`: the cell as it was found; of a line that came twice, the number of the first. */
export type RefusedFigures = { line: number; fault: FigureFault; field?: FigureField; detail: string }

/** The whole table is none that we can read. */
export class BadTable extends Error {
  readonly problem: 'empty' | 'workbook' | 'no_columns' | 'too_many'
  constructor(problem: BadTable['problem']) {
    super(problem)
    this.problem = problem
  }
}

/** A year of a large team. */
export const MOST_LINES = 20_000
export const MOST_BYTES = 2 * 1024 * 1024
/** Lines in which the names of the columns are looked for: titles stand above them. */
const HEADER_WITHIN = 20
const LONGEST_SHOWN = 40
const MOST_COUNTED = 1_000_000
/** Lines between two breaths: a long table keeps nobody else waiting. */
const AT_A_STRETCH = 200

/** What decides how a table is read. `people`: ids by folded handle. `day`: of a table without a column for it. */
export type Terms = { zone: string; today: Day; people: ReadonlyMap<string, string>; day?: Day | undefined }

/**
 * Reads it all; a bad line is refused with its reason and spoils no other. `unread`: names of columns that say nothing to
 * us. Throws BadTable.
 */
export async function readFigures(bytes: Uint8Array, terms: Terms) {
  if (isWorkbook(bytes)) throw new BadTable('workbook')
  const found: Found = { figures: [], refused: [], unread: [] }
  const firstAt = new Map<string, number>()
  let places: Places | undefined
  let lines = 0
  for await (const line of csvLines(bytes)) {
    if (!line.cells.some((cell) => textOf(cell))) continue
    if (++lines > MOST_LINES) throw new BadTable('too_many')
    if (lines % AT_A_STRETCH === 0) await breathe()
    const header = placesOf(line.cells)
    if (header) found.unread = unreadIn(line.cells, (places = header))
    else if (places) take(line, places)
    else if (lines > HEADER_WITHIN) break
  }
  if (!lines) throw new BadTable('empty')
  if (!places) throw new BadTable('no_columns')
  return found

  function take(line: Line, at: Places) {
    if (isSum(line.cells[at.agent!] ?? '', terms)) return
    try {
      const figures = figuresIn(line, at, terms)
      const key = `${figures.personId} ${figures.day}`
      const first = firstAt.get(key)
      if (first !== undefined) throw new Fault('twice', String(first))
      firstAt.set(key, line.line)
      found.figures.push(figures)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const { fault, field, detail } = error
      const about = field ? { fault, field } : { fault }
      found.refused.push({ line: line.line, ...about, detail: detail.slice(0, LONGEST_SHOWN) })
    }
  }
}

type Found = { figures: ReadFigures[]; refused: RefusedFigures[]; unread: string[] }

const isWorkbook = ([a, b]: Uint8Array) => (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf)

class Fault extends Error {
  readonly fault: FigureFault
  readonly detail: string
  readonly field: FigureField | undefined
  constructor(fault: FigureFault, detail: string, field?: FigureField) {
    super(fault)
    this.fault = fault
    this.detail = detail
    this.field = field
  }
}

/** "成交金额(元)" is 成交金额; units that would need reckoning, as 万元, stay part of the name. */
const UNIT = /\((秒|s|人|个|单|笔|元|¥)\)$/
const nameOf = (cell: string) => headerWord(cell).toLowerCase().replace(/[_-]/g, '').replace(UNIT, '')

/** A header names the agent and at least one figure. */
function placesOf(cells: readonly string[]): Places | undefined {
  const names = cells.map(nameOf)
  const at: Places = {}
  for (const [field, usual] of Object.entries(aliases) as [FigureField, readonly string[]][]) {
    const place = usual.map((name) => names.indexOf(name)).find((i) => i >= 0)
    if (place !== undefined) at[field] = place
  }
  return at.agent !== undefined && counted.some((field) => at[field] !== undefined) ? at : undefined
}

function unreadIn(cells: readonly string[], at: Places): string[] {
  const used = Object.values(at)
  return cells.flatMap((cell, i) => (used.includes(i) || !textOf(cell) ? [] : [textOf(cell).slice(0, LONGEST_SHOWN)]))
}

const sums = ['合计', '总计', '汇总', '小计', '平均', '平均值', '均值', 'total', 'average']
/** The tool's own line below its agents; not where somebody is called so. */
const isSum = (cell: string, { people }: Terms) => {
  const name = fold(textOf(cell)).trim()
  return sums.includes(name) && !people.has(name)
}

function figuresIn({ line, cells, broken }: Line, at: Places, terms: Terms): ReadFigures {
  if (broken) throw new Fault('broken', '')
  const cell = (field: FigureField) => textOf(cells[at[field] ?? -1] ?? '')
  const personId = personIn(cell('agent'), terms.people)
  const day = dayIn(at.day === undefined ? '' : cell('day'), at.day === undefined, terms)
  const figures = {
    enquiries: countIn(cell('enquiries'), 'enquiries'),
    firstResponse: secondsIn(cell('firstResponse'), 'firstResponse'),
    averageResponse: secondsIn(cell('averageResponse'), 'averageResponse'),
    orders: countIn(cell('orders'), 'orders'),
    amount: amountIn(cell('amount')),
  }
  if (counted.every((field) => figures[field] === null)) throw new Fault('nothing', '')
  return { line, personId, day, ...figures }
}

/** "小满", and the chat tool's own "店铺名:小满". */
function personIn(text: string, people: Terms['people']): string {
  if (!text) throw new Fault('no_agent', '')
  const name = fold(text).trim()
  const person = people.get(name) ?? people.get(name.slice(name.lastIndexOf(':') + 1).trim())
  if (!person) throw new Fault('unknown_agent', text)
  return person
}

function dayIn(text: string, isColumnless: boolean, { zone, today, day: chosen }: Terms): Day {
  const day = isColumnless ? chosen : text && dayFrom(text, zone)
  if (!day) throw new Fault('no_day', '')
  if (day > today) throw new Fault('future', day)
  return day
}

/** "2026-11-20", "20261120", "2026年11月20日", Excel's 46346. */
function dayFrom(text: string, zone: string): Day {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? []
  try {
    return dayOf(instantFrom(year ? `${year}-${month}-${day}` : text, zone), zone)
  } catch (error) {
    throw error instanceof BadCell ? new Fault('bad_day', text) : error
  }
}

const half = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
/** What chat tools write where there is nothing. */
const isNothing = (text: string) => /^[-—/]*$/.test(text)

function countIn(text: string, field: FigureField): number | null {
  const plain = half(text).replace(/,|[人个单]$/g, '')
  if (isNothing(plain)) return null
  const n = /^\d+(\.0+)?$/.test(plain) ? Number(plain) : NaN
  if (!(n <= MOST_COUNTED)) throw new Fault('bad_count', text, field)
  return n
}

/** "45", "45.2", "45秒", "1:05", "0:01:05", "1分5秒": whole seconds. */
function secondsIn(text: string, field: FigureField): number | null {
  const plain = half(text).replace(/s(ec)?$/i, '')
  if (isNothing(plain)) return null
  const [, hours, minutes, seconds] =
    /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5}(?:\.\d+)?)$/.exec(plain) ??
    /^(?:(\d{1,3})(?:小时|时))?(?:(\d{1,4})分钟?)?(?:(\d{1,5}(?:\.\d+)?)秒)?$/.exec(plain) ??
    []
  const isClock = minutes !== undefined && plain.includes(':')
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  const isKnown = [hours, minutes, seconds].some((part) => part !== undefined)
  if (!isKnown || (isClock && Number(seconds) >= 60)) throw new Fault('bad_time', text, field)
  return Math.round(total)
}

function amountIn(text: string): number | null {
  if (isNothing(half(text))) return null
  const fen = fenFrom(text)
  if (fen === undefined) throw new Fault('bad_amount', text, 'amount')
  return fen
}

/** The good lines again as a table that readFigures reads: what a preview hands on to "apply". */
export const figuresText = (figures: readonly ReadFigures[], handleOf: (personId: string) => string): string =>
  stringify([
    ['客服', '日期', '询单', '首响', '平均响应', '成交', '金额'],
    ...figures.map((one) => [
      handleOf(one.personId),
      one.day,
      one.enquiries,
      one.firstResponse,
      one.averageResponse,
      one.orders,
      one.amount === null ? null : (one.amount / 100).toFixed(2),
    ]),
  ])
