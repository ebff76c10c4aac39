/** REPORT-2, REPORT-5: a version as a letter, in HTML that a phone's mail client shows well in the dark too, and as plain text. */
import { raw } from 'hono/html'
import type { Lang } from '../../core/i18n.ts'
import { markup, type Markup } from '../../ui/markup.ts'
import { shiftWord, words } from './messages.ts'
import type { ReportContent } from './rules.ts'
import { blocksOf, type Block, type Line } from './shown.ts'

export type Version = {
  content: ReportContent
  version: number
  why: string
  /** The version that this one corrects. */
  before?: ReportContent | undefined
  /** When it was filed, as a person reads it. */
  at: string
  /** Names of the attached lists. */
  attached: readonly string[]
  /** Its writer has an address, so that a reply comes to them. */
  isReached: boolean
}

/** Lines of an attached list that stand in the letter too. */
const MOST = 8

export function subjectOf({ content, version }: Pick<Version, 'content' | 'version'>, lang: Lang): string {
  const t = words(lang).mail
  const when = shiftWord(content, lang)
  return version > 1
    ? t.correction(version, content.shop, content.person, when)
    : t.subject(content.shop, content.person, when)
}

export function letterOf(one: Version, lang: Lang): { subject: string; html: string; text: string } {
  const blocks = blocksOf(one.content, { before: one.before, lang, most: MOST })
  const subject = subjectOf(one, lang)
  return { subject, html: asHtml(one, subject, blocks, lang), text: asText(one, subject, blocks, lang) }
}

/** What stands above the blocks: that it is a correction, and who filed when. */
function headOf({ content, version, why, at }: Version, lang: Lang): string[] {
  const t = words(lang).mail
  return [t.filed(content.person, at), ...(version > 1 ? [t.corrected(version), t.why(why)] : [])]
}

function footOf({ content, attached, isReached }: Version, lang: Lang): string[] {
  const t = words(lang).mail
  return [
    ...(attached.length ? [t.attached(attached.join(words(lang).log.comma))] : []),
    t.sentBy(content.person, isReached),
  ]
}

const markOf = ({ mark }: Line, lang: Lang) => (mark ? words(lang)[mark] : '')

// --- plain text ---------------------------------------------------------------------------------------

function asText(one: Version, subject: string, blocks: readonly Block[], lang: Lang): string {
  const parts = blocks.map((block) => [titleOf(block, lang), ...block.lines.map((line) => textLine(line, lang)), ...moreOf(block, lang)]) // prettier-ignore
  return [[subject, ...headOf(one, lang)], ...parts, footOf(one, lang)].map((lines) => lines.join('\n')).join('\n\n')
}

const titleOf = ({ title, changed }: Block, lang: Lang) => (changed ? `${title} [${words(lang).changed}]` : title)
const moreOf = ({ more }: Block, lang: Lang) => (more ? [`- ${words(lang).andMore(more)}`] : [])

function textLine(line: Line, lang: Lang): string {
  const mark = markOf(line, lang)
  return `- ${mark && `[${mark}] `}${line.was ? `${line.was} → ` : ''}${line.text}`
}

// --- HTML ---------------------------------------------------------------------------------------------

/** No colours but grey lines: a client that turns pages dark turns these too. */
const FONT =
  'font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif;font-size:16px;line-height:1.5'
const BODY = `margin:0;padding:16px;max-width:640px;${FONT}`
const TITLE = 'font-size:17px;line-height:1.4;margin:20px 0 4px;padding-top:12px;border-top:1px solid #999'
const ITEM = 'margin:4px 0;white-space:pre-line;overflow-wrap:anywhere'
const MARK = 'font-size:13px;font-weight:bold;border:1px solid;border-radius:3px;padding:0 4px'

function asHtml(one: Version, subject: string, blocks: readonly Block[], lang: Lang): string {
  const head = headOf(one, lang).map((line) => markup`<p style="margin:4px 0">${line}</p>\n`)
  const foot = footOf(one, lang).map((line) => markup`<p style="margin:4px 0;font-size:13px">${line}</p>\n`)
  const body = blocks.map((block) => blockHtml(block, lang))
  return markup`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
</head>
<body style="${BODY}">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 8px">${subject}</h1>
${all(head)}${all(body)}<div style="margin-top:24px;padding-top:12px;border-top:1px solid #999">${all(foot)}</div>
</body>
</html>
`.toString()
}

const all = (parts: readonly Markup[]): Markup => raw(parts.join(''))

function blockHtml(block: Block, lang: Lang): Markup {
  const mark = block.changed ? markup` <span style="${MARK}">${words(lang).changed}</span>` : ''
  const more = block.more ? [markup`<li style="${ITEM}">${words(lang).andMore(block.more)}</li>`] : []
  const lines = [...block.lines.map((line) => lineHtml(line, lang)), ...more]
  return markup`<h2 style="${TITLE}">${block.title}${mark}</h2>\n<ul style="margin:0;padding-left:20px">${all(lines)}</ul>\n`
}

function lineHtml(line: Line, lang: Lang): Markup {
  const mark = line.mark ? markup`<span style="${MARK}">${markOf(line, lang)}</span> ` : ''
  const was = line.was ? markup`<s>${line.was}</s> → ` : ''
  const text = line.mark === 'removed' ? markup`<s>${line.text}</s>` : line.text
  return markup`<li style="${ITEM}">${mark}${was}${text}</li>`
}
