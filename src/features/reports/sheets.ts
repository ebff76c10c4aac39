/** REPORT-2: the lists that travel with a report as spreadsheets. */
import type { Lang } from '../../core/i18n.ts'
import type { Attachment } from '../../core/outbox-rules.ts'
import { workbook, XLSX } from '../../core/xlsx.ts'
import { shiftWord, words } from './messages.ts'
import type { ReportContent, Section } from './rules.ts'

/** One for each section with columns, also where the list is empty: nobody wonders whether it was forgotten. */
export const sheetsOf = (content: ReportContent, lang: Lang): Promise<Attachment[]> =>
  Promise.all(content.sections.filter(({ heads }) => heads).map((section) => sheetOf(content, section, lang)))

/** Names of what is attached. */
export const attachedTo = ({ sections }: ReportContent, lang: Lang): string[] =>
  sections.filter(({ heads }) => heads).map(({ word }) => word[lang])

async function sheetOf(content: ReportContent, { word, known, heads = [] }: Section, lang: Lang): Promise<Attachment> {
  const rows = known.flatMap(({ cells }) => (cells ? [cells] : []))
  const about = words(lang).mail.origin(content.shop, content.person, shiftWord(content, lang))
  const columns = heads.map((head, at) => ({
    header: head[lang],
    width: 18,
    cell: (row: (typeof rows)[number]) => inLang(row[at], lang),
  }))
  const name = word[lang]
  const bytes = await workbook({ name, columns, rows, origin: { name: words(lang).mail.originSheet, lines: [about, name] } }) // prettier-ignore
  return { name: `${name} ${content.day} ${content.person}.xlsx`, type: XLSX, base64: bytes.toString('base64') }
}

const inLang = (cell: string | { zh: string; en: string } | undefined, lang: Lang) =>
  typeof cell === 'object' ? cell[lang] : (cell ?? '')
