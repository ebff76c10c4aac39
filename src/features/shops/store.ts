/** What the database knows about shops and their days. */
import { eq, inArray, placeholder } from 'drizzle-orm'
import { holidayYears, shopDays, shops } from '../../../db/schema.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { ShopCalendar } from './rules.ts'

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
const specialDays = statement((db: Reader) =>
  db
    .select()
    .from(shopDays)
    .where(eq(shopDays.shopId, placeholder('id'))),
)
const loadedYears = statement((db: Reader) => db.select().from(holidayYears))

export const findShop = async (db: Reader, id: string): Promise<Shop | undefined> => (await byId(db, { id }))[0]
export const findShopByCode = async (db: Reader, code: string): Promise<Shop | undefined> =>
  (await byCode(db, { code }))[0]
export const allShops = (db: Reader): Promise<Shop[]> => db.select().from(shops).orderBy(shops.code)
/** The shops that a person works for. */
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
