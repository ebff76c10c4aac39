/** Who is told what when the roster counts: the people concerned, the leads, and loudly of a turn that nobody has. */
import type { Context } from '../../core/context.ts'
import { both, type Lang } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { addDays, dayWord, type Day } from '../../core/time.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf } from '../people/index.ts'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { OFF, spanOfTurn, turnAt, type Duty, type ShiftKind, type Turn } from './rules.ts'
import { dutiesBetween } from './store.ts'
import type { Offer } from './swap-rules.ts'
import { daysOf, mondayOf, newGaps } from './weeks.ts'

/** "早班", "休息"; nothing planned is a dash. */
export function codeWord(kinds: readonly ShiftKind[], code: string | null, lang: Lang): string {
  if (code === null) return words(lang).nothing
  if (code === OFF) return words(lang).off
  return kinds.find((kind) => kind.code === code)?.name[lang] ?? code
}

export const rosterHref = (day: Day) => `/roster?week=${mondayOf(day)}`

export type Told = { personId: string; day: Day; from: string | null; to: string | null }
/** "11-24 周二 早班 → 晚班"; where nothing was planned before: "11-24 周二 晚班". */
export function changeWord(kinds: readonly ShiftKind[], { day, from, to }: Told, lang: Lang): string {
  const [t, now] = [words(lang), codeWord(kinds, to, lang)]
  if (from === null) return t.fresh(dayWord(day, lang), now)
  return t.change(dayWord(day, lang), codeWord(kinds, from, lang), now)
}

/** SHIFT-1: everybody whose published shifts changed is told once, with all the days. */
export async function tellPublished(
  tx: Tx,
  ctx: Context,
  shop: Shop,
  deed: string,
  changes: readonly Told[],
  kinds: readonly ShiftKind[],
) {
  for (const [personId, own] of Map.groupBy(changes, (change) => change.personId)) {
    const days = own.toSorted((a, b) => (a.day < b.day ? -1 : 1))
    const isSoon = days.some(({ day }) => nearDays(shop, ctx.now).includes(day))
    await announce(tx, ctx.now, {
      shopId: shop.id,
      to: [personId],
      key: `roster.published:${mondayOf(days[0]!.day)}:${deed}`,
      tone: isSoon ? 'soon' : 'calm',
      text: both((lang) => words(lang).tell.published(days.map((change) => changeWord(kinds, change, lang)))),
      href: rosterHref(days[0]!.day),
    })
  }
}

/** The running business day and the next one: what changes here is known at once. */
function nearDays(shop: Shop, now: number): Day[] {
  const { day } = turnAt(shop, now)
  return [day, addDays(day, 1)]
}

/** Turns of today and tomorrow, as they are staffed now: asked for before a change, and given back after it. */
export const nearDuties = (tx: Tx, shop: Shop, now: number): Promise<Duty[]> => {
  const [from, to] = nearDays(shop, now) as [Day, Day]
  return dutiesBetween(tx, shop, from, to)
}

/** A turn of today or tomorrow that this change left without anybody goes to the leads, loudly. */
export async function tellGaps(
  tx: Tx,
  ctx: Context,
  shop: Shop,
  deed: string,
  before: readonly Duty[],
): Promise<Turn[]> {
  const after = await nearDuties(tx, shop, ctx.now)
  const gaps = newGaps(before, after, nearDays(shop, ctx.now)).filter((turn) => spanOfTurn(turn, shop).to > ctx.now)
  for (const turn of gaps)
    await announce(tx, ctx.now, {
      shopId: shop.id,
      to: await leadsOf(tx, shop.id),
      key: `roster.unstaffed:${shop.id}:${turn.day}:${turn.side}:${deed}`,
      tone: 'late',
      text: both((lang) => words(lang).tell.unstaffed(turnWord(turn, lang))),
      href: rosterHref(turn.day),
    })
  return gaps
}

/** "11-24 周二 晚班" */
export const turnWord = ({ day, side }: Turn, lang: Lang) => `${dayWord(day, lang)} ${words(lang).sides[side]}`

export const weekWord = (week: Day, lang: Lang) => {
  const days = daysOf(mondayOf(week))
  return words(lang).weekOf(dayWord(days[0]!, lang), dayWord(days[6]!, lang))
}

export type Pair = { by: string; of: string }
/** "小满 11-24 周二 早班 → 阿北；阿北 11-26 周四 晚班 → 小满" */
export function swapWord(kinds: readonly ShiftKind[], offer: Offer, { by, of }: Pair, lang: Lang): string {
  const t = words(lang)
  const shift = (day: Day, code: string) => `${dayWord(day, lang)} ${codeWord(kinds, code, lang)}`
  const there = t.moves(by, shift(offer.day, offer.code), of)
  if (offer.otherDay === null || offer.otherCode === null) return there
  return t.listOf([there, t.moves(of, shift(offer.otherDay, offer.otherCode), by)])
}
