/** What the clock starts: the wheel's list, the morning's list, what waits too long, old pictures. Trades: trades.ts. */
import type { Context } from '../../core/context.ts'
import { claim as claimMoment, wasClaimed, whichClaimed, type Job } from '../../core/due.ts'
import { both } from '../../core/i18n.ts'
import { HOUR } from '../../core/time.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf, staffOf } from '../people/index.ts'
import { spanOfTurn, turnAt } from '../shifts/index.ts'
import { calendarOf, type Shop } from '../shops/index.ts'
import { knownSerials } from '../prizes/index.ts'
import { taskById } from '../tasks/index.ts'
import { passByList, winOf } from './checking.ts'
import { happening, shopJob, subject } from './deed.ts'
import { words } from './messages.ts'
import { canDo, canSettle, claimDaysOf, isLate, lateAt } from './rules.ts'
import { claimById, openClaims, saveClaim, uncheckedSince, type Claim } from './store.ts'
import { deleteEvidence, evidenceOver } from './store-evidence.ts'
import { checkersFor } from './telling.ts'
import { orderlessJob, tradeJob } from './trades.ts'

// --- checks -----------------------------------------------------------------------------------------------

/** Where the wheel's own list knows the serial number the check is done; where it does not, nothing is said. */
export const wheelJob = shopJob('claims by the wheel', async (ctx, shop) => {
  const unchecked = (await openClaims(ctx.read, shop.id)).filter((claim) => canDo(claim, 'pass'))
  const listed = await knownSerials(ctx.read, shop.id, unchecked.flatMap(({ serialKey }) => serialKey ?? [])) // prettier-ignore
  for (const seen of unchecked.filter(({ serialKey }) => listed.has(serialKey ?? '')))
    if (await winOf(ctx.read, seen)) await passSeen(ctx, seen)
})

const passSeen = (ctx: Context, seen: Claim) =>
  ctx.write(async (tx, record) => {
    const was = await claimById(tx, seen.id)
    if (was && canDo(was, 'pass')) await passByList(tx, ctx, record, was)
  })

const MORNING = 'claims of the night'

/** PRIZE-3: when the day shift begins each checker hears of all that waited overnight, in one message. */
export const morningJob = shopJob(MORNING, async (ctx, shop) => {
  const { day } = turnAt(shop, ctx.now)
  const { from } = spanOfTurn({ day, side: 'day' }, shop)
  const key = `${shop.id} ${day}`
  if (ctx.now < from || (await wasClaimed(ctx.read, MORNING, key))) return
  const waiting = await uncheckedSince(ctx.read, shop.id, from)
  if (waiting.length) await tellMorning(ctx, shop, { key, from, waiting })
})

type Morning = { key: string; from: number; waiting: readonly Claim[] }

const tellMorning = (ctx: Context, shop: Shop, { key, from, waiting }: Morning) =>
  ctx.write(async (tx) => {
    if (!(await claimMoment(tx, MORNING, key, from, ctx.now))) return
    const counts = new Map<string, number>()
    for (const one of waiting)
      for (const id of await checkersFor(tx, shop, one)) counts.set(id, (counts.get(id) ?? 0) + 1)
    for (const [id, n] of counts)
      await announce(tx, ctx.now, {
        shopId: shop.id,
        to: [id],
        key: `claims.morning:${key}`,
        tone: 'soon',
        text: both((lang) => words(lang).announce.morning(n)),
        href: '/claims?show=check',
      })
  })

/** A failed check whose task ended on its own page is settled with it. */
export const settleJob = shopJob('claims settled', async (ctx, shop) => {
  for (const seen of (await openClaims(ctx.read, shop.id)).filter(canSettle))
    if (seen.taskId) await settleWithTask(ctx, seen)
})

async function settleWithTask(ctx: Context, seen: Claim) {
  const task = await taskById(ctx.read, seen.taskId!)
  if (!task || task.state === 'open') return
  await ctx.write(async (tx, record) => {
    const was = await claimById(tx, seen.id)
    if (!was || !canSettle(was) || was.taskId !== task.id) return
    const is = await saveClaim(tx, was, { endedAt: ctx.now })
    await record('claim.settled', subject(is), happening(was, is, task.ending))
  })
}

// --- what waits too long ------------------------------------------------------------------------------------

const LATE = 'claim late'
const keyOf = ({ id, since }: Claim) => `${id} ${since}`

/** PRIZE-6: managers hear once of each claim that has waited too long. */
export const lateJob = shopJob(LATE, async (ctx, shop) => {
  const open = await openClaims(ctx.read, shop.id)
  if (!open.length) return
  const calendar = await calendarOf(ctx.read, shop)
  const days = claimDaysOf(shop)
  const due = open.filter((claim) => isLate(claim, days, calendar, ctx.now))
  const told = await whichClaimed(ctx.read, LATE, due.map(keyOf))
  const late = due.filter((claim) => !told.has(keyOf(claim)))
  if (late.length) await tellLate(ctx, shop, late.map((one) => ({ one, at: lateAt(one, days, calendar) }))) // prettier-ignore
})

const tellLate = (ctx: Context, shop: Shop, late: readonly { one: Claim; at: number }[]) =>
  ctx.write(async (tx) => {
    let n = 0
    for (const { one, at } of late) if (await claimMoment(tx, LATE, keyOf(one), at, ctx.now)) n++
    if (!n) return
    const managers = (await staffOf(tx, shop.id, ['manager'])).map(({ id }) => id)
    await announce(tx, ctx.now, {
      shopId: shop.id,
      to: managers.length ? managers : await leadsOf(tx, shop.id),
      key: `claims.late:${shop.id}:${ctx.now}`,
      tone: 'soon',
      text: both((lang) => words(lang).announce.late(n)),
      href: '/claims?show=late',
    })
  })

// --- pictures ---------------------------------------------------------------------------------------------

const KEPT = 30 * 24 * HOUR

/** Pictures are kept for a month after their claim's end. */
export const forgetJob = shopJob('claim pictures', async (ctx, shop) => {
  const over = await evidenceOver(ctx.read, shop.id, ctx.now - KEPT)
  if (!over.length) return
  await ctx.write(async (tx, record) => {
    const gone = await deleteEvidence(tx, over.map(({ id }) => id)) // prettier-ignore
    for (const [claimId, pictures] of Map.groupBy(gone, (one) => one.claimId))
      await record('evidence.forgotten', `claim:${claimId}`, { shopId: shop.id, after: { count: pictures.length } })
  })
})

export const jobs: readonly Job[] = [tradeJob, orderlessJob, wheelJob, morningJob, settleJob, lateJob, forgetJob]
