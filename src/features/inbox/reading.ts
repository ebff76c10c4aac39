/** What a person does with their own messages, and when they want none. */
import type { Context } from '../../core/context.ts'
import { AppError, refusalsIn } from '../../core/errors.ts'
import { MINUTE } from '../../core/time.ts'
import { words } from './messages.ts'
import type { QuietHours } from './rules.ts'
import type { Message } from './store.ts'
import { markAllRead, markRead, markUnread, ownMessage } from './store-reading.ts'
import { quietOf, saveQuiet } from './store-delivery.ts'

const refusal = refusalsIn(words)
export const notYours = () => new AppError('not_found', (lang) => words(lang).notFound)

/** Marks it read and returns it; the mark stands in the message itself, the log is for what was done about it. */
export const openMessage = (ctx: Context, id: string): Promise<Message> =>
  ctx.write(async (tx) => {
    const message = await ownMessage(tx, ctx.who.id!, id)
    if (!message) throw notYours()
    if (message.readAt === null) await markRead(tx, id, ctx.now)
    return message
  })

/** All that had come when the page was made; what came since stays unread. `digestId`: only what is in it. */
export const readAll = (ctx: Context, which: { until: number; digestId?: string | undefined }): Promise<number> =>
  ctx.write(async (tx) => {
    if (which.digestId && !(await ownMessage(tx, ctx.who.id!, which.digestId))) throw notYours()
    return markAllRead(tx, ctx.who.id!, { ...which, now: ctx.now })
  })

const UNDONE_WITHIN = MINUTE

/** Takes a "read all" of the last minute back, by the moment at which it was. */
export const unreadAgain = (ctx: Context, readAt: number): Promise<number> =>
  ctx.write(async (tx) => {
    if (ctx.now - readAt > UNDONE_WITHIN) throw refusal('conflict', 'tooLateToUndo')
    return markUnread(tx, ctx.who.id!, readAt)
  })

/** From–to of the shop's clock, or nulls for none. */
export const chooseQuiet = (ctx: Context, quiet: QuietHours) =>
  ctx.write(async (tx, record) => {
    if (quiet.from !== null && quiet.from === quiet.to) throw refusal('invalid', 'sameTime', 'to')
    const id = ctx.who.id!
    const before = await quietOf(tx, id)
    await saveQuiet(tx, id, quiet)
    if (before.from === quiet.from && before.to === quiet.to) return
    await record('person.quiet_hours', `person:${id}`, { shopId: ctx.shopId ?? null, before, after: quiet })
  })
