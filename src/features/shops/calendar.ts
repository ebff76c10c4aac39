/** Public holidays: loading a year, and saying loudly which one is missing. */
import type { Context } from '../../core/context.ts'
import type { Reader } from '../../core/store.ts'
import { dayOf } from '../../core/time.ts'
import { readHolidayYear } from './holiday-file.ts'
import { missingYears, type HolidayYear } from './rules.ts'
import { allShops, calendarOf, loadedYear, putYear, type Shop } from './store.ts'

/**
 * Loads a year for all shops from the text of a holiday-cn file; the same again changes nothing. Every shop's log says
 * so, because every shop's days may change.
 */
export async function loadYear(ctx: Context, text: string): Promise<HolidayYear> {
  const year = readHolidayYear(text)
  await ctx.write(async (tx, record) => {
    const before = await loadedYear(tx, year.year)
    if (before && JSON.stringify(shown(before)) === JSON.stringify(shown(year))) return
    await putYear(tx, { ...year, loadedAt: ctx.now })
    const count = (y: HolidayYear) => ({ year: y.year, papers: y.papers, days: y.days.length })
    for (const { id: shopId } of await allShops(tx))
      await record('calendar.loaded', `year:${year.year}`, {
        shopId,
        before: before && count(before),
        after: count(year),
      })
  })
  return year
}

const shown = ({ papers, days }: HolidayYear) => [papers, days.map((d) => [d.name, d.date, d.isOffDay])]

/** CUT-1: years that a shop needs and nobody has loaded: without them a day's plan is a guess, and every page says so. */
export async function yearWarning(ctx: { read: Reader; now: number }, shop: Shop): Promise<number[]> {
  return missingYears(await calendarOf(ctx.read, shop), dayOf(ctx.now, shop.timeZone))
}
