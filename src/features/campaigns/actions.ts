/** Planning a campaign, changing it while it runs, calling it off. */
import type { Context } from '../../core/context.ts'
import { both, type Lang } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { shortened } from '../../core/text.ts'
import { momentWord } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { announce } from '../inbox/index.ts'
import { dutiesAround, onDuty } from '../shifts/index.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { LONGEST_NAME, LONGEST_TEXT, phaseOf } from './rules.ts'
import { findCampaign, insertCampaign, refusal, saveCampaign, type Campaign } from './store.ts'

export type CampaignWish = Pick<Campaign, 'name' | 'rules' | 'coupons' | 'answers' | 'startsAt' | 'endsAt' | 'bigDay'>

/** Adds a campaign; one that runs already is told to the people on duty. */
export const planCampaign = (ctx: Context, shopId: string, given: CampaignWish): Promise<Campaign> =>
  ctx.write(async (tx, record) => {
    if (!ctx.who.shopIds.includes(shopId)) throw refusal('not_found', 'notFound')
    const wish = checked(given, ctx.now)
    const made = {
      createdAt: ctx.now,
      createdBy: ctx.who.id,
      changedAt: ctx.now,
      cancelledAt: null,
      cancelledWhy: null,
    }
    const row = await insertCampaign(tx, { shopId, ...wish, ...made })
    await record('campaign.planned', subject(row), { shopId, after: wish })
    if (phaseOf(row, ctx.now) === 'running') await tellShift(ctx, tx, row, (lang) => words(lang).toldPlanned(row.name))
    return row
  })

/**
 * Changes it; `seenChangedAt`: when it had last been changed as the person saw it. A change of a running campaign is
 * told to the people on duty.
 */
export const changeCampaign = (
  ctx: Context,
  id: string,
  given: CampaignWish,
  about: { why: string; seenChangedAt?: number | undefined },
) =>
  ctx.write(async (tx, record) => {
    const was = await current(tx, ctx, id, about.seenChangedAt)
    const wish = checked(given, ctx.now)
    const why = reasonIn(about.why)
    const keys = (Object.keys(wish) as (keyof CampaignWish)[]).filter((key) => wish[key] !== was[key])
    if (!keys.length) throw refusal('invalid', 'sameAsBefore')
    const changedAt = nextChange(was, ctx.now)
    await saveCampaign(tx, was, { ...wish, changedAt })
    const pick = (from: CampaignWish) => Object.fromEntries(keys.map((key) => [key, from[key]]))
    const after = { ...pick(wish), name: wish.name }
    await record('campaign.changed', subject(was), { shopId: was.shopId, before: pick(was), after, why })
    const isRunning = [was, wish].some((times) => phaseOf(times, ctx.now) === 'running')
    const became = (lang: Lang, zone: string) => words(lang).toldChanged(wish.name, becameWord(wish, keys, zone, lang))
    if (isRunning) await tellShift(ctx, tx, { ...was, changedAt }, became)
  })

export const cancelCampaign = (ctx: Context, id: string, whyText: string) =>
  ctx.write(async (tx, record) => {
    const was = await current(tx, ctx, id)
    const why = reasonIn(whyText)
    const changedAt = nextChange(was, ctx.now)
    await saveCampaign(tx, was, { cancelledAt: ctx.now, cancelledWhy: why, changedAt })
    const after = { name: was.name }
    await record('campaign.cancelled', subject(was), { shopId: was.shopId, before: { cancelled: false }, after, why })
    const cancelled = (lang: Lang) => words(lang).toldCancelled(was.name, why)
    if (phaseOf(was, ctx.now) === 'running') await tellShift(ctx, tx, { ...was, changedAt }, cancelled)
  })

// --- what they share ----------------------------------------------------------------------------------

const subject = ({ id }: Pick<Campaign, 'id'>) => `campaign:${id}`
/** Never the same twice, so that what somebody saw is told apart from what came in the same moment. */
const nextChange = ({ changedAt }: Campaign, now: number) => Math.max(now, changedAt + 1)

/** "规则、结束" */
export const changedWord = (keys: readonly (keyof CampaignWish)[], lang: Lang) =>
  keys.map((key) => words(lang).fields[key]).join(words(lang).listComma)

/** "结束：11-21 周六 20:00、规则：满 200 减 30": told whole, as two changes in one minute are two messages. */
const becameWord = (wish: CampaignWish, keys: readonly (keyof CampaignWish)[], zone: string, lang: Lang) =>
  keys
    .map((key) => words(lang).became(words(lang).fields[key], valueWord(wish, key, zone, lang)))
    .join(words(lang).listComma)

function valueWord(wish: CampaignWish, key: keyof CampaignWish, zone: string, lang: Lang) {
  if (key === 'startsAt' || key === 'endsAt') return momentWord(wish[key], zone, lang)
  if (key === 'bigDay') return wish.bigDay ? words(lang).yes : words(lang).no
  return shortened(wish[key], TOLD_LENGTH) || words(lang).nothing
}
const TOLD_LENGTH = 60

async function current(tx: Tx, ctx: Context, id: string, seenChangedAt?: number): Promise<Campaign> {
  const was = await findCampaign(tx, ctx.who, id)
  if (was.cancelledAt !== null || phaseOf(was, ctx.now) === 'past') throw refusal('conflict', 'over')
  if (seenChangedAt !== undefined && seenChangedAt !== was.changedAt) throw refusal('conflict', 'faster')
  return was
}

function checked(given: CampaignWish, now: number): CampaignWish {
  const { startsAt, endsAt, bigDay } = given
  const [name, rules, coupons, answers] = [given.name, given.rules, given.coupons, given.answers].map((text) => text.trim()) // prettier-ignore
  if (!name || [...name].length > LONGEST_NAME) throw refusal('invalid', 'nameNeeded', 'name')
  for (const [field, text] of Object.entries({ rules, coupons, answers }))
    if ([...text!].length > LONGEST_TEXT) throw refusal('invalid', 'textTooLong', field)
  if (!(startsAt < endsAt)) throw refusal('invalid', 'timesWrong', 'endDay')
  if (endsAt <= now) throw refusal('invalid', 'endPassed', 'endDay')
  return { name, rules: rules!, coupons: coupons!, answers: answers!, startsAt, endsAt, bigDay }
}

const reasonIn = (text: string) => neededText(text, 'why', { missing: (lang) => words(lang).whyNeeded })

/** Whoever talks to buyers now must know it at once. */
async function tellShift(ctx: Context, tx: Tx, campaign: Campaign, said: (lang: Lang, zone: string) => string) {
  const shop: Shop = (await findShop(tx, campaign.shopId))!
  const to = onDuty(await dutiesAround(tx, shop, ctx.now), ctx.now)
    .map(({ personId }) => personId)
    .filter((id) => id !== ctx.who.id)
  const text = both((lang) => said(lang, shop.timeZone))
  const key = `campaign.changed:${campaign.id}:${campaign.changedAt}`
  await announce(tx, ctx.now, { shopId: shop.id, to, key, tone: 'soon', text, href: `/campaign/${campaign.id}` })
}
