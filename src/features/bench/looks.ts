/** How an answer looks and sounds: never by colour alone. Pure. */
import type { Tone } from '../../ui/parts.tsx'
import type { Answer, Did } from './rules.ts'

export type Look =
  | 'idle'
  | 'ship'
  | 'done'
  | 'labelled'
  | 'gone'
  | 'hold'
  | 'stopped'
  | 'too_late'
  | 'twice'
  | 'gone_before'
  | 'not_in_batch'
  | 'unknown'
  | 'unpacked'
  | 'undone'
  | 'aside'
  | 'why'
  | 'waybill'
  | 'carrier'

export type Shape = 'circle' | 'diamond' | 'octagon' | 'square' | 'triangle' | 'plain'
/** Played by bench-sounds.js. */
type Sound = 'ship' | 'step' | 'hold' | 'stopped' | 'twice' | 'ask' | 'unknown'

type Style = { tone?: Tone; shape: Shape; sound?: Sound }

export const styles: Record<Look, Style> = {
  idle: { shape: 'plain' },
  ship: { tone: 'done', shape: 'circle', sound: 'ship' },
  done: { tone: 'done', shape: 'circle', sound: 'ship' },
  labelled: { tone: 'done', shape: 'circle', sound: 'step' },
  gone: { tone: 'done', shape: 'circle', sound: 'step' },
  hold: { tone: 'hold', shape: 'diamond', sound: 'hold' },
  stopped: { tone: 'late', shape: 'octagon', sound: 'stopped' },
  too_late: { tone: 'soon', shape: 'octagon', sound: 'step' },
  twice: { tone: 'soon', shape: 'square', sound: 'twice' },
  gone_before: { tone: 'soon', shape: 'square', sound: 'twice' },
  not_in_batch: { shape: 'triangle', sound: 'unknown' },
  unknown: { shape: 'triangle', sound: 'unknown' },
  unpacked: { tone: 'soon', shape: 'triangle', sound: 'ask' },
  undone: { tone: 'act', shape: 'square', sound: 'step' },
  aside: { tone: 'soon', shape: 'square', sound: 'step' },
  why: { tone: 'soon', shape: 'triangle', sound: 'ask' },
  waybill: { tone: 'soon', shape: 'triangle', sound: 'ask' },
  carrier: { tone: 'soon', shape: 'triangle', sound: 'ask' },
}

const asked = { asked_why: 'why', asked_waybill: 'waybill', asked_carrier: 'carrier' } as const
const did = { packed: 'done', labelled: 'labelled', handed: 'gone' } as const
const stood = { packed: 'twice', handed: 'gone_before' } as const

/** What a scan changed or asks says more than how the parcel stood. */
export function lookOf(scan: { answer: Answer; did: Did } | undefined, tooLate = false): Look {
  if (!scan) return 'idle'
  if (scan.did in asked) return asked[scan.did as keyof typeof asked]
  if (scan.did in did) return did[scan.did as keyof typeof did]
  if (scan.answer in stood) return stood[scan.answer as keyof typeof stood]
  if (scan.answer === 'stopped' && tooLate) return 'too_late'
  return scan.answer as Exclude<Answer, keyof typeof stood>
}
