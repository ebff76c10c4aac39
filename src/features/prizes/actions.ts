/** The catalogue: adding a prize, renaming it, planning more or fewer, ending it and taking it up again. */
import type { Context } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { neededText } from '../../core/typed.ts'
import { findCampaign } from '../campaigns/index.ts'
import { refusal, refusalWith } from './refusals.ts'
import { LONGEST_PRIZE, MOST_PLANNED, MOST_WORTH, type PrizeKind } from './rules.ts'
import { givenOf, insertPrize, prizeById, prizesOfCampaign, savePrize, type Prize } from './store.ts'

/** `planned`: pieces; `worth`: fen of a coupon, left out for a thing. */
export type PrizeWish = {
  campaignId: string
  kind: PrizeKind
  name: string
  planned: number
  worth?: number | null | undefined
}

/** Adds a prize to a campaign of this person's shops. */
export const addPrize = (ctx: Context, wish: PrizeWish): Promise<Prize> =>
  ctx.write(async (tx, record) => {
    const { id: campaignId, shopId, name: campaign } = await findCampaign(tx, ctx.who, wish.campaignId)
    const name = nameIn(wish.name)
    const planned = plannedIn(wish.planned)
    const worth = worthIn(wish)
    await refuseTwice(tx, campaignId, name)
    const made = { createdAt: ctx.now, createdBy: ctx.who.id, changedAt: ctx.now, endedAt: null }
    const row = await insertPrize(tx, { shopId, campaignId, kind: wish.kind, name, planned, worth, ...made })
    await record('prize.added', subject(row), { shopId, after: { name, planned, kind: wish.kind, worth, campaign } })
    return row
  })

/** `seenChangedAt`: when it had last been changed as the person saw it. */
type Seen = { seenChangedAt?: number | undefined }

/** Plans more or fewer pieces; never fewer than are given. */
export const planPrize = (ctx: Context, id: string, wish: { planned: number; why: string } & Seen) =>
  ctx.write(async (tx, record) => {
    const was = await current(tx, ctx, id, wish)
    const planned = plannedIn(wish.planned)
    const why = neededText(wish.why, 'why')
    if (planned === was.planned) throw refusal('invalid', 'sameAsBefore', 'planned')
    const given = (await givenOf(tx, [id])).get(id) ?? 0
    if (planned < given) throw refusalWith('invalid', 'planned', (t) => t.fewerThanGiven(given))
    await savePrize(tx, was, { planned, changedAt: nextChange(was, ctx.now) })
    await record('prize.planned', subject(was), { ...told(was, { planned: was.planned }, { planned }), why })
  })

export const renamePrize = (ctx: Context, id: string, wish: { name: string } & Seen) =>
  ctx.write(async (tx, record) => {
    const was = await current(tx, ctx, id, wish)
    const name = nameIn(wish.name)
    if (name === was.name) throw refusal('invalid', 'sameAsBefore', 'name')
    await refuseTwice(tx, was.campaignId, name)
    await savePrize(tx, was, { name, changedAt: nextChange(was, ctx.now) })
    await record('prize.renamed', subject(was), told(was, { name: was.name }, { name }))
  })

/** Nothing more is claimed of it; what was claimed goes its way. */
export const endPrize = (ctx: Context, id: string, whyText: string) =>
  ctx.write(async (tx, record) => {
    const was = await prizeById(tx, ctx.who, id)
    const why = neededText(whyText, 'why')
    if (was.endedAt !== null) throw refusal('conflict', 'endedAlready')
    await savePrize(tx, was, { endedAt: ctx.now, changedAt: nextChange(was, ctx.now) })
    await record('prize.ended', subject(was), { ...told(was, { ended: false }, { ended: true }), why })
  })

export const reopenPrize = (ctx: Context, id: string) =>
  ctx.write(async (tx, record) => {
    const was = await prizeById(tx, ctx.who, id)
    if (was.endedAt === null) throw refusal('conflict', 'openAlready')
    await savePrize(tx, was, { endedAt: null, changedAt: nextChange(was, ctx.now) })
    await record('prize.reopened', subject(was), told(was, { ended: true }, { ended: false }))
  })

// --- what they share ----------------------------------------------------------------------------------

const subject = ({ id }: Pick<Prize, 'id'>) => `prize:${id}`
/** Never the same twice, so that what somebody saw is told apart from what came in the same moment. */
const nextChange = ({ changedAt }: Prize, now: number) => Math.max(now, changedAt + 1)
const told = ({ shopId, name }: Prize, before: object, after: object) => ({ shopId, before, after: { name, ...after } })

async function current(tx: Tx, ctx: Context, id: string, { seenChangedAt }: Seen): Promise<Prize> {
  const was = await prizeById(tx, ctx.who, id)
  if (seenChangedAt !== undefined && seenChangedAt !== was.changedAt) throw refusal('conflict', 'faster')
  return was
}

/** Two of one name in one campaign would be taken for each other. */
async function refuseTwice(tx: Tx, campaignId: string, name: string) {
  if ((await prizesOfCampaign(tx, campaignId)).some((other) => other.name === name))
    throw refusal('conflict', 'nameTwice', 'name')
}

const nameIn = (text: string) => neededText(text, 'name', { most: LONGEST_PRIZE })

function plannedIn(planned: number) {
  if (!Number.isInteger(planned) || planned < 1 || planned > MOST_PLANNED)
    throw refusalWith('invalid', 'planned', (t) => t.plannedWrong(MOST_PLANNED))
  return planned
}

function worthIn({ kind, worth }: PrizeWish): number | null {
  if (kind === 'physical') return null
  if (!worth || !Number.isInteger(worth) || worth < 1 || worth > MOST_WORTH)
    throw refusalWith('invalid', 'worth', (t) => t.worthWrong(MOST_WORTH / 100))
  return worth
}
