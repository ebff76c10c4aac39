/** Printed cards and the buttons that do the same. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Tx } from '../../core/store.ts'
import { MINUTE } from '../../core/time.ts'
import {
  answerStop,
  isStopOpen,
  notAside,
  putAside,
  removeLabel,
  takeBack,
  undoPacking,
  type StopAnswer,
} from '../cutoff/index.ts'
import type { Card } from './codes.ts'
import { words } from './messages.ts'
import { asBefore, standing, undoSteps, type UndoStep } from './rules.ts'
import { packParcel, unknown, whyBack, type Told, type Wish } from './steps.ts'
import { markUndone, undoableScan } from './store-scans.ts'
import { meantById } from './store.ts'

/** An older step is not "the last one" any more to whoever stands here. */
const UNDO_FOR = 30 * MINUTE

export const pressCard = (ctx: Context, tx: Tx, card: Card, wish: Wish): Promise<Told> | Told => {
  switch (card) {
    case 'done':
      return wish.open ? packParcel(ctx, tx, wish.open, wish) : unknown(wish)
    case 'undo':
      return undoLast(ctx, tx, wish)
    case 'aside':
      return putOpenAside(ctx, tx, wish)
    case 'stopped':
      return reply(ctx, wish, 'stopped')
    case 'tooLate':
      return reply(ctx, wish, 'too_late')
    default:
      return unknown(wish) // the modes are links of the page
  }
}

/** Goods are missing: out of the box again, and aside. */
async function putOpenAside(ctx: Context, tx: Tx, wish: Wish): Promise<Told> {
  const { open } = wish
  if (!open) return unknown(wish)
  const { shipment } = open
  const answer = standing(shipment, await whyBack(tx, open))
  if (answer !== 'ship' && answer !== 'packed') return { answer, did: 'nothing', meant: open }
  if (answer === 'packed') await undoPacking(ctx, shipment.id)
  await putAside(ctx, shipment.id, words(ctx.lang).outOfStock)
  return { answer: 'aside', did: 'nothing', meant: open, before: asBefore(shipment) }
}

async function reply(ctx: Context, wish: Wish, answer: StopAnswer): Promise<Told> {
  const { open } = wish
  if (!open || !isStopOpen(open.shipment)) return unknown(wish)
  await answerStop(ctx, open.shipment.id, answer)
  return { answer: 'stopped', did: 'nothing', meant: open }
}

const undoing: Record<UndoStep, (ctx: Context, id: string) => Promise<unknown>> = {
  take_back: takeBack,
  remove_label: removeLabel,
  unpack: undoPacking,
  not_aside: notAside,
}

async function undoLast(ctx: Context, tx: Tx, wish: Wish): Promise<Told> {
  const last = await undoableScan(tx, ctx.who.id, ctx.now - UNDO_FOR)
  const meant = last && (await meantById(tx, ctx.who.shopIds, last))
  if (!last?.before || !meant?.shipment) return unknown(wish)
  const steps = undoSteps(last.before, meant.shipment)
  if (!steps.length) return unknown(wish)
  for (const step of steps) await undoing[step](ctx, meant.shipment.id)
  if (!(await markUndone(tx, last.id, ctx.now))) throw new AppError('conflict', (lang) => words(lang).scanAgain)
  return { answer: 'undone', did: 'nothing', meant }
}
