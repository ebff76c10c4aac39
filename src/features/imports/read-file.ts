/** What kind of file is it, and its lines one after the other. */
import { csvLines, type Line } from './read-csv.ts'
import { BadFile, xlsxSheets } from './read-xlsx.ts'

/** `sheet` begins a sheet of a workbook that has several with something in them: lines are numbered anew. */
export type Piece = { sheet: string } | Line

const starts = (bytes: Buffer, ...magic: number[]) => magic.every((b, i) => bytes[i] === b)

/** The lines of a CSV or XLSX file, told apart by their first bytes, not by the name. Throws BadFile. */
export async function* linesOf(bytes: Buffer): AsyncGenerator<Piece> {
  if (!bytes.length) throw new BadFile('empty_file')
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new BadFile('old_excel')
  if (starts(bytes, 0x50, 0x4b)) return yield* workbook(bytes)
  if (/^﻿?\s*</.test(bytes.toString('utf8', 0, 64))) throw new BadFile('web_page')
  if (bytes.subarray(0, 4096).includes(0) && !starts(bytes, 0xff, 0xfe)) throw new BadFile('not_a_table')
  yield* csvLines(bytes)
}

async function* workbook(bytes: Buffer): AsyncGenerator<Piece> {
  const sheets = (await xlsxSheets(bytes)).filter(({ lines }) => lines.length)
  for (const { name, lines } of sheets) {
    if (sheets.length > 1) yield { sheet: name }
    yield* lines
  }
}
