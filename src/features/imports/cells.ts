/** formats.md §2: what Excel, platforms and people do to a cell, undone. */
import { addDays, instantOf, isClocktime, isDay } from '../../core/time.ts'

/** Why a line was refused; worded by messages.ts. */
export type RejectReason =
  | 'damaged_id'
  | 'rounded_id'
  | 'bad_id'
  | 'no_id'
  | 'bad_date'
  | 'bad_amount'
  | 'bad_quantity'
  | 'too_long'
  | 'broken_quotes'

/** One cell that cannot be read: its line is refused, the others are not. */
export class BadCell extends Error {
  readonly reason: RejectReason
  readonly detail: string
  constructor(reason: RejectReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
    this.detail = detail
  }
}

/** Letters of a remark, a title or any other cell that is read; the platforms allow 500 to a remark, 60 to a title. */
export const LONGEST_CELL = 10_000

const NOTHING = /^(?:null|--|#null!)?$/i

/** The cell's own text: one kind of line break (the same memo has another one in CSV than in XLSX), without ="…", a leading ' or tab, spaces around it; what stands for "nothing" is ''. */
export function textOf(cell: string): string {
  let text = cell.trim()
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  if (text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1).trim()
  if (text.startsWith("'")) text = text.slice(1).trim()
  return text.length < 7 && NOTHING.test(text) ? '' : text
}

const half = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

/** Order and line numbers stay text. What Excel has rounded is refused: its last digits are gone. */
export function idOf(text: string): string {
  if (/^\d{6,25}$/.test(text)) return text
  const id = half(text).replace(/^(\d{1,15})\.0$/, '$1')
  if (/^\d(\.\d+)?E\+?\d+$/i.test(id) || /^\d{16,}\.\d+$/.test(id)) throw new BadCell('damaged_id', id)
  if (!/^[\dA-Za-z][\dA-Za-z_-]{3,39}$/.test(id) || !/(\d.*){4}/.test(id))
    throw new BadCell('bad_id', text.slice(0, 40))
  return id
}

/** 3399120000000000101 saved as a number has nothing but zeros after its 15th digit; one such number can be chance. */
export const looksRounded = (id: string): boolean => /^\d{15}0{3,}$/.test(id)

/** No order costs a thousand million yuan; a larger number does not fit the database's. */
const MOST_YUAN = 1e9

/** "¥1,234.50元" → 123450 fen. */
export function fenOf(text: string): number {
  const plain = half(text).replace(/^¥|,|元$/g, '')
  const amount = Number(plain)
  if (plain === '' || !(Math.abs(amount) <= MOST_YUAN)) throw new BadCell('bad_amount', text)
  return Math.round(amount * 100)
}

export function countOf(text: string): number {
  const n = Number(half(text).replace(/[,件]/g, ''))
  if (!Number.isInteger(n) || n < 0 || n > 1_000_000) throw new BadCell('bad_quantity', text)
  return n
}

const STAMP =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?)?)?Z?$/
const SERIAL = /^[34]\d{4}(\.\d+)?$/
const two = (text: string | undefined) => (text ?? '0').padStart(2, '0')

/** "2026-11-20 21:03:11", "2026/11/20 21:03", "2026年11月20日", or Excel's 46346.877: UTC ms by the shop's clock. */
export function instantFrom(text: string, zone: string): number {
  const [, year, month, day, hour, minute, second] = STAMP.exec(text) ?? STAMP.exec(text.normalize('NFKC').trim()) ?? []
  if (year === undefined) return SERIAL.test(text) ? serialInstant(Number(text), zone) : bad(text)
  const date = `${year}-${two(month)}-${two(day)}`
  const time = `${two(hour)}:${two(minute)}`
  if (!isKnownDay(date) || !isClocktime(time) || Number(second ?? 0) > 59) return bad(text)
  return instantOf(date, `${time}:${two(second)}`, zone)
}

const knownDays = new Set<string>()
/** A file names few days a hundred thousand times. */
function isKnownDay(date: string) {
  if (knownDays.has(date)) return true
  if (!isDay(date)) return false
  knownDays.add(date)
  return true
}
function bad(text: string): never {
  throw new BadCell('bad_date', text)
}

/** Days since 1899-12-30, as Excel counts. */
function serialInstant(serial: number, zone: string): number {
  const seconds = Math.round((serial % 1) * 86_400)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((n) => two(String(n)))
  return instantOf(addDays('1899-12-30', Math.floor(serial)), `${h}:${m}:${s}`, zone)
}

/** 应发货时间, also "子订单3304…： 2026-06-11 22:17前 ; 子订单…": the earliest; undefined when it names no time. */
export function deadlineFrom(text: string, zone: string): number | undefined {
  const times = text
    .normalize('NFKC')
    .match(/\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?(?:[ T]*\d{1,2}:\d{1,2}(?::\d{1,2})?)?/g)
  const found = times ?? (SERIAL.test(text) ? [text] : [])
  return found.length ? Math.min(...found.map((one) => instantFrom(one.trim(), zone))) : undefined
}

/** "No:YT0000000000001" → "YT0000000000001". */
export const waybillOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/No:\s*/gi, '')
    .replace(/\s/g, '')
    .toUpperCase()
