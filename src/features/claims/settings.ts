/** What a manager decides: who checks, how long is too long, and whether reviews are rewarded. */
import type { Context } from '../../core/context.ts'
import { may } from '../../access.ts'
import { textIn } from '../../core/typed.ts'
import { staffOf } from '../people/index.ts'
import { changeSettings, ownShop } from '../shops/index.ts'
import { refusal } from './messages.ts'

const MOST_DAYS = 30

/** `prizeCheckers`: ids of the shop's people; none: its leads. `claimDays`: working days. */
export async function changeChecks(
  ctx: Context,
  shopId: string,
  { prizeCheckers, claimDays }: { prizeCheckers: readonly string[]; claimDays: number },
) {
  const shop = await ownShop(ctx.read, ctx, shopId)
  const able = (await staffOf(ctx.read, shop.id)).filter((person) => may(person, 'prizes.check')).map(({ id }) => id)
  if (prizeCheckers.some((id) => !able.includes(id))) throw refusal('invalid', 'checkersWrong', 'checkers')
  if (!Number.isInteger(claimDays) || claimDays < 1 || claimDays > MOST_DAYS)
    throw refusal('invalid', 'daysWrong', 'claimDays')
  const chosen = [...new Set(prizeCheckers)].sort()
  await changeSettings(ctx, shopId, { prizeCheckers: chosen, claimDays }, { kind: 'claims.settings' })
}

/** Rewarding reviews is fined in China: on only for who has `read` the warning. Logged as its own kind. */
export async function rewardReviews(ctx: Context, shopId: string, wish: { on: boolean; read: boolean; why: string }) {
  if (wish.on && !wish.read) throw refusal('invalid', 'readFirst', 'read')
  const kind = wish.on ? 'claims.reviews_on' : 'claims.reviews_off'
  await changeSettings(ctx, shopId, { reviewRewards: wish.on }, { kind, why: textIn(wish.why, 'why') })
}
