/** Every change to a gift rule. It only proposes, and only after somebody has seen what it would have done. */
import type { Context } from '../../core/context.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { neededText, textIn } from '../../core/typed.ts'
import { findCampaign } from '../campaigns/index.ts'
import { ownShop } from '../shops/index.ts'
import { LONGEST_GIFT, LONGEST_ITEM, LONGEST_NAME, MOST_AMOUNT, MOST_PIECES } from './limits.ts'
import { refusedWords } from './messages.ts'
import { findRule, insertRule, refusal, saveRule, type GiftRule, type RuleRow } from './store.ts'
import { lapseOf } from './store-proposals.ts'

/** A campaign, or moments of its own (UTC ms), or neither. */
export type RuleWish = Pick<
  RuleRow,
  'name' | 'item' | 'leastQuantity' | 'leastAmount' | 'campaignId' | 'fromAt' | 'toAt' | 'gift' | 'giftQuantity'
>

/** Adds a rule, off; returns its id. */
export const addGiftRule = (ctx: Context, shopId: string, given: RuleWish): Promise<string> =>
  ctx.write(async (tx, record) => {
    await ownShop(tx, ctx, shopId)
    const wish = await checked(tx, ctx, shopId, given)
    const made = { createdAt: ctx.now, createdBy: ctx.who.id, changedAt: ctx.now, endedAt: null }
    const { id } = await insertRule(tx, { shopId, ...wish, on: false, ...made })
    await record('gift_rule.added', `gift_rule:${id}`, { shopId, after: wish })
    return id
  })

/** A changed rule is off until its dry run is seen anew; `seen`: its version on the person's page. */
export const changeGiftRule = (
  ctx: Context,
  id: string,
  given: RuleWish,
  about: { why: string; seen?: string | undefined },
): Promise<void> =>
  ctx.write(async (tx, record) => {
    const was = await currentRule(tx, ctx, id)
    if (about.seen !== undefined && about.seen !== was.version) throw refusal('conflict', 'faster')
    const wish = await checked(tx, ctx, was.shopId, given)
    const why = reasonIn(about.why)
    const keys = (Object.keys(wish) as (keyof RuleWish)[]).filter((key) => wish[key] !== was[key])
    if (!keys.length) throw refusal('invalid', 'sameAsBefore')
    await saveRule(tx, was, { ...wish, on: false }, ctx.now)
    const pick = (from: RuleWish) => Object.fromEntries(keys.map((key) => [key, from[key]]))
    const after = { ...pick(wish), name: wish.name, lapsed: await lapseOf(tx, was, ctx.now) }
    await record('gift_rule.changed', subject(was), { shopId: was.shopId, before: pick(was), after, why })
  })

/**
 * Switching on needs `seen`: the version whose dry run the person has looked at. Switched off, what it proposed and
 * nobody has decided lapses.
 */
export const switchGiftRule = (ctx: Context, id: string, on: boolean, seen?: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const was = await currentRule(tx, ctx, id)
    if (was.on === on) throw refusal('conflict', on ? 'onAlready' : 'offAlready')
    if (on && seen !== was.version) throw refusal('conflict', 'lookFirst')
    await saveRule(tx, was, { on }, ctx.now)
    const after = { name: was.name, on, lapsed: on ? 0 : await lapseOf(tx, was, ctx.now) }
    const happening = { shopId: was.shopId, before: { on: was.on }, after }
    if (on) await record('gift_rule.on', subject(was), happening)
    else await record('gift_rule.off', subject(was), happening)
  })

export const endGiftRule = (ctx: Context, id: string, whyText: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const was = await currentRule(tx, ctx, id)
    const why = reasonIn(whyText)
    await saveRule(tx, was, { on: false, endedAt: ctx.now }, ctx.now)
    const after = { name: was.name, lapsed: await lapseOf(tx, was, ctx.now) }
    await record('gift_rule.ended', subject(was), { shopId: was.shopId, before: { on: was.on }, after, why })
  })

/** The way back: it is off until its dry run is seen. */
export const reopenGiftRule = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const was = await findRule(tx, ctx.who, id)
    if (was.endedAt === null) throw refusal('conflict', 'notEnded')
    await saveRule(tx, was, { endedAt: null }, ctx.now)
    const before = { endedAt: was.endedAt }
    await record('gift_rule.reopened', subject(was), { shopId: was.shopId, before, after: { name: was.name } })
  })

// --- what they share ----------------------------------------------------------------------------------

const subject = ({ id }: Pick<GiftRule, 'id'>) => `gift_rule:${id}`
const reasonIn = (text: string) => neededText(text, 'why', { missing: (lang) => refusedWords(lang).whyNeeded })

async function currentRule(tx: Tx, ctx: Context, id: string): Promise<GiftRule> {
  const was = await findRule(tx, ctx.who, id)
  if (was.endedAt !== null) throw refusal('conflict', 'ended')
  return was
}

async function checked(db: Reader, ctx: Context, shopId: string, given: RuleWish): Promise<RuleWish> {
  const { leastQuantity, leastAmount, campaignId, giftQuantity } = given
  const needed = (text: string, field: string, most: number, missing: 'nameNeeded' | 'giftNeeded') =>
    neededText(text, field, { most, missing: (lang) => refusedWords(lang)[missing] })
  const name = needed(given.name, 'name', LONGEST_NAME, 'nameNeeded')
  const item = textIn(given.item, 'item', LONGEST_ITEM)
  const gift = needed(given.gift, 'gift', LONGEST_GIFT, 'giftNeeded')
  for (const [field, n] of Object.entries({ leastQuantity, giftQuantity }))
    if (!isBetween(n, 1, MOST_PIECES)) throw refusal('invalid', 'quantityWrong', field)
  if (!isBetween(leastAmount, 0, MOST_AMOUNT)) throw refusal('invalid', 'amountWrong', 'leastAmount')
  if (campaignId !== null) await checkCampaign(db, ctx, shopId, campaignId)
  const [fromAt, toAt] = campaignId === null ? [given.fromAt, given.toAt] : [null, null]
  if (fromAt !== null && toAt !== null && fromAt >= toAt) throw refusal('invalid', 'windowWrong', 'toDay')
  return { name, item, leastQuantity, leastAmount, campaignId, fromAt, toAt, gift, giftQuantity }
}

const isBetween = (n: number, least: number, most: number) => Number.isInteger(n) && n >= least && n <= most

async function checkCampaign(db: Reader, { who }: Context, shopId: string, campaignId: string) {
  const campaign = await findCampaign(db, who, campaignId)
  if (campaign.shopId !== shopId || campaign.cancelledAt !== null) throw refusal('invalid', 'noCampaign', 'campaign')
}
