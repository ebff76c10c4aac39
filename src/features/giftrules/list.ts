/** What waits for a person's word: proposals with their orders, and whether they still fulfil their rule. */
import type { Lang } from '../../core/i18n.ts'
import type { RowKey } from '../../core/paging.ts'
import type { Reader } from '../../core/store.ts'
import type { Shop } from '../shops/index.ts'
import { onlyGifts, type OnlyGifts } from './finding.ts'
import type { RowResult } from './proposals.ts'
import { asProposed, giftFor, type Outcome } from './rules.ts'
import { ordersById, seen, type OrderRow } from './store-orders.ts'
import { countOpen, openProposals, type Proposal } from './store-proposals.ts'
import { rulesById, type GiftRule } from './store.ts'

const ON_PAGE = 100

export type ProposalRow = { proposal: Proposal; rule: GiftRule; order: OrderRow; outcome: Outcome }
export type ResultRow = RowResult & { tid: string; rule: string }
type ProposalList = {
  rows: readonly ProposalRow[]
  /** Where the next page begins; undefined on the last. */
  next: RowKey | undefined
  /** Open in all. */
  total: number
  only: readonly OnlyGifts[]
}

/** What their page is drawn from. */
export type ProposalsProps = {
  lang: Lang
  shop: Shop
  now: number
  list: ProposalList
  /** The next freeze, UTC ms. */
  cutoffAt: number
  /** What the last press did, row by row. */
  results: readonly ResultRow[]
  decision: 'take' | 'decline' | undefined
  canPlan: boolean
}

export async function proposalList(db: Reader, shopId: string, after: RowKey | undefined): Promise<ProposalList> {
  const found = await openProposals(db, shopId, after, ON_PAGE + 1)
  const list = found.slice(0, ON_PAGE)
  const last = found.length > ON_PAGE ? list.at(-1)! : undefined
  return {
    rows: await rowsOf(db, shopId, list),
    next: last && { at: last.at, id: last.id },
    total: await countOpen(db, shopId),
    only: await onlyGifts(db, shopId),
  }
}

async function rowsOf(db: Reader, shopId: string, list: readonly Proposal[]): Promise<ProposalRow[]> {
  if (!list.length) return []
  const rules = await rulesById(db, shopId, list.map(({ ruleId }) => ruleId)) // prettier-ignore
  const orders = await seen(db, await ordersById(db, shopId, [...new Set(list.map(({ orderId }) => orderId))]))
  const byId = new Map(orders.map((one) => [one.order.id, one]))
  return list.flatMap((proposal) => {
    const [rule, found] = [rules.get(proposal.ruleId), byId.get(proposal.orderId)]
    if (!rule || !found) return []
    return [{ proposal, rule, order: found.order, outcome: giftFor(rule, asProposed(found.facts)) }]
  })
}

/** What came of several, with the numbers of their orders. */
export async function resultRows(db: Reader, shopId: string, results: readonly RowResult[]): Promise<ResultRow[]> {
  const known = results.flatMap(({ proposal }) => proposal ?? [])
  if (!known.length) return results.map((result) => ({ ...result, tid: '', rule: '' }))
  const orders = await ordersById(db, shopId, [...new Set(known.map(({ orderId }) => orderId))])
  const tids = new Map(orders.map(({ id, tid }) => [id, tid]))
  const rules = await rulesById(db, shopId, known.map(({ ruleId }) => ruleId)) // prettier-ignore
  return results.map((result) => ({
    ...result,
    tid: tids.get(result.proposal?.orderId ?? '') ?? '',
    rule: rules.get(result.proposal?.ruleId ?? '')?.name ?? '',
  }))
}
