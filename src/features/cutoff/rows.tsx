/** Rows that several of the batch's pages show. */
import type { Child } from 'hono/jsx'
import type { Actor } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { markup, type Markup } from '../../ui/markup.ts'
import { Badge, Who, type Tone } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { whyWord, type Why } from '../orders/index.ts'
import { FlagMark, OrderLink } from '../orders/parts.tsx'
import type { Flag } from '../shops/flags.ts'
import { words } from './messages.ts'
import type { Names } from './changes.ts'
import { pageWords } from './page-messages.ts'
import type { Stage } from './rules.ts'

const tones: Partial<Record<Why['code'], Tone>> = {
  held: 'hold',
  hold_without_date: 'hold',
  refund_asked: 'late',
  refunded: 'late',
  closed: 'late',
}

/** What every part of the batch's pages gets: who looks, and links that keep the shop. */
export type PageProps = { viewer: Pick<Actor, 'roles'>; lang: Lang; here: (path: string) => string }

/** Why in a word; the sentence stands beside it. */
export const Cause = ({ why, lang }: { why: readonly Why[]; lang: Lang }) =>
  why[0] ? Badge({ tone: tones[why[0].code] ?? 'soon', children: pageWords(lang).causes[why[0].code] }) : null

export const sentence = (why: readonly Why[], lang: Lang) => why.map((w) => whyWord(w, lang)).join(words(lang).and)

const stageTones: Record<Stage, Tone | undefined> = {
  waiting: undefined,
  printed: 'act',
  packed: 'soon',
  handed: 'done',
  stopped: 'late',
}
export const StageBadge = ({ stage, lang }: { stage: Stage; lang: Lang }) => (
  <Badge tone={stageTones[stage]}>{pageWords(lang).stages[stage]}</Badge>
)

export const Urgent = ({ lang }: { lang: Lang }) =>
  markup`<span class="urgency" data-tone="late" title="${pageWords(lang).urgentHint}">${pageWords(lang).urgent}</span>`

export const Person = ({ id, names }: { id: string | null | undefined; names: Names }) => {
  const person = id ? names.get(id) : undefined
  return person ? Who(person) : null
}

type ListedOrder = {
  id: string
  tid: string
  buyer: string
  receiver: string
  summary: string
  flag: string
  urgent: boolean
  /** The seller's memo on the platform: it often says what the flag means. */
  memo?: string
}

/** Which order: its flag, number, buyer and goods, in that order everywhere. */
export function OrderCells({ order, lang, flag = true }: { order: ListedOrder; lang: Lang; flag?: boolean }) {
  const mark = flag && markup`<td>${FlagMark({ flag: order.flag as Flag, lang })}</td>`
  const which = markup`<td>${OrderLink(order)} ${order.urgent && Urgent({ lang })}</td>`
  return markup`${mark}${which}<td class="one-line">${order.receiver || order.buyer}</td><td class="full">${order.summary}</td>`
}

/** A table of rows with its column heads; `unseen` ones are for screen readers. */
export const Rows = ({
  caption,
  heads,
  children,
}: {
  caption: string
  heads: (string | undefined)[]
  children: Child
}) => (
  <table class="rows tight">
    <caption class="unseen">{caption}</caption>
    <Heads names={heads.filter((head) => head !== undefined)} />
    <tbody>{children}</tbody>
  </table>
)

type KeptBack = {
  order: ListedOrder
  why: readonly Why[]
  ownerId: string | null | undefined
  names: Names
  lang: Lang
  now?: Markup | null
  act?: Markup | Promise<Markup> | false
}
/** An order that does not go, the reason first. */
export function KeptBackRow({ order, why, ownerId, names, lang, now, act }: KeptBack) {
  const cause = markup`<th scope="row" class="one-line">${Cause({ why, lang })}</th>`
  const memo = order.memo && markup`<small>${order.memo}</small>`
  const explained = markup`<td class="full now">${sentence(why, lang)} ${now} ${memo}</td>`
  const owner = markup`<td class="one-line">${Person({ id: ownerId, names })}</td>`
  return markup`<tr>${cause}${OrderCells({ order, lang })}${explained}${owner}${act && markup`<td class="act">${act}</td>`}</tr>`
}

/** The heads of a table of KeptBackRows. */
export const keptBackHeads = (lang: Lang, act?: string) => {
  const t = pageWords(lang)
  return [t.reason, t.flag, t.tid, t.buyer, t.goods, t.explained, t.owner, act]
}
