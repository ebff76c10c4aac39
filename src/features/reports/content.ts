/** REPORT-1: a report made of what the board knows and what its writer typed; what is still missing. Pure. */
import { yuan } from '../../core/text.ts'
import type { Both, Lang } from '../../core/i18n.ts'
import { words } from './messages.ts'
import { eachFigure, figureNames, preferred } from './figure-rules.ts'
import type { FigureName, Figures, Known, ReportContent, ReportDraft, Section } from './rules.ts'

/** The section of the figures: not a room's. */
export const FIGURES = 'figures'

/** What a room has for the report, before its writer adds to it. */
export type Found = { name: string; word: Both; required: boolean; known: Known[]; heads?: Both[] }

/** What the chat tool counted for this person and day: counts, seconds, fen. */
export type Chat = {
  enquiries: number | null
  orders: number | null
  amount: number | null
  firstResponse: number | null
  averageResponse: number | null
}

const counted = (chat: Chat | undefined): Figures => ({
  enquiries: chat?.enquiries ?? null,
  orders: chat?.orders ?? null,
  sales: chat?.amount ?? null,
})

/** What was typed, else what the chat tool counted that day. */
export function figuresOf({ figures }: ReportDraft, chat: Chat | undefined): Figures {
  const tool = counted(chat)
  return eachFigure((name) => preferred([figures[name]], tool[name]))
}

/** A form sends back what stood in it: a number that is the tool's was left to the tool. */
export function leftToTool(draft: ReportDraft, chat: Chat | undefined): ReportDraft {
  const tool = counted(chat)
  const typed = (name: FigureName) => (draft.figures[name] === tool[name] ? null : draft.figures[name])
  return { ...draft, figures: eachFigure(typed) }
}

/** Figures that nobody typed: they are the tool's. */
const fromTool = ({ figures }: ReportDraft, chat: Chat | undefined): FigureName[] =>
  figureNames.filter((name) => figures[name] === null && counted(chat)[name] !== null)

/** Of 1; null where nobody asked or nobody said. */
export const conversionOf = ({ enquiries, orders }: Pick<Figures, 'enquiries' | 'orders'>): number | null =>
  enquiries && orders !== null ? orders / enquiries : null

const saidIn = (draft: ReportDraft, name: string) => (draft.sections[name] ?? '').trim()

/** REPORT-1: names of the required sections that neither hold anything nor say 'none', in their order. */
export function missingIn(draft: ReportDraft, found: readonly Found[], chat: Chat | undefined): string[] {
  const { enquiries, orders, sales } = figuresOf(draft, chat)
  const hasFigures = enquiries !== null && orders !== null && sales !== null
  const isEmpty = ({ name, known }: Found) => !known.length && !saidIn(draft, name)
  const open = found.filter((one) => one.required && isEmpty(one)).map(({ name }) => name)
  return [...(hasFigures ? [] : [FIGURES]), ...open].filter((name) => !draft.none.includes(name))
}

/** The report as it would go out now. */
export function contentOf(
  head: Pick<ReportContent, 'shop' | 'person' | 'day' | 'side'>,
  draft: ReportDraft,
  { found, chat }: { found: readonly Found[]; chat: Chat | undefined },
): ReportContent {
  const sections = found.map(({ name, word, known, heads }): Section => {
    const said = saidIn(draft, name)
    const none = draft.none.includes(name) && !known.length && !said
    return { name, word, known, said, none, ...(heads && { heads }) }
  })
  const response = chat && { first: chat.firstResponse, average: chat.averageResponse }
  return {
    ...head,
    figures: figuresOf(draft, chat),
    fromTool: fromTool(draft, chat),
    ...(response && (response.first !== null || response.average !== null) && { response }),
    sections,
    own: draft.own.trim(),
  }
}

// --- figures as lines ---------------------------------------------------------------------------------

export type Figure = { name: string; word: string; value: string }

const percent = (part: number | null) => (part === null ? '–' : `${(part * 100).toFixed(1)}%`)

/** Enquiries, orders, conversion, sales, and what the chat tool says of response. */
export function figureLines({ figures, response }: ReportContent, lang: Lang): Figure[] {
  const t = words(lang).figures
  const count = (n: number | null) => (n === null ? t.unsaid : String(n))
  const seconds = (n: number | null | undefined) => (n === null || n === undefined ? [] : [t.seconds(n)])
  const line = (
    name: 'enquiries' | 'orders' | 'conversion' | 'sales' | 'first' | 'average',
    value: string,
  ): Figure => ({
    name,
    word: t[name],
    value,
  })
  return [
    line('enquiries', count(figures.enquiries)),
    line('orders', count(figures.orders)),
    line('conversion', percent(conversionOf(figures))),
    line('sales', figures.sales === null ? t.unsaid : `¥${yuan(figures.sales)}`),
    ...seconds(response?.first).map((value) => line('first', value)),
    ...seconds(response?.average).map((value) => line('average', value)),
  ]
}
