/** The title of an answer and the line under it. */
import type { Context } from '../../core/context.ts'
import { cards } from './codes.ts'
import { words } from './messages.ts'
import { labelWord, missingWord, stageWord, thingsWord } from './phrases.ts'
import type { Known, Screen } from './screen.ts'

export function Said({ ctx, screen }: { ctx: Context; screen: Screen }) {
  const [title, line] = saidOf(ctx, screen)
  return (
    <>
      <h1>{title}</h1>
      <p>{line}</p>
    </>
  )
}

type Pair = [title: string, line: string]

function saidOf(ctx: Context, screen: Screen): Pair {
  const { titles, hints } = words(ctx.lang)
  const { known, scan, mode } = screen
  if (!scan) return [titles.idle, mode === 'hand' ? hints.idleHand : hints.idle]
  if (screen.look === 'unknown' || !known) return [unknownTitle(ctx, scan.code), scan.code]
  return saidOfOrder(ctx, screen, known)
}

function unknownTitle(ctx: Context, code: string) {
  const { titles } = words(ctx.lang)
  if (code === cards.undo) return titles.nothing_to_undo
  return code === '' || code.startsWith('ZW-') ? titles.nothing_open : titles.unknown
}

function saidOfOrder(ctx: Context, { look, ticked }: Screen, known: Known): Pair {
  const { titles, hints } = words(ctx.lang)
  const things = thingsWord(ctx, known)
  switch (look) {
    case 'ship':
      return [things, known.gifts.length ? hints.opened : hints.openedRemarks]
    case 'done':
      return [things, known.shipment?.waybill ? hints.doneLabelled(labelWord(ctx, known)) : hints.done]
    case 'labelled':
    case 'gone':
      return [labelWord(ctx, known), things]
    case 'why':
      return [titles.why(missingWord(ctx, known, ticked)), hints.why]
    case 'undone':
      return [titles.undone, hints.undone(things, stageWord(ctx, known))]
    case 'stopped':
      return [known.shipment?.stage === 'stopped' ? titles.stopped_done : titles.stopped, things]
    case 'idle':
    case 'unknown':
      return [titles[look], things]
    default:
      return [titles[look], things]
  }
}
