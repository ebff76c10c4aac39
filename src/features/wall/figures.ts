/** All that a wall shows of a shop, gathered: numbers and handles, nothing of any buyer. */
import type { Said } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, instantOf } from '../../core/time.ts'
import type { HandoverSource } from '../../feature.ts'
import { dayStanding, type DayStanding } from '../cutoff/index.ts'
import { onNow, type OnNow } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'

export type Figures = {
  shop: Shop
  now: number
  standing: DayStanding
  /** Open things that are late, by room, most first. */
  overdue: { word: Said; n: number }[]
  crew: OnNow
}

/** `asOf`: the shop's revision now. */
export async function figuresOf(
  db: Reader,
  shop: Shop,
  sources: readonly HandoverSource[],
  { now, asOf }: { now: number; asOf: string },
): Promise<Figures> {
  const [standing, overdue, crew] = await Promise.all([
    dayStanding(db, shop, now, asOf),
    overdueBy(db, shop, sources, now),
    onNow(db, shop, now, asOf),
  ])
  return { shop, now, standing, overdue, crew }
}

async function overdueBy(db: Reader, shop: Shop, sources: readonly HandoverSource[], now: number) {
  const until = instantOf(addDays(dayOf(now, shop.timeZone), 1), '00:00', shop.timeZone)
  const counts = await Promise.all(
    sources.map(async (source) => {
      const open = await source.open(db, shop, { now, until })
      return {
        word: source.word,
        n: open.filter(({ dueAt, lateAt = dueAt }) => lateAt !== undefined && lateAt < now).length,
      }
    }),
  )
  return counts.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n)
}

export type Counted = { word: string; n: number }

/** At most so many lines, and nothing untold: the smallest share the last one. */
export const fitting = (rows: readonly Counted[], most: number, others: string): readonly Counted[] =>
  rows.length <= most ? rows : [...rows.slice(0, most - 1), { word: others, n: sumOf(rows.slice(most - 1)) }]

export const sumOf = (list: readonly { n: number }[]): number => list.reduce((sum, { n }) => sum + n, 0)
