/** The wheel's own list as it comes: a CSV, its columns found by their names, its serial numbers kept as text. */
import { stringify } from 'csv-stringify/sync'
import { maskTyped, scrubbed } from '../../core/masking.ts'
import { longOf } from '../../core/time.ts'
import { BadCell, csvLines, headerWord, instantFrom, textOf, type Line } from '../imports/index.ts'
import { LONGEST_SERIAL, serialKeyOf } from './rules.ts'

const aliases = {
  serial: ['中奖序列号', '序列号', '中奖编号', '中奖码', '兑奖码', 'serial', 'serialnumber', 'serialno'],
  prize: ['奖品', '奖品名称', '奖项', '奖项名称', 'prize', 'prizename'],
  buyer: ['买家', '会员名', '买家会员名', '买家昵称', '会员昵称', '用户昵称', '旺旺', 'buyer', 'nick'],
  wonAt: ['中奖时间', '抽奖时间', '时间', 'time', 'wonat'],
} satisfies Record<string, readonly string[]>
type Field = keyof typeof aliases
type Places = Partial<Record<Field, number>>

/** A line of the list. `buyer` is masked; '' and null where the list does not say. `line` counts from 1. */
export type ReadWin = {
  line: number
  serialKey: string
  serial: string
  prize: string
  buyer: string
  wonAt: number | null
}

type WinFault = 'no_serial' | 'damaged' | 'rounded' | 'long_serial' | 'long_prize' | 'bad_time' | 'twice' | 'broken' // prettier-ignore
/** `detail`: the cell as it was found; of a serial number that came twice, the line of the first. */
export type RefusedWin = { line: number; fault: WinFault; detail: string }
export type ReadWins = { wins: ReadWin[]; refused: RefusedWin[] }

/** The whole file is none that we can read. */
export class BadList extends Error {
  readonly problem: 'empty' | 'workbook' | 'no_serial_column' | 'too_many'
  constructor(problem: BadList['problem']) {
    super(problem)
    this.problem = problem
  }
}

/** Bytes and lines of one list: more than a campaign's wheel gives away in a month. */
export const MOST_BYTES = 4 * 1024 * 1024
export const MOST_WINS = 20_000
/** Empty ones too: a file of nothing else would keep everybody waiting. */
const MOST_LINES = 5 * MOST_WINS
/** Lines in which the names of the columns are looked for: titles stand above them. */
const HEADER_WITHIN = 20
const LONGEST_NAME = 200
const LONGEST_SHOWN = 40

/** Reads it all; a bad line is refused with its reason and spoils no other. Throws BadList. */
export async function readWins(bytes: Uint8Array, zone: string): Promise<ReadWins> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new BadList('workbook')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new BadList('workbook')
  const found: ReadWins = { wins: [], refused: [] }
  const firstAt = new Map<string, number>()
  let places: Places | undefined
  let lines = 0
  for await (const line of csvLines(bytes)) {
    if (line.line > MOST_LINES) throw new BadList('too_many')
    if (!line.cells.some((cell) => textOf(cell))) continue
    if (++lines > MOST_WINS) throw new BadList('too_many')
    const header = placesOf(line.cells)
    if (header) places = header
    else if (places) take(line, places)
    else if (lines > HEADER_WITHIN) break
  }
  if (!lines) throw new BadList('empty')
  if (!places) throw new BadList('no_serial_column')
  return withoutRounded(found)

  function take(line: Line, at: Places) {
    try {
      const win = winIn(line, at, zone)
      const first = firstAt.get(win.serialKey)
      if (first !== undefined) throw new Fault('twice', String(first))
      firstAt.set(win.serialKey, win.line)
      found.wins.push(win)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      found.refused.push({ line: line.line, fault: error.fault, detail: error.detail.slice(0, LONGEST_SHOWN) })
    }
  }
}

class Fault extends Error {
  readonly fault: WinFault
  readonly detail: string
  constructor(fault: WinFault, detail: string) {
    super(fault)
    this.fault = fault
    this.detail = detail
  }
}

function placesOf(cells: readonly string[]): Places | undefined {
  const names = cells.map((cell) => headerWord(cell).toLowerCase().replace(/[_-]/g, ''))
  const at: Places = {}
  for (const [field, usual] of Object.entries(aliases) as [Field, readonly string[]][]) {
    const place = usual.map((name) => names.indexOf(name)).find((i) => i >= 0)
    if (place !== undefined) at[field] = place
  }
  return at.serial === undefined ? undefined : at
}

function winIn({ line, cells, broken }: Line, at: Places, zone: string): ReadWin {
  if (broken) throw new Fault('broken', '')
  const cell = (field: Field) => textOf(cells[at[field] ?? -1] ?? '')
  const serial = serialIn(cell('serial'))
  const prize = scrubbed(cell('prize'))
  if (prize.length > LONGEST_NAME) throw new Fault('long_prize', prize)
  const buyer = maskTyped(cell('buyer').slice(0, LONGEST_NAME))
  return { line, serial, serialKey: serialKeyOf(serial), prize, buyer, wonAt: timeIn(cell('wonAt'), zone) }
}

/** What Excel has rounded is refused: its last digits are gone. */
function serialIn(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (/^\d(\.\d+)?E\+\d+$/i.test(plain) || /^\d{16,}\.\d+$/.test(plain)) throw new Fault('damaged', plain)
  const serial = plain.replace(/^(\d{1,15})\.0$/, '$1')
  const key = serialKeyOf(serial)
  if (!key) throw new Fault('no_serial', '')
  if (key.length > LONGEST_SERIAL) throw new Fault('long_serial', serial)
  return serial
}

function timeIn(text: string, zone: string): number | null {
  if (!text) return null
  try {
    return instantFrom(text, zone)
  } catch (error) {
    throw error instanceof BadCell ? new Fault('bad_time', text) : error
  }
}

/** One number that ends in zeros is chance; when most do, Excel has rounded them. */
function withoutRounded({ wins, refused }: ReadWins): ReadWins {
  const isRounded = ({ serialKey }: ReadWin) => /^\d{15}0+$/.test(serialKey)
  const rounded = wins.filter(isRounded)
  if (rounded.length < 2 || rounded.length * 2 < wins.length) return { wins, refused }
  const more = rounded.map(({ line, serial }): RefusedWin => ({ line, fault: 'rounded', detail: serial }))
  const inOrder = [...refused, ...more].sort((a, b) => a.line - b.line)
  return { wins: wins.filter((win) => !isRounded(win)), refused: inOrder }
}

/** The good lines again as a list that readWins reads, with buyers masked: what a preview hands on to "apply". */
export const winsText = (wins: readonly ReadWin[], zone: string): string =>
  stringify([
    ['中奖序列号', '奖品', '买家', '中奖时间'],
    ...wins.map(({ serial, prize, buyer, wonAt }) => [serial, prize, buyer, wonAt === null ? '' : longOf(wonAt, zone)]),
  ])
