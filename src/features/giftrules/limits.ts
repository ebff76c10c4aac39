/** How long and how much a rule's words and numbers may be. Pure. */

export const LONGEST_NAME = 40
export const LONGEST_ITEM = 60
/** It fits on the packing slip. */
export const LONGEST_GIFT = 60
export const MOST_PIECES = 999
/** fen */
export const MOST_AMOUNT = 100_000_000

/** "99" or "99.50" or "¥1,099" yuan as fen; undefined: no amount. */
export function fenFrom(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[¥,\s]/g, '')
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined
}
