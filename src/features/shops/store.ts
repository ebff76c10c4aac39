/** What the database knows about shops and their days. */
import { and, eq, inArray, isNull, placeholder, type SQL } from 'drizzle-orm'
import { holidayYears, people, personShops, shopDays, shops } from '../../../db/schema.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import type { HolidayYear, ShopCalendar, ShopDay } from './rules.ts'

export type Shop = typeof shops.$inferSelect

const byId = statement((db: Reader) =>
  db
    .select()
    .from(shops)
    .where(eq(shops.id, placeholder('id'))),
)
const byCode = statement((db: Reader) =>
  db
    .select()
    .from(shops)
    .where(eq(shops.code, placeholder('code'))),
)
const specialDays = keptStatement((db) =>
  db
    .select()
    .from(shopDays)
    .where(eq(shopDays.shopId, placeholder('id'))),
)
const loadedYears = keptStatement((db) => db.select().from(holidayYears))

export const findShop = async (db: Reader, id: string): Promise<Shop | undefined> => (await byId(db, { id }))[0]
export const findShopByCode = async (db: Reader, code: string): Promise<Shop | undefined> =>
  (await byCode(db, { code }))[0]
export const allShops = (db: Reader): Promise<Shop[]> => db.select().from(shops).orderBy(shops.code)
/** The shops of these ids, by code. */
export const shopsOf = async (db: Reader, ids: readonly string[]): Promise<Shop[]> =>
  ids.length
    ? db
        .select()
        .from(shops)
        .where(inArray(shops.id, [...ids]))
        .orderBy(shops.code)
    : []

/** All that decides about the shop's days. */
export async function calendarOf(db: Reader, shop: Shop): Promise<ShopCalendar> {
  const { timeZone, cutoff, restDays, keepsHolidays } = shop
  const special = await specialDays(db, { id: shop.id })
  const years = await loadedYears(db)
  return { timeZone, cutoff, restDays, keepsHolidays, special, years }
}

export const insertShop = async (tx: Tx, row: typeof shops.$inferInsert): Promise<Shop> =>
  (await tx.insert(shops).values(row).returning())[0]!

/** A new shop belongs to every admin, and to whoever made it (null: the command line). */
export async function giveShopToAdmins(tx: Tx, shopId: string, makerId: string | null) {
  const everybody = await tx
    .select({ id: people.id, roles: people.roles })
    .from(people)
    .where(isNull(people.disabledAt))
  const itsPeople = everybody.filter((person) => person.id === makerId || person.roles.includes('admin'))
  const rows = itsPeople.map(({ id: personId }) => ({ personId, shopId }))
  if (rows.length) await tx.insert(personShops).values(rows)
}

/** False when something of what is to change is no longer as it was read. */
export async function replaceShop(tx: Tx, before: Shop, change: Partial<Shop>): Promise<boolean> {
  const asRead = (Object.keys(change) as (keyof Shop)[]).map((key): SQL => eq(shops[key], before[key]))
  const saved = await tx
    .update(shops)
    .set(change)
    .where(and(eq(shops.id, before.id), ...asRead))
    .returning({ id: shops.id })
  return saved.length === 1
}

// --- days -----------------------------------------------------------------------------------------------

const onDay = (shopId: string, day: Day) => and(eq(shopDays.shopId, shopId), eq(shopDays.day, day))

export const specialDay = async (db: Reader, shopId: string, day: Day): Promise<ShopDay | undefined> =>
  (await db.select().from(shopDays).where(onDay(shopId, day)))[0]

export const putDay = (tx: Tx, row: ShopDay & { shopId: string }) =>
  tx
    .insert(shopDays)
    .values(row)
    .onConflictDoUpdate({
      target: [shopDays.shopId, shopDays.day],
      set: { works: row.works, cutoff: row.cutoff, why: row.why },
    })

export const removeDay = (tx: Tx, shopId: string, day: Day) => tx.delete(shopDays).where(onDay(shopId, day))

export const loadedYear = async (db: Reader, year: number): Promise<HolidayYear | undefined> =>
  (await db.select().from(holidayYears).where(eq(holidayYears.year, year)))[0]

export const putYear = (tx: Tx, row: HolidayYear & { loadedAt: number }) =>
  tx.insert(holidayYears).values(row).onConflictDoUpdate({ target: holidayYears.year, set: row })
