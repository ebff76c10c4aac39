/** One cell of the grid: a shape and a word for each shift, a link where there is a report to open. */
import type { Lang } from '../../core/i18n.ts'
import { whenWord } from '../../core/time.ts'
import { markup, type Markup } from '../../ui/markup.ts'
import type { Shop } from '../shops/index.ts'
import type { Grid } from './grid.ts'
import { isCorrected, type GridCell, type Mark } from './grid-rules.ts'
import { gridWords } from './grid-words.ts'
import type { Standing } from './rules.ts'

export type Seen = { lang: Lang; shop: Shop; now: number }
export type GridProps = Seen & { grid: Grid; canImport: boolean }

/** A shape beside each word: grey prints and colour-blind readers tell them apart. */
export const shapes: Record<Standing, string> = { intime: '✓', late: '△', missing: '×', open: '○' }
const tones: Record<Standing, string> = { intime: 'done', late: 'soon', missing: 'late', open: '' }

const reportHref = (reportId: string) => `/reports/of/${reportId}`

/** "早班，17:42 交，18:00 到期" */
export function timesOf(mark: Mark, { lang, shop, now }: Seen): string {
  const t = gridWords(lang)
  const at = (moment: number) => whenWord(moment, now, shop.timeZone, lang)
  const said = mark.filedAt === null ? t.dueAt(at(mark.dueAt)) : t.filedAt(at(mark.filedAt), at(mark.dueAt))
  return [t.sides[mark.side], said].join(t.comma)
}
const titleOf = (mark: Mark, seen: Seen) =>
  [gridWords(seen.lang).meanings[mark.standing], timesOf(mark, seen)].join(gridWords(seen.lang).comma)

export function markView(mark: Mark, seen: Seen): Markup {
  const { standing, version, reportId } = mark
  const word = gridWords(seen.lang).marks[standing]
  const inside = markup`<i aria-hidden="true">${shapes[standing]}</i>${word}${isCorrected(mark) && markup`<b>v${version}</b>`}`
  const tone = tones[standing] && markup` data-tone="${tones[standing]}"`
  const title = titleOf(mark, seen)
  return reportId
    ? markup`<a class="stood" href="${reportHref(reportId)}"${tone} title="${title}">${inside}</a>`
    : markup`<span class="${standing === 'missing' ? 'stood miss' : 'stood'}"${tone} title="${title}">${inside}</span>`
}

export function cellView(cell: GridCell, kind: string, seen: Seen): Markup {
  const t = gridWords(seen.lang)
  const open = kind ? markup`<td class="${kind}">` : markup`<td>`
  if (cell.marks.length) {
    const [first, second] = cell.marks.map((mark) => markView(mark, seen))
    return markup`${open}${first}${second}</td>`
  }
  if (cell.off !== null) return markup`${open}<span class="stood"${cell.off && markup` title="${cell.off}"`}>${t.off}</span></td>` // prettier-ignore
  return markup`${open}<span class="stood" title="${t.nothing}">·</span></td>`
}
