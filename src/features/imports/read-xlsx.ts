/** XLSX workbooks: every sheet, every row, whatever size the sheet says it has. Unpacked only after a look inside. */
import { finished } from 'node:stream/promises'
import readXlsxFile from 'read-excel-file/universal'
import yauzl from 'yauzl'
import { plainOf } from '../../core/time.ts'
import type { Line } from './read-csv.ts'

/** Why a whole file was refused; worded by messages.ts. `detail` is what was found in it. */
export class BadFile extends Error {
  readonly problem: FileProblem
  readonly detail: string
  constructor(problem: FileProblem, detail = '') {
    super(`${problem} ${detail}`)
    this.problem = problem
    this.detail = detail
  }
}
export type FileProblem =
  'no_order_column' | 'empty_file' | 'not_a_table' | 'old_excel' | 'web_page' | 'bomb' | 'encrypted'

export type Sheet = { name: string; lines: Line[] }

const MOST_UNPACKED = 300 * 1024 * 1024
/** Tables pack to a tenth or a thirtieth; what packs far better was made to burst. */
const MOST_TIMES = 150
const SMALL = 20 * 1024 * 1024

/** Throws BadFile when it is no archive, or would unpack to too much. */
async function lookInside(bytes: Buffer) {
  const notATable = (error: unknown) => {
    throw error instanceof BadFile ? error : new BadFile('not_a_table')
  }
  const unpacked = await unpackedSize(bytes).catch(notATable)
  if (unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked > bytes.length * MOST_TIMES)) throw new BadFile('bomb')
  await checkSizes(bytes).catch(notATable)
}

/** An archive may lie about what is in it: read through once, nothing kept, it must be as long as it says. */
async function checkSizes(bytes: Buffer) {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) await finished((await zip.openReadStreamPromise(entry)).resume())
}

async function unpackedSize(bytes: Buffer): Promise<number> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new BadFile('encrypted')
    unpacked += entry.uncompressedSize
  }
  return unpacked
}

/** All sheets in their order. Numbers come as the file spells them, so that a long one keeps its last digits. */
export async function xlsxSheets(bytes: Buffer): Promise<Sheet[]> {
  await lookInside(bytes)
  const own = new Uint8Array(bytes).buffer
  const sheets = await readXlsxFile(own, { parseNumber: (digits) => digits }).catch(() => {
    throw new BadFile('not_a_table')
  })
  return sheets.map(({ sheet, data }) => ({
    name: storable(sheet),
    lines: data.map((row, i) => ({ line: i + 1, cells: (row as Cell[]).map(textOfCell) })),
  }))
}

type Cell = string | boolean | Date | null
const textOfCell = (cell: Cell): string =>
  cell instanceof Date ? wallText(cell) : cell === null ? '' : storable(String(cell))

/** Entities spell NULs and halves of surrogate pairs, which no database of ours keeps. */
const storable = (text: string) => text.replaceAll('\0', '').toWellFormed()

/** Excel's dates are wall-clock times that the library gives as if they were UTC, some a millisecond short. */
const wallText = (date: Date) => plainOf(Math.round(date.getTime() / 1000) * 1000)
