/** PRIZE-4: not won: the next day shift corrects the remark and tells the buyer; a wrong number is checked anew. */
import type { Context } from '../../core/context.ts'
import { neededText, textIn } from '../../core/typed.ts'
import { claimHere, happening, refuseUnless, saveDeed, subject, unchecked } from './deed.ts'
import { endTask } from './duty-task.ts'
import { refusal, words } from './messages.ts'
import { canSettle } from './rules.ts'
import { saveClaim } from './store.ts'
import { tellCheckers } from './telling.ts'
import { refuseGone, refuseClaimed, serialIn } from './wish.ts'

/** The buyer is told that it is not won; `line` says how it ended. */
export const settleFailed = (ctx: Context, id: string, line: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const ending = neededText(line, 'ending')
    const { was } = await claimHere(tx, ctx, id)
    if (!canSettle(was)) throw refusal('conflict', 'notNow')
    const is = await saveClaim(tx, was, { endedAt: ctx.now })
    await record('claim.settled', subject(is), happening(was, is, ending))
    await endTask(ctx, was, ending)
  })

/** With the number that the buyer really has, or a word about what was wrong; it is checked anew, by somebody else. */
export const correctClaim = (ctx: Context, id: string, wish: { serial: string; note?: string }): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { was, shop } = await claimHere(tx, ctx, id)
    refuseUnless(was, 'correct')
    const { serial, serialKey } = serialIn(wish.serial)
    const why = textIn(wish.note ?? '', 'note')
    if (serialKey === was.serialKey && !why) throw refusal('invalid', 'sameSerial', 'serial')
    if (serialKey !== was.serialKey) await refuseClaimed(tx, shop, serialKey)
    await refuseGone(tx, was)
    await endTask(ctx, was, why || words(ctx.lang).log.corrected(was.buyer, was.serial ?? '', serial))
    const is = await saveDeed(tx, ctx, was, 'correct', { ...unchecked, serial, serialKey })
    const { after, ...row } = happening(was, is, why || null)
    await record('claim.corrected', subject(is), { ...row, after: { ...after, from: was.serial, serial } })
    await tellCheckers(tx, ctx, shop, is)
  })
