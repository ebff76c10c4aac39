/** Opening a meeting, and talking its agenda through. */
import type { Context, Record } from '../../core/context.ts'
import { asWritten } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { neededText, textIn } from '../../core/typed.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { closeNow } from './closing.ts'
import { draftAgenda, type Sources } from './draft.ts'
import { keepUp, openMeetingOf, stillOpen } from './gathering.ts'
import { refusal } from './messages.ts'
import { agendaNow, meetingDay, type At } from './rules.ts'
import { noteMissing } from './store-people.ts'
import {
  findMeeting,
  insertMeeting,
  insertPoint,
  keepDrafted,
  meetingBefore,
  pointsOf,
  removePoint,
  settlePoint,
  unsettlePoint,
} from './store.ts'

/** The meeting's id; opening it twice, or two people at once, gives one. Whoever opens it is there. */
export async function openMeeting(ctx: Context, sources: Sources, wish: At & { shopId: string }): Promise<string> {
  const { shopId, day, kind } = wish
  const shop = ctx.who.shopIds.includes(shopId) ? await findShop(ctx.read, shopId) : undefined
  if (!shop) throw refusal('not_found', 'notFound')
  if (day !== meetingDay(shop, ctx.now)) throw refusal('conflict', 'onlyToday')
  const drafted = await draftAgenda(ctx.read, sources, shop, { day, kind, now: ctx.now })
  return ctx.write(async (tx, record) => {
    const made = await insertMeeting(tx, { shopId, day, kind, openedAt: ctx.now, openedBy: ctx.who.id })
    if (!made) return (await findMeeting(tx, shopId, wish))!.id
    await endForgotten(tx, ctx, record, sources, shop, wish)
    await keepDrafted(tx, made.id, drafted, 0)
    if (ctx.who.id) await noteMissing(tx, made.id, [ctx.who.id], 'present')
    await record('meeting.opened', `meeting:${made.id}`, { shopId, after: { day, kind, points: drafted.length } })
    return made.id
  })
}

/** A meeting that nobody ended ends when the next begins; what was left stands on the new agenda. */
async function endForgotten(tx: Tx, ctx: Context, record: Record, sources: Sources, shop: Shop, at: At) {
  const before = await meetingBefore(tx, shop.id, at)
  if (before?.state !== 'open') return
  const drafted = await draftAgenda(tx, sources, shop, { day: before.day, kind: before.kind, now: ctx.now })
  await closeNow(tx, ctx, record, { meeting: before, shop, drafted })
}

/** `ref`: the point's id, or its key. The room that it comes from hears the outcome. */
export async function talkPoint(
  ctx: Context,
  sources: Sources,
  id: string,
  wish: { ref: string; outcome: string },
): Promise<void> {
  const outcome = textIn(wish.outcome, 'outcome')
  const { shop, drafted } = await openMeetingOf(ctx, sources, id)
  await ctx.write(async (tx, record) => {
    await stillOpen(tx, ctx, id)
    const kept = await keepUp(tx, id, drafted)
    const point = kept.find((one) => one.id === wish.ref || one.key === wish.ref)
    if (!point) throw refusal('conflict', 'noPoint')
    const { text } = agendaNow([point], drafted)[0]!
    await settlePoint(tx, point.id, { text, talkedAt: ctx.now, outcome })
    await sourceOf(sources, point.source)?.talked?.(tx, point.key!, { outcome, at: ctx.now })
    await record('meeting.talked', `meeting:${id}`, { shopId: shop.id, after: { text, outcome } })
  })
}

const sourceOf = (sources: Sources, name: string | null) => sources.find((source) => source.name === name)

/** It was not talked about after all. */
export const untalkPoint = (ctx: Context, sources: Sources, id: string, pointId: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const meeting = await stillOpen(tx, ctx, id)
    const point = (await pointsOf(tx, id)).find((one) => one.id === pointId)
    if (!point) throw refusal('conflict', 'noPoint')
    if (point.talkedAt === null) throw refusal('conflict', 'notTalked')
    await unsettlePoint(tx, point)
    await sourceOf(sources, point.source)?.talked?.(tx, point.key!, null)
    const before = { outcome: point.outcome }
    await record('meeting.untalked', `meeting:${id}`, { shopId: meeting.shopId, before, after: { text: point.text } })
  })

/** Somebody's own point. Returns its id. */
export const addPoint = (ctx: Context, id: string, words: string): Promise<string> =>
  ctx.write(async (tx, record) => {
    const text = asWritten(neededText(words, 'text'))
    const meeting = await stillOpen(tx, ctx, id)
    const place = (await pointsOf(tx, id)).length
    const pointId = await insertPoint(tx, { meetingId: id, text, place })
    await record('meeting.point_added', `meeting:${id}`, { shopId: meeting.shopId, after: { text } })
    return pointId
  })

/** Takes somebody's own point off the agenda; what comes from data stays. */
export const dropPoint = (ctx: Context, id: string, pointId: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const meeting = await stillOpen(tx, ctx, id)
    const point = (await pointsOf(tx, id)).find((one) => one.id === pointId)
    if (!point) throw refusal('conflict', 'noPoint')
    if (point.source !== null || point.key !== null) throw refusal('conflict', 'notOwnPoint')
    await removePoint(tx, pointId)
    await record('meeting.point_removed', `meeting:${id}`, { shopId: meeting.shopId, before: { text: point.text } })
  })
