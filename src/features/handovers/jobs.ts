/** What the clock starts: what ended settles itself; SHIFT-3 and SHIFT-4 alert people. */
import type { Context } from '../../core/context.ts'
import { claim, wasClaimed, type Job } from '../../core/due.ts'
import { both } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { MINUTE } from '../../core/time.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf } from '../people/index.ts'
import { spanOfTurn, turnAt, turnBefore, type Turn } from '../shifts/index.ts'
import { forEachShop, type Shop } from '../shops/index.ts'
import { dutiesSince } from './desk.ts'
import { draftFor, settleEnded, type Sources } from './draft.ts'
import { turnWord, words } from './messages.ts'
import { peopleOn } from './rules.ts'
import { handoverOfTurn, hasHandovers, isOvertaken, lastGiven } from './store.ts'
import { unreadCount } from './store-items.ts'

export const handoverJob = (sources: Sources): Job => ({
  name: 'handovers',
  sweep: (ctx) => forEachShop(ctx, (shop) => sweepShop(ctx, sources, shop)),
})

async function sweepShop(ctx: Context, sources: Sources, shop: Shop) {
  await settleEnded(ctx, sources, shop)
  await alertOfUnread(ctx, shop)
  await watchEnds(ctx, sources, shop)
}

/** SHIFT-3: said once a handover, to those who lead. What stands in an earlier one lives on in the newest. */
async function alertOfUnread(ctx: Context, shop: Shop) {
  const handover = await lastGiven(ctx.read, shop.id)
  if (handover?.state !== 'given' || ctx.now < handover.dueAt!) return
  if (await wasClaimed(ctx.read, 'handover.unread', handover.id)) return
  if (!(await unreadCount(ctx.read, handover.id))) return
  await ctx.write(async (tx, record) => {
    const count = await unreadCount(tx, handover.id)
    if (!count || !(await claim(tx, 'handover.unread', handover.id, handover.dueAt!, ctx.now))) return
    await announce(tx, ctx.now, {
      shopId: shop.id,
      to: await leadsOf(tx, shop.id),
      key: `handover.unread:${handover.id}`,
      tone: 'late',
      text: both((lang) => words(lang).told.unread(turnWord(handover, lang), count)),
      href: `/handover/${handover.id}`,
    })
    await record('handover.unread', `handover:${handover.id}`, { shopId: shop.id, after: { count } })
  })
}

/** Minutes after the end of a shift until those who lead are told that nobody handed over. */
const LEADS_AFTER = 30
/** Ended shifts that are looked at: the newest with people on it counts, all that is open is carried into it. */
const LOOK_BACK = 3

/** SHIFT-4: a shift that ended with something open and no handover. */
async function watchEnds(ctx: Context, sources: Sources, shop: Shop) {
  const ended = endedTurns(shop, ctx.now)
  if (!ended.length) return
  const duties = await dutiesSince(ctx.read, shop, ended.at(-1)!.day, ctx.now)
  if (!duties.length && !(await hasHandovers(ctx.read, shop.id))) return // this shop works without shifts
  const turn = ended.find((one) => !duties.length || peopleOn(duties, one).length > 0)
  if (!turn || (await wasClaimed(ctx.read, 'handover.missing_leads', keyOf(shop, turn)))) return
  const known = await handoverOfTurn(ctx.read, shop.id, turn)
  if (known && known.state !== 'draft') return
  if (await isOvertaken(ctx.read, { shopId: shop.id, ...turn })) return
  await alertOfMissing(ctx, sources, shop, turn, peopleOn(duties, turn))
}

const keyOf = (shop: Shop, { day, side }: Turn) => `${shop.id}:${day}:${side}`

/** Turns that are over, the newest first; none from before the shop was made. */
function endedTurns(shop: Shop, now: number): Turn[] {
  const turns: Turn[] = []
  let turn = turnAt(shop, now)
  for (let i = 0; i <= LOOK_BACK; i++, turn = turnBefore(turn)) {
    const { from, to } = spanOfTurn(turn, shop)
    if (to <= now && from >= shop.createdAt) turns.push(turn)
  }
  return turns
}

/** At its end its people, half an hour later the leads; what is open stands as a draft that nobody gave. */
async function alertOfMissing(ctx: Context, sources: Sources, shop: Shop, turn: Turn, people: readonly string[]) {
  const draft = await draftFor(ctx, sources, shop, turn)
  const endedAt = spanOfTurn(turn, shop).to
  await tell('handover.missing', endedAt, async () => people)
  await tell('handover.missing_leads', endedAt + LEADS_AFTER * MINUTE, (tx) => leadsOf(tx, shop.id))

  async function tell(
    kind: keyof typeof missingWords,
    plannedAt: number,
    whom: (tx: Tx) => Promise<readonly string[]>,
  ) {
    if (ctx.now < plannedAt) return
    await ctx.write(async (tx, record) => {
      if (!(await claim(tx, kind, keyOf(shop, turn), plannedAt, ctx.now))) return
      const count = await unreadCount(tx, draft.id)
      if (!count) return
      const text = both((lang) => words(lang).told[missingWords[kind]](turnWord(turn, lang), count))
      const key = `${kind}:${draft.id}`
      await announce(tx, ctx.now, {
        shopId: shop.id,
        to: await whom(tx),
        key,
        tone: 'late',
        text,
        href: `/handover/${draft.id}`,
      })
      await record(kind, `handover:${draft.id}`, { shopId: shop.id, after: { count } })
    })
  }
}
const missingWords = { 'handover.missing': 'missing', 'handover.missing_leads': 'missingLeads' } as const
