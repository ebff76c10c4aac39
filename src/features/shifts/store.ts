/** What the database knows about the roster. */
import { and, asc, eq, gte, isNotNull, lte, ne, placeholder } from 'drizzle-orm'
import { people, personShops, roster, shiftCodes } from '../../../db/schema.ts'
import { may, type Right } from '../../access.ts'
import { asWritten } from '../../core/i18n.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import { statement, type Reader } from '../../core/store.ts'
import { addDays, dayOf, type Day } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { OFF, spanOf, type Duty, type ShiftKind } from './rules.ts'

const ownCodes = keptStatement((db) =>
  db
    .select()
    .from(shiftCodes)
    .where(eq(shiftCodes.shopId, placeholder('shopId')))
    .orderBy(asc(shiftCodes.from), asc(shiftCodes.code)),
)

/** The shop's shifts: day, night and its own, retired ones last known too. */
export async function kindsOf(db: Reader, shop: Shop): Promise<(ShiftKind & { retired: boolean })[]> {
  const name = (side: 'day' | 'night') => ({ zh: words('zh').sides[side], en: words('en').sides[side] })
  const usual = (['day', 'night'] as const).map((side) => ({
    code: side,
    name: name(side),
    ...shop.shifts[side],
    side,
    retired: false,
  }))
  const own = await ownCodes(db, { shopId: shop.id })
  return [...usual, ...own.map((row) => ({ ...row, name: asWritten(row.name), retired: row.retiredAt !== null }))]
}

const publishedBetween = statement((db: Reader) =>
  db
    .select({
      day: roster.day,
      personId: roster.personId,
      code: roster.published,
      handle: people.handle,
      roles: people.roles,
      hue: people.hue,
      disabledAt: people.disabledAt,
    })
    .from(roster)
    .innerJoin(people, eq(people.id, roster.personId))
    .innerJoin(personShops, and(eq(personShops.personId, roster.personId), eq(personShops.shopId, roster.shopId)))
    .where(
      and(
        eq(roster.shopId, placeholder('shopId')),
        gte(roster.day, placeholder('from')),
        lte(roster.day, placeholder('to')),
        isNotNull(roster.published),
        ne(roster.published, OFF),
      ),
    )
    .orderBy(asc(roster.day), asc(people.handleKey)),
)

/**
 * Published shifts that began on these days, in order of day; whoever has left has only those that were over. `able`:
 * only of people who may do this: nothing falls to somebody who cannot open it.
 */
export async function dutiesBetween(db: Reader, shop: Shop, from: Day, to: Day, able?: Right): Promise<Duty[]> {
  const kinds = new Map((await kindsOf(db, shop)).map((kind) => [kind.code, kind]))
  const rows = await publishedBetween(db, { shopId: shop.id, from, to })
  return rows.flatMap(({ day, code, disabledAt, roles, ...person }) => {
    const kind = kinds.get(code!)
    if (!kind || (able && !may({ roles }, able))) return []
    const span = spanOf(day, kind, shop.timeZone)
    if (disabledAt !== null && disabledAt < span.to) return []
    return [{ day, code: code!, ...person, side: kind.side, name: kind.name, ...span }]
  })
}

/** Days on which people were told that they are off, also because they fell ill. */
export const offBetween = (db: Reader, shopId: string, from: Day, to: Day): Promise<DayOff[]> =>
  db
    .select({ personId: roster.personId, day: roster.day, note: roster.note })
    .from(roster)
    .where(and(eq(roster.shopId, shopId), gte(roster.day, from), lte(roster.day, to), eq(roster.published, OFF)))
    .orderBy(asc(roster.day), asc(roster.personId))
export type DayOff = { personId: string; day: Day; note: string | null }

/** Days ahead in which somebody is looked for who takes over. */
const AHEAD = 10

/** All that "who is on, who is next, who has it" needs: yesterday's shifts and those of the next days. */
export function dutiesAround(db: Reader, shop: Shop, now: number, able?: Right): Promise<Duty[]> {
  const today = dayOf(now, shop.timeZone)
  return dutiesBetween(db, shop, addDays(today, -1), addDays(today, AHEAD), able)
}
