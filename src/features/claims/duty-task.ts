/** PRIZE-4: the task that a failed check is for the next day shift. */
import { AppError } from '../../core/errors.ts'
import type { Context } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { addDays } from '../../core/time.ts'
import { leadsOf } from '../people/index.ts'
import { dutiesBetween } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { addTask, finishTask, taskById } from '../tasks/index.ts'
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

/** Its task ends with it. Somebody whose task it is not leaves it to its owner. */
export async function endTask(tx: Tx, ctx: Context, { taskId }: Claim, line: string) {
  const task = taskId ? await taskById(tx, taskId) : undefined
  if (task?.state !== 'open') return
  await finishTask(ctx, task.id, line).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'forbidden')) throw error
  })
}
