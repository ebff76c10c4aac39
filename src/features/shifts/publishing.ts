/** What counts: publishing a week, and changing a published day at once when somebody falls ill. */
import type { Context } from '../../core/context.ts'
import { both } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { addDays, isDay, type Day } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf, namesOf, staffOf } from '../people/index.ts'
import { ownShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { cellsOf, checkSeen, planWeek, type Missed, type Wish } from './planning.ts'
import { refusal } from './refusals.ts'
import { LONGEST_WHY, OFF, turnAt, type ShiftKind } from './rules.ts'
import { cellsBetween, replaceCell } from './store-roster.ts'
import { kindsOf } from './store.ts'
import { changeWord, nearDuties, rosterHref, tellGaps, tellPublished, type Told } from './telling.ts'
import { daysOf, isDraft, isWork, mondayOf } from './weeks.ts'

/**
 * Publishes the week's drafts: from now on they count, and everybody whose shifts changed is told once. Returns how
 * many days of people changed. `seen`: the drafts as they were shown; throws conflict when they are others now.
 */
export const publishWeek = (ctx: Context, shopId: string, week: Day, seen?: string): Promise<number> =>
  ctx.write(async (tx, record, _afterCommit, deed) => {
    const shop = await ownShop(tx, ctx, shopId)
    const days = daysOf(mondayOf(week))
    const drafts = (await cellsBetween(tx, shopId, days[0]!, days[6]!)).filter(isDraft)
    checkSeen(drafts, seen)
    if (!drafts.length) return 0
    const before = await nearDuties(tx, shop, ctx.now)
    for (const cell of drafts)
      if (!(await replaceCell(tx, shopId, cell, { published: cell.code, note: null }, stamp(ctx))))
        throw refusal('conflict', 'changedMeanwhile')
    const changes = drafts.map(({ personId, day, published, code }): Told => ({
      personId,
      day,
      from: published,
      to: code,
    }))
    await tellPublished(tx, ctx, shop, deed, changes, await kindsOf(tx, shop))
    const gaps = await tellGaps(tx, ctx, shop, deed, before)
    const people = new Set(changes.map((change) => change.personId)).size
    await record('roster.published', `roster:${days[0]}`, {
      shopId,
      before: { cells: cellsFrom(changes, 'from') },
      after: { week: days[0], days: changes.length, people, gaps, cells: cellsFrom(changes, 'to') },
    })
    return changes.length
  })

const cellsFrom = (changes: readonly Told[], which: 'from' | 'to') =>
  Object.fromEntries(changes.map((change) => [`${change.day} ${change.personId}`, change[which]]))
const stamp = (ctx: Context) => ({ at: ctx.now, personId: ctx.who.id })

/** Drafts what was planned last and publishes the week, unless somebody else changed one of those cells: then neither counts yet. */
export const planAndPublish = (
  ctx: Context,
  shopId: string,
  week: Day,
  plan: { wishes: readonly Wish[]; seen: string },
) =>
  ctx.write(async (tx): Promise<Missed[]> => {
    const days = daysOf(mondayOf(week))
    await ownShop(tx, ctx, shopId)
    checkSeen(await cellsBetween(tx, shopId, days[0]!, days[6]!), plan.seen)
    const missed = await planWeek(ctx, shopId, plan.wishes)
    if (!missed.length) await publishWeek(ctx, shopId, week)
    return missed
  })

/** How far ahead a day can be changed at once; what is later is planned. */
const AT_ONCE_DAYS = 14

/**
 * `personId`: whose day changes and to what; null: nothing planned any more. `coverId`: who takes their shift. `note`:
 * why, told to all whom it concerns.
 */
type Emergency = { day: Day; personId: string; code: string | null; coverId?: string | undefined; note: string }

/** Somebody fell ill, or comes for somebody: counts at once, and is told to them and to the leads. */
export const changeAtOnce = (ctx: Context, shopId: string, change: Emergency): Promise<void> =>
  ctx.write(async (tx, record, _afterCommit, deed) => {
    const shop = await ownShop(tx, ctx, shopId)
    const kinds = await kindsOf(tx, shop)
    const note = neededText(change.note, 'note', { most: LONGEST_WHY, missing: (lang) => words(lang).noteNeeded })
    const changes = await told(tx, ctx, shop, change, kinds)
    if (!changes.length) return
    const before = await nearDuties(tx, shop, ctx.now)
    const cells = await cellsOf(tx, shopId, changes)
    for (const { to, ...place } of changes)
      if (!(await replaceCell(tx, shopId, cells(place), { code: to, published: to, note }, stamp(ctx))))
        throw refusal('conflict', 'changedMeanwhile')
    const names = await tellChange(tx, ctx, shop, { changes, deed, note, kinds })
    const gaps = await tellGaps(tx, ctx, shop, deed, before)
    await record('roster.changed', `roster:${mondayOf(change.day)}`, {
      shopId,
      before: { cells: cellsFrom(changes, 'from') },
      after: { day: change.day, who: names, gaps, cells: cellsFrom(changes, 'to') },
      why: note,
    })
  })

/** What such a change does to the published roster; throws when it cannot be. */
async function told(tx: Tx, ctx: Context, shop: Shop, change: Emergency, kinds: readonly ShiftKind[]): Promise<Told[]> {
  const { day, personId, code, coverId } = change
  checkDay(shop, ctx.now, day)
  if (code !== null && code !== OFF && !kinds.some((kind) => kind.code === code))
    throw refusal('invalid', 'codeGone', 'code')
  const here = new Set((await staffOf(tx, shop.id)).map((person) => person.id))
  if (!here.has(personId)) throw refusal('not_found', 'personGone', 'person')
  const cells = await cellsOf(tx, shop.id, [{ personId, day }, ...(coverId ? [{ personId: coverId, day }] : [])])
  const from = cells({ personId, day }).published
  const own: Told = { personId, day, from, to: code }
  if (!coverId) return from === code ? [] : [own]
  if (!here.has(coverId) || coverId === personId) throw refusal('invalid', 'coverWrong', 'cover')
  const theirs = cells({ personId: coverId, day }).published
  if (!isWork(from)) throw refusal('conflict', 'nothingToCover', 'cover')
  if (isWork(theirs)) throw refusal('conflict', 'coverBusy', 'cover')
  return [own, { personId: coverId, day, from: theirs, to: from }]
}

function checkDay(shop: Shop, now: number, day: Day) {
  const today = turnAt(shop, now).day
  if (!isDay(day) || day < today || day > addDays(today, AT_ONCE_DAYS)) throw refusal('invalid', 'dayNotSoon', 'day')
}

type Telling = { changes: readonly Told[]; deed: string; note: string; kinds: readonly ShiftKind[] }

/** Returns the handles of whom it concerns. */
async function tellChange(tx: Tx, ctx: Context, shop: Shop, { changes, deed, note, kinds }: Telling) {
  const ids = changes.map((change) => change.personId)
  const names = await namesOf(tx, ids)
  const handleOf = (id: string) => names.get(id)?.handle ?? ''
  const text = both((lang) =>
    words(lang).tell.changed(
      changes.map((c) => `${handleOf(c.personId)} ${changeWord(kinds, c, lang)}`),
      note,
    ),
  )
  const to = [...ids, ...(await leadsOf(tx, shop.id))]
  const key = `roster.changed:${changes[0]!.day}:${deed}`
  await announce(tx, ctx.now, { shopId: shop.id, to, key, tone: 'soon', text, href: rosterHref(changes[0]!.day) })
  return ids.map(handleOf)
}
