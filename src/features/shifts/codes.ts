/** The shop's own shifts beside day, night and off. */
import type { Context } from '../../core/context.ts'
import { isClocktime, type Clocktime } from '../../core/time.ts'
import { ownShop, type Shift } from '../shops/index.ts'
import { refusal } from './refusals.ts'
import { insertCode, retireCode } from './store-roster.ts'
import { kindsOf } from './store.ts'

/** `side`: whose side it is on at the handover. */
export type NewCode = { name: string; from: Clocktime; to: Clocktime; side: Shift }

/** Adds a shift of the shop's own ("中班", 11:00–20:00); returns its code. */
export const addCode = (ctx: Context, shopId: string, { name, from, to, side }: NewCode): Promise<string> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const called = name.trim()
    if (!called || [...called].length > 12) throw refusal('invalid', 'codeNameBad', 'name')
    if (!isClocktime(from)) throw refusal('invalid', 'timeBad', 'from')
    if (!isClocktime(to) || to === from) throw refusal('invalid', 'timeBad', 'to')
    const kinds = await kindsOf(tx, shop)
    if (kinds.some((kind) => !kind.retired && [kind.name.zh, kind.name.en].includes(called)))
      throw refusal('conflict', 'codeTaken', 'name')
    const code = `own${kinds.length - 1}` // day and night are no rows: the first is own1
    if (!(await insertCode(tx, { shopId, code, name: called, from, to, side })))
      throw refusal('conflict', 'changedMeanwhile')
    await record('shift.code_added', `shift:${code}`, { shopId, after: { name: called, from, to, side } })
    return code
  })

/** It can be planned no more; what is planned with it stays. */
export const retireShift = (ctx: Context, shopId: string, code: string) => keep(ctx, shopId, code, ctx.now)
export const restoreShift = (ctx: Context, shopId: string, code: string) => keep(ctx, shopId, code, null)

const keep = (ctx: Context, shopId: string, code: string, retiredAt: number | null): Promise<void> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const kind = (await kindsOf(tx, shop)).find((one) => one.code === code && !(code in shop.shifts))
    if (!kind) throw refusal('not_found', 'noCode')
    if (kind.retired === (retiredAt !== null)) return
    if (!(await retireCode(tx, shopId, code, retiredAt))) throw refusal('conflict', 'changedMeanwhile')
    const what = retiredAt === null ? 'shift.code_restored' : 'shift.code_retired'
    await record(what, `shift:${code}`, { shopId, after: { name: kind.name.zh } })
  })
