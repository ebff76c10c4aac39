/** REPORT-1: what the rooms know of somebody's shift, at this minute. */
import { both } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { MINUTE, type Day } from '../../core/time.ts'
import type { DayOfPerson, Feature, ReportSource } from '../../feature.ts'
import { spanOfTurn } from '../shifts/index.ts'
import type { Shift, Shop } from '../shops/index.ts'
import type { Found } from './content.ts'
import { owedBetween } from './owed.ts'
import { dueAfter } from './rules.ts'

/** In order of the report. */
export type Sources = readonly ReportSource[]
export const reportSources = (rooms: readonly Pick<Feature, 'report'>[]): Sources =>
  rooms.flatMap(({ report }) => report ?? []).sort((a, b) => a.order - b.order)

/** A shift of one person. `planned`: the roster has it; somebody who came unplanned may write a report too. */
export type OwnShift = { day: Day; side: Shift; from: number; to: number; dueAt: number; planned: boolean }

export async function shiftOf(
  db: Reader,
  shop: Shop,
  { personId, day, side }: { personId: string; day: Day; side: Shift },
): Promise<OwnShift> {
  const owed = (await owedBetween(db, shop, { from: day, to: day, personId })).find((one) => one.side === side)
  const span = owed ?? spanOfTurn({ day, side }, shop)
  return { day, side, from: span.from, to: span.to, dueAt: dueAfter(span.to, shop), planned: owed !== undefined }
}

/** What is done just before a shift begins, or while its report is written, is part of it. */
const EARLY = 30 * MINUTE

/** Every section of this side's report, with what its room knows. */
export async function foundFor(
  db: Reader,
  sources: Sources,
  { shop, personId, shift }: { shop: Shop; personId: string; shift: OwnShift },
  now: number,
): Promise<Found[]> {
  const { day, side, from, dueAt } = shift
  const of: DayOfPerson = { shop, personId, day, side, from: from - EARLY, to: dueAt }
  const here = sources.filter((source) => !source.side || source.side === side)
  return Promise.all(
    here.map(async ({ name, word, required, heads, known }): Promise<Found> => ({
      name,
      word: both(word),
      required,
      known: await known(db, of, now),
      ...(heads && { heads: heads.map((head) => both(head)) }),
    })),
  )
}
