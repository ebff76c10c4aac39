/** One claim with all that its page says of it. */
import { may } from '../../access.ts'
import { activityOf, type Activity } from '../../core/activity.ts'
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { namesOf } from '../people/index.ts'
import type { Shop } from '../shops/index.ts'
import { claimHere, subject } from './deed.ts'
import { lateTime, peopleIn, rowsOf, type Names, type Row } from './list.ts'
import { canDo, canMove, canSettle, keepsBack, mayCheck, needsOf, waitsForUs } from './rules.ts'
import type { Claim } from './store.ts'
import { evidenceOf } from './store-evidence.ts'
import { openOrdersOf } from './store-orders.ts'

/** What this reader may do now. */
type Deeds = Record<
  'check' | 'uncheck' | 'settle' | 'correct' | 'move' | 'early' | 'waive' | 'wait' | 'withdraw' | 'picture',
  boolean
>

export type Sight = {
  lang: Lang
  shop: Shop
  now: number
  claim: Claim
  row: Row
  names: Names
  can: Deeds
  /** When it has waited too long, UTC ms; undefined: it waits for nobody here. */
  lateAt: number | undefined
  history: readonly Activity[]
  pictures: readonly { id: string }[]
  /** Other open orders of the buyer. */
  orders: readonly { id: string; tid: string; summary: string }[]
  /** The reader says that it is not won. */
  refusing: boolean
}

function deedsOf({ who }: Context, shop: Shop, { claim, canCheck }: Row): Deeds {
  const claims = may(who, 'prizes.claim')
  const leads = may(who, 'prizes.waive')
  return {
    check: canCheck,
    uncheck: canDo(claim, 'uncheck') && mayCheck(who, shop, []),
    settle: claims && canSettle(claim),
    correct: claims && canDo(claim, 'correct'),
    move: claims && canMove(claim),
    early: canDo(claim, 'release') && may(who, 'aftersales.work'),
    waive: leads && keepsBack(claim),
    wait: leads && claim.state === 'to_check' && claim.withoutAt !== null,
    withdraw: claims && canDo(claim, 'withdraw'),
    picture: claims && needsOf[claim.kind].picture !== 'refused' && claim.state !== 'withdrawn',
  }
}

/** Throws not_found for another shop's. */
export async function claimSight(ctx: Context, id: string, refusing: boolean): Promise<Sight> {
  const { was: claim, shop } = await claimHere(ctx.read, ctx, id)
  const row = (await rowsOf(ctx, shop, [claim]))[0]!
  const history = await activityOf(ctx.read, subject(claim))
  const actors = history.flatMap(({ actorId }) => actorId ?? [])
  const can = deedsOf(ctx, shop, row)
  const orders = can.move ? await openOrdersOf(ctx.read, shop.id, claim.buyer) : []
  return {
    lang: ctx.lang,
    shop,
    now: ctx.now,
    claim,
    row,
    can,
    names: await namesOf(ctx.read, [...new Set([...peopleIn([row]), ...actors])]),
    lateAt: waitsForUs(claim) ? await lateTime(ctx.read, shop, claim) : undefined,
    history,
    pictures: await evidenceOf(ctx.read, claim.id),
    orders: orders.filter((order) => order.id !== claim.orderId),
    refusing: refusing && can.check,
  }
}
