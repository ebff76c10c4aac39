/** PRIZE-1, PRIZE-2: a claim is entered: guarded, on its way to the checker, the sheet, or given on the spot. */
import type { Context, Record } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { textIn } from '../../core/typed.ts'
import { dutiesAround } from '../shifts/index.ts'
import { ownShop, type Shop } from '../shops/index.ts'
import { passByList } from './checking.ts'
import { subject, told } from './deed.ts'
import { keepPicture, pictureOf } from './evidence.ts'
import { refusal } from './messages.ts'
import { putOnSheet } from './paying.ts'
import { eveningOf, needsOf, turnOf, type Kind, type State } from './rules.ts'
import { insertClaim, saveClaim, type Claim } from './store.ts'
import { tellCheckers } from './telling.ts'
import { buyerIn, noSerial, orderIn, quantityIn, refuseClaimed, serialIn, thingIn, type NewClaim } from './wish.ts'

/** Returns its id. Throws `invalid` at the field that is to be mended, `conflict` for a serial that was claimed. */
export const claimPrize = (ctx: Context, wish: NewClaim): Promise<string> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, wish.shopId)
    refuseUnrewarded(shop, wish.kind)
    const picture = pictureOf(wish)
    const claim = await insertClaim(tx, await rowOf(tx, ctx, shop, wish))
    if (picture) await keepPicture(tx, ctx, claim, picture)
    const after = told(claim, { state: claim.state, serial: claim.serial, worth: claim.worth })
    await record('claim.made', subject(claim), { shopId: shop.id, after, why: claim.note || null })
    await sendOnItsWay(tx, ctx, record, shop, claim)
    return claim.id
  })

/** Paying for good reviews is fined: only where a manager has read so and switched it on. */
function refuseUnrewarded({ settings }: Shop, kind: Kind) {
  if (kind === 'review' && !settings.reviewRewards) throw refusal('invalid', 'reviewsOff', 'kind')
}

async function rowOf(tx: Tx, ctx: Context, shop: Shop, wish: NewClaim): Promise<Omit<Claim, 'id'>> {
  const { now, who } = ctx
  const { kind } = wish
  const serial = needsOf[kind].serial ? serialIn(wish.serial ?? '') : noSerial
  if (serial.serialKey) await refuseClaimed(tx, shop, serial.serialKey)
  const order = await orderIn(tx, wish)
  const quantity = quantityIn(wish)
  const thing = await thingIn(tx, ctx, shop, wish, quantity)
  const { day, side } = turnOf(who.id, await dutiesAround(tx, shop, now), shop, now)
  const state = beginsAs(kind, order?.state)
  return {
    shopId: shop.id,
    kind,
    buyer: buyerIn(wish, order),
    orderId: order?.id ?? null,
    quantity,
    ...thing,
    ...serial,
    note: textIn(wish.note ?? '', 'note', LONGEST_NOTE),
    state,
    since: now,
    claimedAt: now,
    claimedBy: who.id,
    claimedByHandle: who.handle,
    day,
    side,
    ...untouched,
    endedAt: state === 'given' ? now : null,
  }
}

const LONGEST_NOTE = 200

const untouched = {
  checkedAt: null,
  checkedBy: null,
  checkNote: null,
  taskId: null,
  giftId: null,
  entryId: null,
  withoutAt: null,
  withoutBy: null,
  withoutWhy: null,
}

/** The trade may have succeeded already when the buyer comes back. */
const beginsAs = (kind: Kind, trade: string | undefined): State =>
  kind === 'coupon' && trade === 'done' ? 'to_pay' : needsOf[kind].begins

async function sendOnItsWay(tx: Tx, ctx: Context, record: Record, shop: Shop, claim: Claim) {
  if (claim.state === 'to_pay') {
    const dueAt = claim.kind === 'review' ? eveningOf(shop, ctx.now) : undefined
    await saveClaim(tx, claim, { entryId: await putOnSheet(ctx, claim, dueAt) })
  }
  if (claim.state !== 'to_check') return
  const passed = await passByList(tx, ctx, record, claim)
  if (!passed) await tellCheckers(tx, ctx, shop, claim)
}
