/** ORD-5: a person decides where file and board disagree: the board's value is kept, or the file's is taken. */
import type { Context, Record as Recorder } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Tx } from '../../core/store.ts'
import { dayOf } from '../../core/time.ts'
import { flagsOf, meaningOf, type Colour, type Flag } from '../shops/flags.ts'
import { findShop } from '../shops/index.ts'
import type { Order } from './facts.ts'
import { flagOrders } from './flagging.ts'
import { addressFrom } from './intake-differences.ts'
import { flagWord, say, stateWord } from './messages.ts'
import { isOpen, searchText } from './staged.ts'
import { findDifference, saveDecision, saveFacts, type Difference } from './store-differences.ts'
import { saveHold } from './store-holds.ts'
import { addRemark } from './store-remarks.ts'
import { findEntry, saveFlag, type Entry } from './store.ts'

export type Decision = 'keep' | 'take'
/** Refused ones stay open: their order has to be settled first, or somebody was faster. */
export type DifferencesDecided = { decided: number; refused: number }

/** The remark under a flag that was taken from a file (ORD-3). */
const REMARK = '按平台文件'

/** Decides one. Throws conflict when it is decided already or its order does not allow it. */
export const decideDifference = (ctx: Context, id: string, decision: Decision): Promise<void> =>
  ctx.write(async (tx, record) => {
    const difference = await findDifference(tx, ctx.who, id)
    await saveDecision(tx, difference, decision === 'keep' ? 'kept' : 'taken', ctx.who.id, ctx.now)
    if (decision === 'take') await take(tx, ctx, record, difference)
    const { orderId, shopId, field } = difference
    const value = (text: string) => (field === 'address' ? '*' : text)
    await record(decision === 'keep' ? 'difference.kept' : 'difference.taken', `order:${orderId}`, {
      shopId,
      before: { field, value: value(difference.board) },
      after: { field, value: value(difference.file) },
    })
  })

/** Decides several; what is refused is counted and left open. Throws not_found for another shop's. */
export const decideDifferences = (
  ctx: Context,
  ids: readonly string[],
  decision: Decision,
): Promise<DifferencesDecided> =>
  ctx.write(async () => {
    const outcome = { decided: 0, refused: 0 }
    for (const id of new Set(ids)) {
      try {
        await decideDifference(ctx, id, decision)
        outcome.decided++
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'not_found') throw error
        outcome.refused++
      }
    }
    return outcome
  })

async function take(tx: Tx, ctx: Context, record: Recorder, difference: Difference) {
  const entry = await findEntry(tx, ctx.who, difference.orderId)
  const { order } = entry
  const { file } = difference
  if (difference.field === 'flag') return takeFlag(tx, ctx, entry, file as Flag)
  if (difference.field === 'memo') return saveFacts(tx, order, { memo: file }, ctx.now)
  if (difference.field === 'address') return takeAddress(tx, ctx, order, file)
  if (difference.field === 'status') return takeStatus(tx, ctx, record, entry, file as Order['state'])
  return takeRefund(tx, ctx, record, entry, file as Order['refund'])
}

/** Like a person who sets it here: with a remark, and a hold if it means one (HOLD-1). */
async function takeFlag(tx: Tx, ctx: Context, { order, hold }: Entry, flag: Flag) {
  const shop = (await findShop(tx, order.shopId))!
  if (order.flag === flag) return
  if ((flagsOf(shop.flags) as string[]).includes(flag)) {
    const note = order.memo.slice(0, 200) || `平台已标${flagWord(flag, 'zh')}旗`
    const terms = { reason: 'other' as const, dueOn: dayOf(ctx.now, shop.timeZone), note }
    await flagOrders(ctx, [order.id], { flag: flag as Colour, remark: REMARK, hold: terms })
    return
  }
  // a number that no table names: it is kept, and undecided until a person says more
  if (hold) throw new AppError('conflict', say((t) => t.skips.settle_hold_first)) // prettier-ignore
  await saveFlag(tx, order.id, order, { flag, meaning: meaningOf(shop.flags, flag), urgent: order.urgent }, ctx.now)
  const { id: authorId, handle: author } = ctx.who
  const said = { kind: 'flag' as const, text: REMARK, authorId, author, at: ctx.now, forPacking: false }
  await addRemark(tx, { ...said, shopId: order.shopId, orderId: order.id })
}

function takeAddress(tx: Tx, ctx: Context, order: Order, file: string) {
  const to = addressFrom(file)
  return saveFacts(tx, order, { ...to, search: searchText({ ...order, ...to }) }, ctx.now)
}

/** A closed order that the file calls alive comes back; one that the file has ended lets its hold go. */
async function takeStatus(tx: Tx, ctx: Context, record: Recorder, entry: Entry, state: Order['state']) {
  if (entry.order.state === state) return cancelOpenHold(tx, ctx, record, entry)
  const words = { platformStatus: stateWord(state, 'zh'), state, open: isOpen(state) }
  await saveFacts(tx, entry.order, words, ctx.now)
}

async function takeRefund(tx: Tx, ctx: Context, record: Recorder, entry: Entry, refund: Order['refund']) {
  if (entry.order.refund !== refund) return saveFacts(tx, entry.order, { refund }, ctx.now)
  if (refund === 'refunded') await cancelOpenHold(tx, ctx, record, entry)
}

async function cancelOpenHold(tx: Tx, ctx: Context, record: Recorder, { order, hold }: Entry) {
  if (!hold) return
  await saveHold(tx, hold, { state: 'cancelled', settledAt: ctx.now, settledBy: ctx.who.id })
  await record('hold.cancelled', `order:${order.id}`, {
    shopId: order.shopId,
    before: { holdId: hold.id },
    after: { holdId: hold.id, state: order.state, refund: order.refund },
    why: REMARK,
  })
}
