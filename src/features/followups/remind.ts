/** Due follow-ups are told to those who have them, once a half hour at most; what a day left undone goes to the leads. */
import type { Context } from '../../core/context.ts'
import { claim, wasClaimed, type Job } from '../../core/due.ts'
import { both } from '../../core/i18n.ts'
import { addDays, dayWord, instantOf } from '../../core/time.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf } from '../people/index.ts'
import { dutiesAround, spanOfTurn, turnAt } from '../shifts/index.ts'
import { forEachShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { holdersOf, slotOf } from './rules.ts'
import { dueFollowups, type Followup } from './store.ts'
import { REMINDED, toldOf, untoldFollowups } from './store-remind.ts'

export const reminderJob: Job = {
  name: REMINDED,
  sweep: (ctx) =>
    forEachShop(ctx, async (shop) => {
      await remindHolders(ctx, shop)
      await tellLeads(ctx, shop)
    }),
}

/** Each due one is told once, to whoever has it; a person who was told this half hour hears of the rest in the next. */
async function remindHolders(ctx: Context, shop: Shop) {
  const due = await untoldFollowups(ctx.read, shop.id, ctx.now)
  if (!due.length) return
  const duties = await dutiesAround(ctx.read, shop, ctx.now, 'followups.do')
  const leads = await leadsOf(ctx.read, shop.id)
  const byPerson = Map.groupBy(
    due.flatMap((followup) =>
      holdersOf(followup, duties, { now: ctx.now, leads }).people.map((personId) => ({ personId, followup })),
    ),
    ({ personId }) => personId,
  )
  const key = `followups.due:${shop.id}:${slotOf(ctx.now)}`
  const told = await toldOf(ctx.read, key, [...byPerson.keys()])
  const groups = [...byPerson].filter(([personId]) => !told.has(personId))
  if (groups.length) await remind(ctx, shop, key, groups)
}

type Group = [personId: string, list: { followup: Followup }[]]

const remind = (ctx: Context, shop: Shop, key: string, groups: readonly Group[]) =>
  ctx.write(async (tx) => {
    const claimed = new Map<string, boolean>()
    for (const { followup } of groups.flatMap(([, list]) => list))
      if (!claimed.has(followup.id))
        claimed.set(followup.id, await claim(tx, REMINDED, followup.id, followup.nextAt, ctx.now))
    for (const [personId, list] of groups) {
      const mine = list.filter(({ followup }) => claimed.get(followup.id)).map(({ followup }) => followup)
      if (!mine.length) continue
      const text = both((lang) => words(lang).dueNow(mine.length, someBuyers(mine, lang)))
      await announce(tx, ctx.now, { shopId: shop.id, to: [personId], key, tone: 'soon', text, href: '/followups' })
    }
  })

const NAMED = 3
function someBuyers(list: readonly Followup[], lang: 'zh' | 'en'): string {
  const t = words(lang)
  const named = list.slice(0, NAMED).map(({ buyer }) => buyer)
  return named.join(t.listComma) + (list.length > NAMED ? t.andMore : '')
}

const LEFT_OVER = 'followups left over'

/** When a business day is over, once: how many of its follow-ups nobody did. */
async function tellLeads(ctx: Context, shop: Shop) {
  const yesterday = addDays(turnAt(shop, ctx.now).day, -1)
  const { to: endedAt } = spanOfTurn({ day: yesterday, side: 'night' }, shop)
  const key = `followups.left:${shop.id}:${yesterday}`
  if (await wasClaimed(ctx.read, LEFT_OVER, key)) return
  const left = (await dueFollowups(ctx.read, shop.id, endedAt)).filter(({ nextAt }) => nextAt < endedAt)
  if (!left.length) return
  await ctx.write(async (tx) => {
    if (!(await claim(tx, LEFT_OVER, key, instantOf(yesterday, '00:00', shop.timeZone), ctx.now))) return
    const text = both((lang) => words(lang).leftOver(left.length, dayWord(yesterday, lang)))
    const to = await leadsOf(tx, shop.id)
    await announce(tx, ctx.now, { shopId: shop.id, to, key, tone: 'soon', text, href: '/followups?part=overdue' })
  })
}
