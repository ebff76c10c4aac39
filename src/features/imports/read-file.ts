/** What kind of file is it, and its lines one after the other. */
import { csvLines, type Line } from './read-csv.ts'
import { BadFile, xlsxSheets } from './read-xlsx.ts'

/** `sheet` begins a sheet of a workbook that has several with something in them: lines are numbered anew. */
export type Piece = { sheet: string } | Line
/** `total`: about how many lines; a memo with line breaks counts more than once. */
type OpenFile = { total: number; pieces: AsyncIterable<Piece> | Iterable<Piece> }

const starts = (bytes: Buffer, ...magic: number[]) => magic.every((b, i) => bytes[i] === b)

/** A CSV or XLSX file, told apart by its first bytes, not by its name. Throws BadFile. */
export async function openFile(bytes: Buffer): Promise<OpenFile> {
  if (!bytes.length) throw new BadFile('empty_file')
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new BadFile('old_excel')
  if (starts(bytes, 0x50, 0x4b)) return workbook(bytes)
  if (/^﻿?\s*</.test(bytes.toString('utf8', 0, 64))) throw new BadFile('web_page')
  if (bytes.subarray(0, 4096).includes(0) && !starts(bytes, 0xff, 0xfe)) throw new BadFile('not_a_table')
  return { total: breaksIn(bytes), pieces: csvLines(bytes) }
}

async function workbook(bytes: Buffer): Promise<OpenFile> {
  const sheets = (await xlsxSheets(bytes)).filter(({ lines }) => lines.length)
  const several = sheets.length > 1
  const pieces = sheets.flatMap(({ name, lines }): Piece[] => (several ? [{ sheet: name }, ...lines] : lines))
  return { total: pieces.length, pieces }
}

function breaksIn(bytes: Buffer) {
  let n = 1
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) n++
  return n
}
