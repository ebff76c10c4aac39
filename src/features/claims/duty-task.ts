/** PRIZE-4: the task that a failed check is for the next day shift. */
import type { Context } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { addDays } from '../../core/time.ts'
import { leadsOf } from '../people/index.ts'
import { dutiesBetween } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { addTask, endWithThing } from '../tasks/index.ts'
import { muchOf, words } from './messages.ts'
import { nextDayShift } from './rules.ts'
import type { Claim } from './store.ts'

/** Days ahead in which a day shift is looked for. */
const AHEAD = 10

/** To the duty agent of the next day shift: who claimed it, when among them; the leads when nobody is rostered. */
export async function giveTask(tx: Tx, ctx: Context, shop: Shop, claim: Claim): Promise<string | null> {
  const duties = await dutiesBetween(tx, shop, claim.day, addDays(claim.day, AHEAD), 'prizes.claim')
  const { people, dueAt } = nextDayShift(claim, duties, shop, ctx.now)
  const own = people.find((id) => id === claim.claimedBy)
  const ownerId = own ?? people[0] ?? (await leadsOf(tx, shop.id))[0] ?? ctx.who.id
  if (!ownerId) return null
  return addTask(ctx, {
    shopId: shop.id,
    kind: 'task',
    text: words(ctx.lang).task(muchOf(claim, ctx.lang), claim.buyer),
    ownerId,
    ownerSide: 'day',
    dueAt,
    orderId: claim.orderId ?? undefined,
    href: `/claim/${claim.id}`,
  })
}

/** Its task ends with it, whoever settled it. */
export const endTask = async (ctx: Context, { taskId }: Claim, line: string) => {
  if (taskId) await endWithThing(ctx, taskId, line)
}
