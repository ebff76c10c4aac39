/** What stands on the list of claims: which, since when, and in whose hands each is. */
import type { Context } from '../../core/context.ts'
import type { Reader } from '../../core/store.ts'
import { openEntries } from '../aftersales/index.ts'
import { tidsOf } from '../orders/index.ts'
import { leadsOf, namesOf, staffOf, type Staff } from '../people/index.ts'
import { turnAt } from '../shifts/index.ts'
import { calendarOf, type Shop } from '../shops/index.ts'
import { openTasks } from '../tasks/index.ts'
import { canSettle, checkersOf, claimDaysOf, isHomeless, isLate, lateAt, mayCheck } from './rules.ts'
import { handsOnAll, openClaims, type Claim } from './store.ts'

export const shows = ['check', 'failed', 'trade', 'pay', 'homeless', 'late', 'all'] as const
export type Show = (typeof shows)[number]

/** As many as a page shows, who waits longest first. */
export const MOST_ROWS = 200

/** In whose hands: people, or somebody outside the team. */
type Hands = { people: readonly string[]; word?: 'buyerHas' | 'warehouse' | 'morning' | undefined }
export type Row = { claim: Claim; tid: string | undefined; hands: Hands; late: boolean; canCheck: boolean }
export type Names = ReadonlyMap<string, { handle: string; hue: number }>

type Team = {
  shop: Shop
  staff: readonly Staff[]
  leads: readonly string[]
  taskOwners: ReadonlyMap<string, string | null>
  entryOwners: ReadonlyMap<string, string | null>
  isNight: boolean
}

async function teamOf(db: Reader, shop: Shop, now: number): Promise<Team> {
  const tasks = await openTasks(db, shop.id)
  const entries = await openEntries(db, shop.id)
  return {
    shop,
    staff: await staffOf(db, shop.id),
    leads: await leadsOf(db, shop.id),
    taskOwners: new Map(tasks.map(({ id, ownerId }) => [id, ownerId])),
    entryOwners: new Map(entries.map(({ id, ownerId }) => [id, ownerId])),
    isNight: turnAt(shop, now).side === 'night',
  }
}

const isUnchecked = ({ state }: Claim) => state === 'to_check'
const only = (...ids: (string | null | undefined)[]) => ids.filter((id) => typeof id === 'string')

/** PRIZE-6: who has it now. */
function handsOf(claim: Claim, hands: readonly (string | null)[], team: Team): Hands {
  if (claim.state === 'to_check') {
    const people = checkersOf(team.shop, team, hands)
    return team.isNight && claim.side === 'night' ? { people, word: 'morning' } : { people }
  }
  if (canSettle(claim)) return { people: only(team.taskOwners.get(claim.taskId ?? '') ?? claim.claimedBy) }
  if (isHomeless(claim)) return { people: only(claim.claimedBy) }
  if (claim.state === 'to_pay') return { people: only(team.entryOwners.get(claim.entryId ?? '')) }
  if (claim.state === 'waiting_trade') return { people: [], word: 'buyerHas' }
  return { people: [], word: claim.state === 'passed' ? 'warehouse' : undefined }
}

/** The same with all that a page says of each. */
export async function rowsOf({ read, who, now }: Context, shop: Shop, list: readonly Claim[]): Promise<Row[]> {
  if (!list.length) return []
  const team = await teamOf(read, shop, now)
  const calendar = await calendarOf(read, shop)
  const days = claimDaysOf(shop)
  const tids = await tidsOf(read, list.map(({ orderId }) => orderId)) // prettier-ignore
  const touched = await handsOnAll(read, list.filter(isUnchecked)) // prettier-ignore
  return list.map((claim) => {
    const hands = touched.get(claim.id) ?? []
    return {
      claim,
      tid: tids.get(claim.orderId ?? ''),
      hands: handsOf(claim, hands, team),
      late: isLate(claim, days, calendar, now),
      canCheck: isUnchecked(claim) && mayCheck(who, shop, hands),
    }
  })
}

export const lateTime = async (db: Reader, shop: Shop, claim: Claim): Promise<number> =>
  lateAt(claim, claimDaysOf(shop), await calendarOf(db, shop))

/** Which of the open ones a tab shows. */
export function isShown({ claim, late }: Row, show: Show): boolean {
  if (show === 'late') return late
  if (show === 'homeless') return isHomeless(claim)
  const states = { check: 'to_check', failed: 'failed', trade: 'waiting_trade', pay: 'to_pay', all: '' } as const
  return claim.state === states[show]
}

export const peopleIn = (rows: readonly Row[]) => [
  ...new Set(rows.flatMap(({ claim, hands }) => only(claim.claimedBy, claim.checkedBy, ...hands.people))),
]

export async function openRows(ctx: Context, shop: Shop): Promise<{ rows: Row[]; names: Names }> {
  const rows = await rowsOf(ctx, shop, await openClaims(ctx.read, shop.id))
  return { rows, names: await namesOf(ctx.read, peopleIn(rows)) }
}

export const waitingFor = async (ctx: Context, shop: Shop) => (await claimsWaitingFor(ctx, shop)).length

/** What this reader has to check, or to tell a buyer. */
export async function claimsWaitingFor({ read, who }: Context, shop: Shop): Promise<Claim[]> {
  const open = await openClaims(read, shop.id)
  const hands = mayCheck(who, shop, []) ? await handsOnAll(read, open.filter(isUnchecked)) : undefined // prettier-ignore
  const tasks = open.some(canSettle) ? await openTasks(read, shop.id) : []
  const teller = (claim: Claim) => tasks.find(({ id }) => id === claim.taskId)?.ownerId ?? claim.claimedBy
  const isMine = (claim: Claim) => {
    if (isUnchecked(claim)) return !!hands && mayCheck(who, shop, hands.get(claim.id) ?? [])
    return canSettle(claim) ? teller(claim) === who.id : isHomeless(claim) && claim.claimedBy === who.id
  }
  return open.filter(isMine)
}
