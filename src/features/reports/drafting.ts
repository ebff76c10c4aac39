/** REPORT-1: what stands on the writer's page, and what may be typed there. */
import type { Context } from '../../core/context.ts'
import type { Reader } from '../../core/store.ts'
import { textIn } from '../../core/typed.ts'
import { addDays, dayOf, isDay, type Day } from '../../core/time.ts'
import { AppError } from '../../core/errors.ts'
import { ownShop, type Shift, type Shop } from '../shops/index.ts'
import { contentOf, leftToTool, missingIn, type Chat, type Found } from './content.ts'
import { eachFigure, figureNames } from './figure-rules.ts'
import { foundFor, shiftOf, type OwnShift, type Sources } from './gathering.ts'
import { refusal, words } from './messages.ts'
import { emptyDraft, type FigureName, type Figures, type ReportContent, type ReportDraft } from './rules.ts'
import type { Report } from './store.ts'
import { chatFiguresOf, reportAt, type Place } from './store-versions.ts'

/** `shopId`: left out: the one that is looked at. */
export type OfShift = { day: Day; side: Shift; shopId?: string | undefined }

/** A report as it would go out now. `row` is undefined until something was typed. */
export type Drafted = {
  shop: Shop
  place: Place
  shift: OwnShift
  row: Report | undefined
  draft: ReportDraft
  found: Found[]
  chat: Chat | undefined
  content: ReportContent
  /** REPORT-1: sections that are neither filled nor said to be empty. */
  missing: string[]
}

/** One's own report of a shift that has begun, drafted from what the rooms know at this minute. */
export async function draftReport(ctx: Context, sources: Sources, of: OfShift): Promise<Drafted> {
  const { shop, place, shift } = await ownShift(ctx.read, ctx, of)
  const row = await reportAt(ctx.read, place)
  return drafted(ctx, sources, { shop, place, shift, row, draft: row?.draft ?? emptyDraft })
}

export async function drafted(
  ctx: Context,
  sources: Sources,
  own: Pick<Drafted, 'shop' | 'place' | 'shift' | 'row' | 'draft'>,
): Promise<Drafted> {
  const { shop, place, shift } = own
  const found = await foundFor(ctx.read, sources, { shop, personId: place.personId, shift }, ctx.now)
  const chat = await chatFiguresOf(ctx.read, place)
  const draft = leftToTool(own.draft, chat)
  const head = { shop: shop.name, person: ctx.who.handle, day: place.day, side: place.side }
  const content = contentOf(head, draft, { found, chat })
  return { ...own, draft, found, chat, content, missing: missingIn(draft, found, chat) }
}

/** Days back for which a shift can be reported that the roster does not have: as many as the list shows. */
const UNPLANNED_FOR = 14

/** Throws not_found for a day that is none, conflict for a shift that has not begun, or was nobody's and is long over. */
export async function ownShift(db: Reader, ctx: Context, { day, side, shopId }: OfShift) {
  const shop = await ownShop(db, ctx, shopId ?? ctx.shopId)
  if (!isDay(day) || !['day', 'night'].includes(side) || !ctx.who.id) throw refusal('not_found', 'notOwed')
  const today = dayOf(ctx.now, shop.timeZone)
  if (day > today) throw refusal('conflict', 'tooEarly')
  const place: Place = { shopId: shop.id, personId: ctx.who.id, day, side }
  const shift = await shiftOf(db, shop, place)
  if (shift.from > ctx.now) throw refusal('conflict', 'notYet')
  if (!shift.planned && day < addDays(today, -UNPLANNED_FOR)) throw refusal('conflict', 'longOver')
  return { shop, place, shift }
}

// --- what was typed -----------------------------------------------------------------------------------

/** Letters of one section, and of the own words. */
export const LONGEST_SECTION = 1000
export const LONGEST_OWN = 3000
const MOST = 1_000_000
const MOST_FEN = 100_000_000_000

/** As it is kept: without buyers' numbers; throws invalid at its field. */
export function typed({ figures, sections, none, own }: ReportDraft): ReportDraft {
  checkFigures(figures)
  const said = named(Object.entries(sections), ([name]) => name).map(([name, text]) => [
    name,
    textIn(text, `s-${name}`, LONGEST_SECTION),
  ])
  const kept = said.filter(([, text]) => text !== '')
  return {
    figures,
    sections: Object.fromEntries(kept) as ReportDraft['sections'],
    none: [...new Set(named(none, (name) => name))].sort(),
    own: textIn(own, 'own', LONGEST_OWN),
  }
}

/** More sections than all rooms together have. */
const MOST_SECTIONS = 50
/** A form can send anything: what is not named as a section is not kept. */
const named = <T>(list: readonly T[], nameOf: (one: T) => string): T[] =>
  list.filter((one) => /^[\w-]{1,40}$/.test(nameOf(one))).slice(0, MOST_SECTIONS)

const isRight = (name: FigureName, n: number | null) =>
  n === null || (Number.isInteger(n) && n >= 0 && n <= (name === 'sales' ? MOST_FEN : MOST))

/** Throws invalid at the first field that is no number. */
export function checkFigures(figures: Figures) {
  const wrong = figureNames.find((name) => !isRight(name, figures[name]))
  if (wrong) throw refusal('invalid', wrong === 'sales' ? 'salesWrong' : 'figureWrong', wrong)
}

/** Without what is no number. */
export const readable = (figures: Figures): Figures =>
  eachFigure((name) => (isRight(name, figures[name]) ? figures[name] : null))

/** REPORT-1: names what is missing; at its own field too. */
export function missingRefusal({ missing, found }: Drafted): AppError {
  const wordOf = (name: string, lang: 'zh' | 'en') =>
    found.find((one) => one.name === name)?.word[lang] ?? words(lang).figures.figures
  const fields = missing.map((name) => [`s-${name}`, (lang: 'zh' | 'en') => words(lang).missingOne] as const)
  return new AppError(
    'invalid',
    (lang) => words(lang).missing(missing.map((name) => wordOf(name, lang)).join(words(lang).log.comma)),
    Object.fromEntries(fields),
  )
}
