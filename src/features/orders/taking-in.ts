/** ORD-1, ORD-5: orders of a file are taken in by the hundred; a preview asks the same rules and writes nothing. */
import { newId } from '../../../db/kit.ts'
import type { Actor } from '../../access.ts'
import { scrubbed } from '../../core/masking.ts'
import type { Reader, Store, Tx } from '../../core/store.ts'
import { dayOf } from '../../core/time.ts'
import type { Flag } from '../shops/flags.ts'
import { shiftAt, type Shop } from '../shops/index.ts'
import { keepDetails } from './buyer-details.ts'
import { questionsOf, type Questions } from './intake-differences.ts'
import * as rows from './intake-rows.ts'
import { gatherKnown, recordedOf, type KnownOrder } from './intake-store.ts'
import { count, loggable, opensHold, type Tally } from './intake-tally.ts'
import { intakeOfKnown, intakeOfNew, type Intake } from './intake.ts'
import { flagWord } from './messages.ts'
import type { StagedOrder } from './staged.ts'

type Decided = { staged: StagedOrder; id: string; known: KnownOrder | undefined; intake: Intake; questions: Questions }

/** Gathers and decides for at most 500 orders. */
async function decide(db: Reader, shop: Shop, now: number, chunk: readonly StagedOrder[]): Promise<Decided[]> {
  const tids = chunk.map((staged) => staged.tid)
  const known = await gatherKnown(db, shop.id, tids)
  const ending = chunk.filter(mayEnd).flatMap(({ tid }) => known.get(tid)?.order.id ?? [])
  const recorded = await recordedOf(db, ending)
  return chunk.map((staged) => {
    const before = known.get(staged.tid)
    const intake = before
      ? intakeOfKnown(staged, { ...before, recorded: recorded.get(before.order.id) ?? null }, now)
      : intakeOfNew(staged, shop.flags, now)
    const questions = questionsOf(intake.claims, before?.last ?? new Map(), !intake.facts.open)
    return { staged, id: before?.order.id ?? newId(), known: before, intake, questions }
  })
}

const mayEnd = ({ state, refund, items = [] }: StagedOrder) =>
  state === 'closed' || refund !== undefined || items.some((item) => (item.refund ?? 'none') !== 'none')

const counted = (tally: Tally, { staged: { tid, line }, known, intake, questions }: Decided) =>
  count(tally, { staged: { tid, line }, before: known?.order, intake, questions })

/** What taking these orders in would do, added to `tally`. */
export async function previewIntake(db: Reader, shop: Shop, now: number, chunk: readonly StagedOrder[], tally: Tally) {
  for (const one of await decide(db, shop, now, chunk)) counted(tally, one)
}

type TakeIn = {
  store: Store
  tx: Tx
  who: Actor
  now: number
  deed: string
  shop: Shop
  importId: string | null
  /** Stands in each order's log: the file's name. */
  why: string
}

/** Takes at most 500 orders in, in the transaction of the caller. */
export async function takeIn(by: TakeIn, chunk: readonly StagedOrder[], tally: Tally) {
  const decided = await decide(by.tx, by.shop, by.now, chunk)
  for (const one of decided) counted(tally, one)
  const saver: rows.Saver = { store: by.store, tx: by.tx, shopId: by.shop.id, now: by.now }
  const fresh = decided.filter((one) => !one.known)
  const changed = decided.filter((one) => one.known && one.intake.changed.length)
  await rows.addOrders(saver, fresh.map(newOrder))
  await rows.saveOrders(saver, changed.map(changedOrder))
  await saveLines(saver, [...fresh, ...changed])
  await keepDetails(saver, decided.flatMap(inClear))
  await rows.addHolds(saver, fresh.filter((one) => opensHold(one.intake)).map((one) => holdOf(by, one))) // prettier-ignore
  await saveQuestions(saver, by.importId, decided)
  await rows.addActivity(saver, by, [...fresh.map((one) => imported(by, one)), ...changed.map(happened)])
}

const newOrder = ({ id, staged, intake }: Decided) => ({ id, tid: staged.tid, facts: intake.facts })
const changedOrder = ({ known, intake }: Decided) => ({ order: known!.order, facts: intake.facts })

/** Of an order that the board knows further on, the file is an old one: nothing of it is taken. */
const inClear = ({ id, staged, known, intake }: Decided) =>
  staged.clear && intake.facts !== known?.order ? [{ orderId: id, clear: staged.clear }] : []

async function saveLines(saver: rows.Saver, decided: readonly Decided[]) {
  const dropped = decided.flatMap(({ intake }) => intake.items.dropped)
  await rows.dropItems(saver, dropped)
  await rows.saveItems(saver, decided.map(({ id, intake }) => ({ orderId: id, items: intake.items.saved }))) // prettier-ignore
}

async function saveQuestions(saver: rows.Saver, importId: string | null, decided: readonly Decided[]) {
  const asked = decided.flatMap(({ id, questions }) => questions.asked.map((claim) => ({ ...claim, orderId: id })))
  await rows.addDifferences(saver, importId, asked)
  for (const { questions } of decided) {
    for (const moved of questions.moved) await rows.moveDifference(saver, importId, moved)
    for (const settled of questions.settled) await rows.settleDifference(saver, settled)
    for (const outdated of questions.outdated) await rows.outdateDifference(saver, outdated)
  }
}

const holdOf = ({ who, now, shop }: TakeIn, { id, intake: { facts } }: Decided): rows.NewHold => ({
  orderId: id,
  note: facts.memo.slice(0, 200) || `平台已标${flagWord(facts.flag as Flag, 'zh')}旗`,
  dueOn: dayOf(now, shop.timeZone),
  ownerId: who.id,
  ownerShift: shiftAt(shop.shifts, now, shop.timeZone),
})

function imported(by: TakeIn, one: Decided): rows.OrderHappened {
  const { flag, state, refund } = one.intake.facts
  return {
    orderId: one.id,
    kind: 'order.imported',
    before: null,
    after: { flag, state, refund, hold: opensHold(one.intake) ? heldLog(holdOf(by, one)) : null },
  }
}
const heldLog = ({ note, dueOn }: rows.NewHold) => ({ reason: 'other', note: scrubbed(note), dueOn })

const happened = ({ id, known, intake }: Decided): rows.OrderHappened => ({
  orderId: id,
  kind: 'order.changed',
  ...loggable(known!.order, intake),
})
