import type { FlagTable } from '../../src/features/shops/flags.ts'
import type { ShopSettings, ShiftTimes } from '../../src/features/shops/rules.ts'
import type { Kit } from '../kit.ts'

export function shopTables(k: Kit) {
  const shops = k.table(
    'shops',
    {
      id: k.id(),
      code: k.text().notNull(),
      name: k.text().notNull(),
      platform: k.oneOf('taobao', 'tmall', 'jd', 'pinduoduo', 'douyin').notNull(),
      timeZone: k.text().notNull(),
      /** "16:00", in the shop's time zone. */
      cutoff: k.text().notNull(),
      /** Weekdays without shipping, 1 = Monday … 7 = Sunday. */
      restDays: k.json<number[]>().notNull(),
      /** Public holidays without shipping; make-up days with. */
      keepsHolidays: k.bool().notNull(),
      shifts: k.json<ShiftTimes>().notNull(),
      flags: k.json<FlagTable>().notNull(),
      settings: k.json<ShopSettings>().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.uniqueIndex('shops_code').on(t.code)],
  )

  /** One day that differs: a sale day with its own cutoff, a day off, a Sunday with shipping. */
  const shopDays = k.table(
    'shop_days',
    {
      shopId: k
        .text()
        .notNull()
        .references(() => shops.id),
      day: k.day().notNull(),
      /** null: as the calendar says. */
      works: k.bool(),
      /** null: the shop's usual one. */
      cutoff: k.text(),
      why: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.shopId, t.day] })],
  )

  /** Public holidays by year, loaded on a page; 2026 is built in. */
  const holidayYears = k.table('holiday_years', {
    year: k.int().primaryKey(),
    papers: k.json<string[]>().notNull(),
    days: k.json<{ name: string; date: string; isOffDay: boolean }[]>().notNull(),
    loadedAt: k.at().notNull(),
  })

  return { shops, shopDays, holidayYears }
}
