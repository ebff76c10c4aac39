/** How long and how much a rule's words and numbers may be. Pure. */

export const LONGEST_NAME = 40
export const LONGEST_ITEM = 60
/** It fits on the packing slip. */
export const LONGEST_GIFT = 60
export const MOST_PIECES = 999
/** fen */
export const MOST_AMOUNT = 100_000_000
