/** 奖品: what a campaign gives away, how much of it is left, and how a serial number is known again. Pure. */

/** A prize that can be claimed of the catalogue: paid out, or packed. */
export const prizeKinds = ['coupon', 'physical'] as const
export type PrizeKind = (typeof prizeKinds)[number]

/** Pieces: planned in all; given, i.e. claimed and neither failed nor withdrawn; of these packed or paid. */
export type Stock = { planned: number; given: number; packed: number }

/** Below nothing when a claim was older than a smaller plan: shown as 0. */
export const leftIn = ({ planned, given }: Pick<Stock, 'planned' | 'given'>) => Math.max(0, planned - given)

/** Share of the plan, in percent, at which a prize is said to run out. */
const SCARCE = 10
/** A tenth of the plan or less is left, or nothing. */
export const runsOut = (stock: Pick<Stock, 'planned' | 'given'>) => leftIn(stock) * 100 <= stock.planned * SCARCE

/** Pieces that one prize can have. */
export const MOST_PLANNED = 1_000_000
/** Fen: a coupon of more is a mistyped one. */
export const MOST_WORTH = 1_000_000
/** Letters of a name: it fits on the packing slip. */
export const LONGEST_PRIZE = 60

/** Letters of a serial number, folded. */
export const LONGEST_SERIAL = 64

/**
 * A serial number folded, so that one number is known however it was typed: half-width, capitals, without spaces,
 * dashes, a leading ' and the ="…" of spreadsheets. '' when nothing is left.
 */
export const serialKeyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^=?"(.*)"$/s, '$1')
    .replace(/^[\s'’‘`]+/, '')
    .replace(/[\s\p{Dash_Punctuation}−]/gu, '')
    .toUpperCase()
