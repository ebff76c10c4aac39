/** Refused lines as a file to mend and bring back: masked, safe to open in a spreadsheet program. */
import { stringify } from 'csv-stringify/sync'
import type { Context } from '../../core/context.ts'
import { reasonWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { MOST_KEPT } from './rejects.ts'
import { rejectsAfter, type StoredReject } from './store.ts'

const AT_ONCE = 1000

/** The refused lines with their reasons, as CSV to mend and import again; cells are masked (WHO-5). */
export async function rejectedCsv({ read, lang }: Context, importId: string): Promise<string> {
  const lines: StoredReject[] = []
  for (let after = -1; lines.length < MOST_KEPT; after = lines.at(-1)!.line) {
    const more = await rejectsAfter(read, importId, after, AT_ONCE)
    lines.push(...more)
    if (more.length < AT_ONCE) break
  }
  const t = pageWords(lang)
  const rows = usedOnly(lines).map(({ line, reason, detail, cells }) =>
    reason === 'header'
      ? [...cells, t.lineColumn, t.reasonColumn]
      : [...cells, String(line), reasonWord(reason, detail, lang)],
  )
  return stringify(rows, { bom: true, escape_formulas: true, record_delimiter: '\r\n' })
}

/** A header only when lines follow it. */
const usedOnly = (lines: readonly StoredReject[]) =>
  lines.filter(({ reason }, i) => reason !== 'header' || (lines[i + 1]?.reason ?? 'header') !== 'header')
