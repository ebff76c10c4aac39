/** CSV as it comes: UTF-8 or GBK, with line breaks, commas and stray quotes inside of memos. Read in pieces. */
import { CsvError, parse } from 'csv-parse'

/** The line as a spreadsheet program numbers it, the first is 1; its cells as text. */
export type Line = { line: number; cells: string[]; broken?: true }

const PIECE = 1 << 18
/** A record beyond this is a quote that nobody closed. */
const LONGEST_RECORD = 1 << 18

/** UTF-8 when every byte of it is, else GBK (gb18030); UTF-16 only with its mark. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'gb18030' | 'utf-16le' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (const piece of pieces(bytes)) decoder.decode(piece, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

function* pieces<B extends Uint8Array>(bytes: B): Generator<B> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE) as B
}

/** The same text as UTF-8 without a mark, and without NULs, which no database of ours keeps. */
function asUtf8(bytes: Uint8Array): Buffer {
  const text = decoded(bytes)
  return text.includes(0) ? Buffer.from(text.filter((byte) => byte !== 0)) : text
}

function decoded(bytes: Uint8Array): Buffer {
  const encoding = encodingOf(bytes)
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (encoding === 'utf-8') return bytes[0] === 0xef ? plain.subarray(3) : plain
  const decoder = new TextDecoder(encoding)
  return Buffer.concat([...pieces(bytes)].map((piece) => Buffer.from(decoder.decode(piece, { stream: true }))))
}

/** Tabs where Excel saved "Unicode text", commas elsewhere. */
function delimiterOf(text: Buffer): string {
  const head = text.subarray(0, 8192).toString().trimStart().split(/\r?\n/, 1)[0]!
  return head.split('\t').length > head.split(',').length ? '\t' : ','
}

/** Every record in order, an empty line as one empty cell. A record whose quotes are broken comes as its first line. */
export async function* csvLines(bytes: Uint8Array): AsyncGenerator<Line> {
  const text = asUtf8(bytes)
  const delimiter = delimiterOf(text)
  let line = 0
  for (let from = 0; from < text.length;) {
    const rest = records(text.subarray(from), delimiter)
    let next = await rest.next()
    for (; !next.done; next = await rest.next()) yield { line: ++line, cells: next.value }
    if (next.value === undefined) return
    const start = from + next.value
    const end = text.indexOf(10, start)
    from = end < 0 ? text.length : end + 1
    yield { line: ++line, cells: text.toString('utf8', start, from).trimEnd().split(delimiter), broken: true }
  }
}

/** Yields cells; returns where a record begins that cannot be read, in bytes; undefined at the end. */
async function* records(text: Buffer, delimiter: string): AsyncGenerator<string[], number | undefined> {
  const done: string[][] = []
  let end = 0
  let line = 0
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_RECORD,
    on_record: (cells: string[], { bytes, lines }) => {
      if (lines > line + 1 && runsOn(cells, delimiter)) throw new RunsOn()
      line = lines
      end = bytes
      done.push(cells)
      return null
    },
  })
  parser.on('error', () => {}) // each write tells its own
  try {
    for (const piece of pieces(text)) {
      await new Promise<void>((ok, no) => parser.write(piece, (error) => (error ? no(error) : ok())))
      yield* done.splice(0)
    }
    await new Promise<void>((ok, no) => parser.once('error', no).end(ok))
    yield* done.splice(0)
    return undefined
  } catch (error) {
    if (!(error instanceof RunsOn || error instanceof CsvError)) throw error
    yield* done.splice(0)
    return lineAfter(text, end)
  }
}

class RunsOn extends Error {}

/** A cell that swallowed the beginning of the next line: its closing quote was missing, the next memo's opened instead. */
const runsOn = (cells: readonly string[], delimiter: string): boolean =>
  cells.some(
    (cell, i) =>
      cell.includes('\n') &&
      cell
        .split('\n')
        .slice(1)
        .some((rest) => beginsALine(rest, i, delimiter)),
  )

const beginsALine = (text: string, column: number, delimiter: string) =>
  text.split(delimiter).length > column && (column >= 8 || /^(="?|'|\t)?\d{8,}\D/.test(text))

/** Where the next line begins; the first one begins at once. */
function lineAfter(text: Buffer, end: number) {
  if (end === 0) return 0
  let at = end
  while (text[at] === 10 || text[at] === 13) at++
  return at
}
