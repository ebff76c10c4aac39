/** All that the page shows before a cutoff, gathered. */
import type { Reader } from '../../core/store.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { dayBook, type BookEntry } from '../orders/index.ts'
import { namesOf } from '../people/index.ts'
import { calendarOf, dayPlan, nextWorkingDay, type DayPlan, type Shop } from '../shops/index.ts'
import type { Names } from './changes.ts'
import { otherBatches, type Earlier } from './frozen-day.ts'
import { outlookOf, type Outlook } from './rules.ts'

export type ComingDay = {
  shop: Shop
  /** What the calendar says about the day that was asked for. */
  asked: DayPlan
  /** The day whose batch comes: that one, or the next that ships. */
  plan: DayPlan
  /** The cutoff has come and the batch is not there yet. */
  freezing: boolean
  outlook: Outlook<BookEntry>
  others: Earlier[]
  names: Names
}

/** As many rows as the page shows of each kind. */
export const SHOWN = 200

/**
 * `day`: the one that was asked for; on a day that does not ship the next one's batch is shown. `asOf`: the shop's
 * revision, where the request has asked for it already.
 */
export async function comingDay(db: Reader, shop: Shop, day: Day, now: number, asOf?: string): Promise<ComingDay> {
  const calendar = await calendarOf(db, shop)
  const asked = dayPlan(calendar, day)
  const plan = asked.works ? asked : dayPlan(calendar, nextWorkingDay(calendar, day))
  const all = outlookOf((await dayBook(db, shop, now, asOf)).list, plan)
  const outlook = { ...all, blocking: all.blocking.sort(byCause) }
  const owners = [...outlook.blocking.slice(0, SHOWN), ...outlook.staying.slice(0, SHOWN)].map(
    ({ hold }) => hold?.ownerId,
  )
  return {
    shop,
    asked,
    plan,
    freezing: asked.works && asked.cutoffAt <= now && day === dayOf(now, shop.timeZone),
    outlook,
    others: await otherBatches(db, shop),
    names: await namesOf(db, [...new Set(owners.filter((id) => typeof id === 'string'))]),
  }
}

/** All that would stay behind: what a person can settle first. */
export const keptOf = ({ outlook }: Pick<ComingDay, 'outlook'>) => [...outlook.blocking, ...outlook.staying]

type Caused = Outlook<BookEntry>['blocking'][number]
/** The same questions together, in each the order that was paid first. */
const byCause = (a: Caused, b: Caused) =>
  a.why[0]!.code.localeCompare(b.why[0]!.code) || (a.order.paidAt ?? 0) - (b.order.paidAt ?? 0)
