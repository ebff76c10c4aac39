/** The due list of a shop: whose it is, what was said last, and where in the day it stands. */
import type { Reader } from '../../core/store.ts'
import { HOUR } from '../../core/time.ts'
import { tidsOf } from '../orders/index.ts'
import { leadsOf, namesOf } from '../people/index.ts'
import { dutiesAround, type Having } from '../shifts/index.ts'
import { calendarOf, type Shop } from '../shops/index.ts'
import { dueParts, endOfBusinessDay, holdersOf, kinds, partOf, proposedNext, type DuePart, type Kind } from './rules.ts'
import { dueByOwner, endedSince, openFollowups, type Followup } from './store.ts'
import { lastSaid } from './store-open.ts'

export type DueRow = { followup: Followup; part: DuePart; having: Having; said: string; tid: string | undefined }

export type DueList = {
  parts: Record<DuePart, DueRow[]>
  /** Of the chosen kind: how many are mine, and how many in all. */
  mine: number
  team: number
  /** Of whoever is chosen, by kind. */
  byKind: Record<Kind, number>
  /** Late in the whole shop, of any kind: what is forgotten. */
  overdue: number
  /** Rows that the page leaves out. */
  more: number
  ended: Followup[]
  names: Map<string, { handle: string; hue: number }>
  tids: Map<string, string>
  /** Next dates as the rule proposes them now. */
  proposed: Record<Kind, number>
}

/** As many as a page shows. */
const MOST_ROWS = 200
const ENDED_SHOWN = 16 * HOUR

export type Asked = { whose: 'mine' | 'team'; kind: Kind | undefined; personId: string | null; now: number }

export async function dueList(db: Reader, shop: Shop, { whose, kind, personId, now }: Asked): Promise<DueList> {
  const open = await openFollowups(db, shop.id)
  const duties = open.length ? await dutiesAround(db, shop, now, 'followups.do') : []
  const leads = await leadsOf(db, shop.id)
  const all = open.map((followup) => ({ followup, having: holdersOf(followup, duties, { now, leads }) }))
  const isMine = ({ having, followup }: (typeof all)[number]) =>
    followup.ownerId === personId || having.people.includes(personId ?? '')
  const own = all.filter((one) => whose === 'team' || isMine(one))
  const chosen = own.filter(({ followup }) => !kind || followup.kind === kind)
  const shown = chosen.slice(0, MOST_ROWS)
  const ended = await endedSince(db, shop.id, now - ENDED_SHOWN)
  const tids = await tidsOf(db, [...shown.map(({ followup }) => followup.orderId), ...ended.map((f) => f.endedByOrder)])
  const ofKind = all.filter(({ followup }) => !kind || followup.kind === kind)
  const end = endOfBusinessDay(shop, now)
  return {
    parts: partsOf(await rowsOf(db, shown, tids, now, end)),
    mine: ofKind.filter(isMine).length,
    team: ofKind.length,
    byKind: tally(own.map(({ followup }) => followup.kind)),
    overdue: all.filter(({ followup }) => partOf(followup.nextAt, now, end) === 'overdue').length,
    more: chosen.length - shown.length,
    ended: ended.filter((followup) => whose === 'team' || [followup.ownerId, followup.endedBy].includes(personId)),
    names: await namesOf(db, peopleIn(shown, ended)),
    tids,
    proposed: await proposals(db, shop, now),
  }
}

type Held = { followup: Followup; having: Having }

async function rowsOf(db: Reader, shown: readonly Held[], tids: Map<string, string>, now: number, end: number) {
  const said = await lastSaid(
    db,
    shown.map(({ followup }) => followup.id),
  )
  return shown.map(({ followup, having }): DueRow => ({
    followup,
    having,
    part: partOf(followup.nextAt, now, end),
    said: said.get(followup.id) ?? followup.said,
    tid: tids.get(followup.orderId ?? ''),
  }))
}

const partsOf = (rows: readonly DueRow[]) =>
  Object.fromEntries(dueParts.map((part) => [part, rows.filter((row) => row.part === part)])) as DueList['parts']

const tally = (list: readonly Kind[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, list.filter((one) => one === kind).length])) as Record<Kind, number>

const peopleIn = (shown: readonly Held[], ended: readonly Followup[]) => [
  ...new Set([...shown.flatMap(({ having }) => having.people), ...ended.flatMap(({ endedBy }) => endedBy ?? [])]),
]

/** DAY-2: the next date of each kind, as its rule says. */
export async function proposals(db: Reader, shop: Shop, now: number): Promise<Record<Kind, number>> {
  const days = { shop, calendar: await calendarOf(db, shop) }
  return Object.fromEntries(kinds.map((kind) => [kind, proposedNext(kind, days, now)])) as Record<Kind, number>
}

/** How many are due now that this person has. */
export const dueForMe = async (db: Reader, shop: Shop, personId: string | null, now: number): Promise<number> =>
  (await dueByPerson(db, shop, { now, until: now })).get(personId ?? '') ?? 0

/** How many each person has that are due until then, of one kind or of all; who has none is not in it. */
export async function dueByPerson(
  db: Reader,
  shop: Shop,
  { kind, ...span }: { now: number; until: number; kind?: Kind },
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const due = (await dueByOwner(db, shop.id, span)).filter((one) => !kind || one.kind === kind)
  if (!due.length) return counts
  const duties = await dutiesAround(db, shop, span.now, 'followups.do')
  const around = { now: span.now, leads: await leadsOf(db, shop.id) }
  for (const one of due)
    for (const id of holdersOf(one, duties, around).people) counts.set(id, (counts.get(id) ?? 0) + one.n)
  return counts
}
