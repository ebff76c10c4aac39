/** One line with all that its page says of it, and what this reader may do. */
import { may } from '../../access.ts'
import { activityOf, type Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Ask } from '../../core/web.ts'
import { tidsOf } from '../orders/index.ts'
import { namesOf, type Staff } from '../people/index.ts'
import type { Having } from '../shifts/index.ts'
import { shopHere, type Shop } from '../shops/index.ts'
import { haversOf, mayWork } from './rules.ts'
import { entriesOfOrder, payoutOf, type Entry, type PayoutShort } from './store.ts'
import { staffFor, teamOf } from './team.ts'

export type EntrySight = {
  lang: Lang
  shop: Shop
  now: number
  entry: Entry
  having: Having
  names: ReadonlyMap<string, { handle: string; hue: number }>
  tid: string | undefined
  payout: PayoutShort | undefined
  /** Other lines of its order. */
  others: readonly Entry[]
  history: readonly Activity[]
  staff: readonly Staff[]
  viewer: string | null
  canWrite: boolean
  canWork: boolean
  canPay: boolean
}

/** Throws not_found when its shop is none of this person's. */
export async function sightOf(c: Ask, entry: Entry): Promise<EntrySight> {
  const { ctx } = c.var
  const { read, who, now, lang } = ctx
  const shop = shopHere(c, entry.shopId)
  const having = haversOf(entry, await teamOf(read, shop, now))
  const history = await activityOf(read, `entry:${entry.id}`)
  const people = [entry.ownerId, entry.createdBy, ...having.people, ...history.map(({ actorId }) => actorId)]
  const ofOrder = entry.orderId ? await entriesOfOrder(read, entry.orderId) : []
  return {
    lang,
    shop,
    now,
    entry,
    having,
    names: await namesOf(read, [...new Set(people.flatMap((one) => one ?? []))]),
    tid: (await tidsOf(read, [entry.orderId])).get(entry.orderId ?? ''),
    payout: await payoutOf(read, entry.id),
    others: ofOrder.filter((other) => other.id !== entry.id),
    history,
    staff: await staffFor(read, shop),
    viewer: who.id,
    canWrite: may(who, 'aftersales.write'),
    canWork: mayWork(entry, who, having),
    canPay: may(who, 'payouts.see'),
  }
}
