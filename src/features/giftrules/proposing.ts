/** GIFT-1: open orders that fulfil a rule become proposals, some hundred at a time. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Context } from '../../core/context.ts'
import type { Shop } from '../shops/index.ts'
import { fulfilledWord } from './messages.ts'
import { told } from './proposals.ts'
import { giftFor } from './rules.ts'
import { keyOf, openOrders, seen, type OrderSeen, type PaidKey } from './store-orders.ts'
import { propose, type NewProposal } from './store-proposals.ts'
import { rulesById, type GiftRule } from './store.ts'

/** Orders between two breaths, and rows in one write. */
const AT_ONCE = 200
const IN_ONE_WRITE = 100

/** For open and paid orders in no batch yet; how many are new. */
export async function proposeAll(ctx: Context, shop: Shop, rules: readonly GiftRule[]): Promise<number> {
  let proposed = 0
  if (!rules.length) return proposed
  const among = { since: earliest(rules), amount: Math.min(...rules.map(({ leastAmount }) => leastAmount)) }
  let key: PaidKey | undefined
  for (;;) {
    const list = await openOrders(ctx.read, shop.id, key, AT_ONCE, among)
    const wanted = (await seen(ctx.read, list)).flatMap((one) => proposalsFor(one, rules, ctx.now))
    for (let at = 0; at < wanted.length; at += IN_ONE_WRITE) {
      await breathe()
      proposed += await save(ctx, shop, rules, wanted.slice(at, at + IN_ONE_WRITE))
    }
    const last = list.at(-1)
    if (!last || list.length < AT_ONCE) return proposed
    key = keyOf(last)
    await breathe()
  }
}

/** Nothing paid before the first of their windows can fulfil any of them. */
function earliest(rules: readonly GiftRule[]): number | undefined {
  const starts = rules.map(({ window }) => window?.from ?? null)
  return starts.every((from) => from !== null) ? Math.min(...starts) : undefined
}

type Wanted = { row: NewProposal; tid: string }

function proposalsFor({ order, facts }: OrderSeen, rules: readonly GiftRule[], at: number): Wanted[] {
  return rules.flatMap((rule) => {
    if (facts.decided.get(rule.id)?.state === 'open') return []
    const outcome = giftFor(rule, facts)
    if (!outcome.gives) return []
    const { shopId, id: ruleId, gift, giftQuantity: quantity } = rule
    const why = fulfilledWord(rule, outcome.why, 'zh')
    return [{ row: { shopId, orderId: order.id, ruleId, gift, quantity, why, at }, tid: order.tid }]
  })
}

/** A rule that was switched off or changed meanwhile proposes nothing. */
const save = (ctx: Context, shop: Shop, rules: readonly GiftRule[], wanted: readonly Wanted[]) =>
  ctx.write(async (tx, record) => {
    const now = await rulesById(tx, shop.id, rules.map(({ id }) => id)) // prettier-ignore
    const current = new Set(rules.filter(({ id, version }) => now.get(id)?.version === version).map(({ id }) => id))
    const rows = wanted.map(({ row }) => row).filter(({ ruleId }) => current.has(ruleId))
    const tids = new Map(wanted.map(({ row, tid }) => [row.orderId, tid]))
    const added = rows.length ? await propose(tx, rows) : []
    for (const row of added) {
      const after = { ...told(now.get(row.ruleId)!.name, row), tid: tids.get(row.orderId) }
      await record('gift_proposal.came', `gift_proposal:${row.id}`, { shopId: shop.id, after, why: row.why })
    }
    return added.length
  })
