/** Workbooks that leave the board: rows in, the bytes of an .xlsx out. */
import writeXlsxFile from 'write-excel-file/node'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type SheetColumn<Row> = {
  header: string
  /** Characters. */
  width: number
  /** A text stays one, also when it is all digits; a number is a number, money in yuan. */
  cell: (row: Row) => string | number | null
  /** Its numbers are counts: no decimals. */
  whole?: boolean
}

type SheetWish<Row> = {
  /** The sheet's name: at most 31 letters. */
  name: string
  columns: readonly SheetColumn<Row>[]
  rows: readonly Row[]
  /** Who took it, when, and what it shows: lines of a second sheet, so that a list which goes astray says whose it was. */
  origin: { name: string; lines: readonly string[] }
}

/** One sheet with its head that stays in sight, and one that says where it comes from. */
export function workbook<Row>({ name, columns, rows, origin }: SheetWish<Row>): Promise<Buffer> {
  const head = columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const }))
  const body = rows.map((row) => columns.map(({ cell, whole }) => cellOf(cell(row), whole)))
  const widths = columns.map(({ width }) => ({ width }))
  return writeXlsxFile([
    { sheet: sheetName(name), data: [head, ...body], columns: widths, stickyRowsCount: 1 },
    { sheet: sheetName(origin.name), data: origin.lines.map((line) => [cellOf(line)]), columns: [{ width: 60 }] },
  ]).toBuffer()
}

/** Excel refuses a book whose sheet's name has one of these, or is longer. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

function cellOf(value: string | number | null, whole = false) {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number, format: whole ? '0' : '0.00' }
  return { value: harmless(value), type: String, format: '@' }
}

/** What XML cannot hold: one such letter and Excel calls the whole book broken. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
/** What Excel would take for a formula when the book is saved as text and opened again. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

const harmless = (text: string) => {
  const plain = text.toWellFormed().replace(UNWRITABLE, '')
  return FORMULA.test(plain) ? `'${plain}` : plain
}
