/** A version as people read it, on a page, in a letter: blocks of lines, with what changed since the one before. Pure. */
import type { Lang } from '../../core/i18n.ts'
import { figureLines } from './content.ts'
import { words } from './messages.ts'
import type { Known, ReportContent, Section } from './rules.ts'

export type Mark = 'added' | 'removed' | 'changed'
export type Line = { text: string; href?: string | undefined; mark?: Mark | undefined; was?: string | undefined }
/** `more`: lines that stand only in the attached list. */
export type Block = { name: string; title: string; changed: boolean; lines: Line[]; more: number }

/** Blocks in reading order. `before`: the version that this one corrects. `most`: lines of a list that is attached. */
export function blocksOf(
  content: ReportContent,
  { before, lang, most = Infinity }: { before?: ReportContent | undefined; lang: Lang; most?: number },
): Block[] {
  const was = new Map(before?.sections.map((section) => [section.name, section]))
  return [
    figuresBlock(content, before, lang),
    ...content.sections.map((section) => sectionBlock(section, before && (was.get(section.name) ?? null), lang, most)),
    ...ownBlock(content, before, lang),
  ]
}

function figuresBlock(content: ReportContent, before: ReportContent | undefined, lang: Lang): Block {
  const was = new Map(before && figureLines(before, lang).map((line) => [line.name, line.value]))
  const sign = words(lang).colon
  const lines = figureLines(content, lang).map(({ name, word, value }): Line => {
    const old = was.get(name)
    const isSame = !before || old === value
    return isSame ? { text: word + sign + value } : { text: `${word}${sign}${old ?? '–'} → ${value}`, mark: 'changed' }
  })
  return block('figures', words(lang).figures.figures, lines)
}

/** `was`: undefined: nothing to compare with; null: the version before did not have it. */
function sectionBlock(section: Section, was: Section | null | undefined, lang: Lang, most: number): Block {
  const listed = section.known.filter(({ cells }) => cells)
  const shown = new Set<Known>(listed.length > most ? listed.slice(0, most) : listed)
  const old = new Set(was?.known.map(({ text }) => text.zh))
  const isNew = (known: Known) => was !== undefined && !old.has(known.text.zh)
  const kept = section.known.filter((known) => !known.cells || shown.has(known) || isNew(known))
  const now = new Set(section.known.map(({ text }) => text.zh))
  const lines: Line[] = [
    ...kept.map((known): Line => ({
      text: known.text[lang],
      href: known.href,
      mark: isNew(known) ? 'added' : undefined,
    })),
    ...(was?.known ?? [])
      .filter(({ text }) => !now.has(text.zh))
      .map(({ text }): Line => ({ text: text[lang], mark: 'removed' })),
    ...saidLines(section.said, was?.said, was !== undefined),
  ]
  const isEmpty = !section.known.length && !section.said
  const none: Line[] = isEmpty
    ? [{ text: words(lang).none, mark: was && was.none !== section.none ? 'changed' : undefined }]
    : []
  return block(section.name, section.word[lang], [...lines, ...none], section.known.length - kept.length)
}

function saidLines(said: string, was: string | undefined, isCompared: boolean): Line[] {
  if (isCompared && (was ?? '') !== said) {
    if (!said) return [{ text: was!, mark: 'removed' }]
    return [{ text: said, ...(was ? { mark: 'changed' as const, was } : { mark: 'added' as const }) }]
  }
  return said ? [{ text: said }] : []
}

function ownBlock({ own }: ReportContent, before: ReportContent | undefined, lang: Lang): Block[] {
  const lines = saidLines(own, before?.own, before !== undefined)
  return lines.length ? [block('own', words(lang).own, lines)] : []
}

const block = (name: string, title: string, lines: Line[], more = 0): Block => ({
  name,
  title,
  lines,
  more,
  changed: lines.some(({ mark }) => mark),
})

/** REPORT-5: a correction corrects something. */
export const differs = (content: ReportContent, before: ReportContent): boolean =>
  blocksOf(content, { before, lang: 'zh' }).some(({ changed }) => changed)
