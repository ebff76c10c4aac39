/** REPORT-1: who owes a report, true at this minute: by the published roster, swaps and sick days included. */
import type { Reader } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import { dutiesBetween, spanOfTurn } from '../shifts/index.ts'
import type { Shift, Shop } from '../shops/index.ts'
import { dueAfter, owesReports } from './rules.ts'
import { reportsBetween, rolesOf, type ReportRow } from './store.ts'

export type Owed = {
  personId: string
  handle: string
  hue: number
  /** The business day on which the shift began. */
  day: Day
  side: Shift
  /** The shift, UTC ms. */
  from: number
  to: number
  dueAt: number
  report: { id: string; state: 'draft' | 'filed' } | null
  /** 0: nothing filed yet. */
  version: number
  filedAt: number | null
}

/** In order of day. Whoever has filed is in it for good, also when the roster was changed afterwards. */
export async function owedBetween(
  db: Reader,
  shop: Shop,
  { from, to, personId }: { from: Day; to: Day; personId?: string | undefined },
): Promise<Owed[]> {
  const duties = (await dutiesBetween(db, shop, from, to)).filter((duty) => !personId || duty.personId === personId)
  const rows = await reportsBetween(db, shop.id, { from, to, personId })
  const known = await rolesOf(db, [...new Set([...duties, ...rows].map((one) => one.personId))])
  const found = new Map(rows.map((row) => [placeOf(row), row]))
  const shifts = duties.filter(({ personId }) => owesReports(known.get(personId)?.roles ?? []))
  const planned = new Set(shifts.map(placeOf))
  const others = rows.filter((row) => row.version > 0 && !planned.has(placeOf(row)))
  const owed = [...shifts, ...others.map((row) => ({ ...row, ...spanOfTurn(row, shop) }))].map(
    ({ personId, day, side, from, to }): Owed => {
      const { handle = '', hue = 1 } = known.get(personId) ?? {}
      const dueAt = dueAfter(to, shop)
      return {
        personId,
        handle,
        hue,
        day,
        side,
        from,
        to,
        dueAt,
        ...standing(found.get(placeOf({ personId, day, side }))),
      }
    },
  )
  return owed.sort((a, b) => a.day.localeCompare(b.day))
}

const placeOf = ({ personId, day, side }: { personId: string; day: Day; side: Shift }) => `${personId} ${day} ${side}`

const standing = (row: ReportRow | undefined): Pick<Owed, 'report' | 'version' | 'filedAt'> => ({
  report: row ? { id: row.id, state: row.state } : null,
  version: row?.version ?? 0,
  filedAt: row?.filedAt ?? null,
})

/** All that are owed for the shifts that began on this day. */
export const owedOn = (db: Reader, shop: Shop, day: Day): Promise<Owed[]> =>
  owedBetween(db, shop, { from: day, to: day })
