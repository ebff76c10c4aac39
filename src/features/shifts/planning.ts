/** Planning a week: drafts that nobody is told of until they are published. */
import type { Context, Record } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { addDays, isDay, type Day } from '../../core/time.ts'
import { staffOf } from '../people/index.ts'
import { ownShop } from '../shops/index.ts'
import { refusal } from './refusals.ts'
import { OFF } from './rules.ts'
import { cellsBetween, replaceCell } from './store-roster.ts'
import { kindsOf } from './store.ts'
import { copyOf, daysOf, emptyCell, isDraft, mondayOf, seenOf, type Cell } from './weeks.ts'

/** What a cell is to become; `was`: its draft as whoever planned it saw it, null when it was empty. */
export type Wish = { personId: string; day: Day; was: string | null; code: string | null }
/** A wish that was not carried out, because somebody else had changed the cell; `now`: to what. */
export type Missed = Wish & { now: string | null }

/**
 * Drafts many cells at once. A cell that somebody else changed meanwhile stays as they left it and is returned; the
 * others are saved.
 */
export const planWeek = (ctx: Context, shopId: string, wishes: readonly Wish[]): Promise<Missed[]> =>
  ctx.write(async (tx, record) => {
    await checkWishes(tx, ctx, shopId, wishes)
    const cells = await cellsOf(tx, shopId, wishes)
    const [changes, missed]: [[Cell, string | null][], Missed[]] = [[], []]
    for (const wish of wishes) {
      const cell = cells(wish)
      if (cell.code === wish.code) continue
      if (cell.code === wish.was) changes.push([cell, wish.code])
      else missed.push({ ...wish, now: cell.code })
    }
    await draft(tx, ctx, record, shopId, changes)
    return missed
  })

/** One cell; throws conflict when `was` is given and it is no longer so. */
export const setShift = (ctx: Context, shopId: string, wish: Omit<Wish, 'was'> & { was?: string | null }) =>
  ctx.write(async (tx) => {
    const cells = await cellsOf(tx, shopId, [wish])
    const { was = cells(wish).code } = wish
    const missed = await planWeek(ctx, shopId, [{ ...wish, was }])
    if (missed.length) throw refusal('conflict', 'changedMeanwhile')
  })

/** Fills the empty cells of this week from the week before, as a draft; returns how many. */
export const copyWeek = (ctx: Context, shopId: string, week: Day): Promise<number> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const monday = mondayOf(week)
    const known = new Set([OFF, ...(await kindsOf(tx, shop)).filter((k) => !k.retired).map((k) => k.code)])
    const here = new Set((await staffOf(tx, shopId)).map((person) => person.id))
    const before = await cellsBetween(tx, shopId, addDays(monday, -7), addDays(monday, -1))
    const copies = before
      .filter((cell) => here.has(cell.personId))
      .map(({ personId, day, ...cell }) => ({
        personId,
        day: addDays(day, 7),
        code: copyOf({ personId, day, ...cell }, known),
      }))
      .filter(({ code }) => code !== null)
    const cells = await cellsOf(tx, shopId, copies)
    const empty = copies.map((copy) => [cells(copy), copy.code] as [Cell, string | null])
    const changes = empty.filter(([{ code, published }]) => code === null && published === null)
    await draft(tx, ctx, record, shopId, changes)
    return changes.length
  })

/** Takes this week's drafts back to what the team was told; `seen`: the drafts as they were shown. */
export const discardDraft = (ctx: Context, shopId: string, week: Day, seen?: string): Promise<number> =>
  ctx.write(async (tx, record) => {
    await ownShop(tx, ctx, shopId)
    const days = daysOf(mondayOf(week))
    const drafts = (await cellsBetween(tx, shopId, days[0]!, days[6]!)).filter(isDraft)
    checkSeen(drafts, seen)
    await save(
      tx,
      ctx,
      shopId,
      drafts.map((cell) => [cell, cell.published]),
    )
    if (drafts.length)
      await record('roster.discarded', `roster:${days[0]}`, {
        shopId,
        ...told(drafts.map((cell) => [cell, cell.published])),
      })
    return drafts.length
  })

/** Throws conflict when the drafts are not those that were shown. */
export function checkSeen(cells: readonly Cell[], seen: string | undefined) {
  if (seen !== undefined && seen !== seenOf(cells)) throw refusal('conflict', 'draftsChanged')
}

type Changes = readonly (readonly [Cell, string | null])[]

async function draft(tx: Tx, ctx: Context, record: Record, shopId: string, changes: Changes) {
  await save(tx, ctx, shopId, changes)
  const weeks = new Set(changes.map(([cell]) => mondayOf(cell.day)))
  for (const week of weeks) {
    const own = changes.filter(([cell]) => mondayOf(cell.day) === week)
    await record('roster.planned', `roster:${week}`, { shopId, ...told(own) })
  }
}

async function save(tx: Tx, ctx: Context, shopId: string, changes: Changes) {
  for (const [cell, code] of changes)
    if (!(await replaceCell(tx, shopId, cell, { code }, { at: ctx.now, personId: ctx.who.id })))
      throw refusal('conflict', 'changedMeanwhile')
}

/** Cells by "day person", as the log keeps them. */
function told(changes: Changes) {
  const keyOf = ({ day, personId }: Cell) => `${day} ${personId}`
  const week = mondayOf(changes[0]![0].day)
  return {
    before: { week, cells: Object.fromEntries(changes.map(([cell]) => [keyOf(cell), cell.code])) },
    after: { week, cells: Object.fromEntries(changes.map(([cell, code]) => [keyOf(cell), code])) },
  }
}

/** The cell of a person and day; an empty one where nothing is planned. */
export async function cellsOf(tx: Tx, shopId: string, places: readonly { personId: string; day: Day }[]) {
  const days = places.map(({ day }) => day).sort()
  const found = days.length ? await cellsBetween(tx, shopId, days[0]!, days.at(-1)!) : []
  const known = new Map(found.map((cell) => [`${cell.day} ${cell.personId}`, cell]))
  return ({ personId, day }: { personId: string; day: Day }) =>
    known.get(`${day} ${personId}`) ?? emptyCell(personId, day)
}

/** People of the shop, its shifts, real days; whoever has left can only be taken off. */
async function checkWishes(tx: Tx, ctx: Context, shopId: string, wishes: readonly Wish[]) {
  const shop = await ownShop(tx, ctx, shopId)
  const codes = new Set([OFF, ...(await kindsOf(tx, shop)).filter((k) => !k.retired).map((k) => k.code)])
  const here = new Set((await staffOf(tx, shopId)).map((person) => person.id))
  for (const { personId, day, code } of wishes) {
    if (!isDay(day)) throw refusal('invalid', 'dayBad')
    if (code !== null && !codes.has(code)) throw refusal('invalid', 'codeGone')
    if (code !== null && !here.has(personId)) throw refusal('invalid', 'personGone')
  }
}
