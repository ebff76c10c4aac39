/** A proposal that nobody has decided ends when its order leaves, is closed, or no longer fulfils the rule. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Context } from '../../core/context.ts'
import { both } from '../../core/i18n.ts'
import type { RowKey } from '../../core/paging.ts'
import type { Shop } from '../shops/index.ts'
import { becauseWord } from './messages.ts'
import { told } from './proposals.ts'
import { asProposed, giftFor, type Because } from './rules.ts'
import { ordersById, seen } from './store-orders.ts'
import { lapse, openProposals, type Proposal } from './store-proposals.ts'
import { rulesById, type GiftRule } from './store.ts'

/** Proposals between two breaths. */
const AT_ONCE = 100

/** How many ended. */
export async function lapseAll(ctx: Context, shop: Shop): Promise<number> {
  let lapsed = 0
  let key: RowKey | undefined
  for (;;) {
    const list = await openProposals(ctx.read, shop.id, key, AT_ONCE)
    const over = await overOf(ctx, shop, list)
    if (over.length) lapsed += await save(ctx, shop, over)
    const last = list.at(-1)
    if (!last || list.length < AT_ONCE) return lapsed
    key = { at: last.at, id: last.id }
    await breathe()
  }
}

type Over = { was: Proposal; rule: GiftRule | undefined; tid: string | undefined; because: Because }

async function overOf(ctx: Context, shop: Shop, list: readonly Proposal[]): Promise<Over[]> {
  if (!list.length) return []
  const rules = await rulesById(ctx.read, shop.id, list.map(({ ruleId }) => ruleId)) // prettier-ignore
  const rows = await seen(ctx.read, await ordersById(ctx.read, shop.id, list.map(({ orderId }) => orderId))) // prettier-ignore
  const orders = new Map(rows.map((row) => [row.order.id, row]))
  return list.flatMap((was): Over[] => {
    const [rule, found] = [rules.get(was.ruleId), orders.get(was.orderId)]
    const tid = found?.order.tid
    if (!rule || !found) return [{ was, rule, tid, because: { code: 'left' } }]
    const outcome = giftFor(rule, asProposed(found.facts))
    return outcome.gives ? [] : [{ was, rule, tid, because: outcome.because }]
  })
}

const save = (ctx: Context, { id: shopId, timeZone: zone }: Shop, over: readonly Over[]) =>
  ctx.write(async (tx, record) => {
    const lapsed = await lapse(tx, over.map(({ was }) => was.id), ctx.now) // prettier-ignore
    for (const { was, rule, tid, because } of over) {
      if (!lapsed.has(was.id)) continue
      const why = both((lang) => becauseWord(because, { lang, zone, names: new Map() }))
      const after = { ...told(rule?.name ?? '', was), tid, because: why }
      await record('gift_proposal.lapsed', `gift_proposal:${was.id}`, { shopId, before: { state: 'open' }, after })
    }
    return lapsed.size
  })
