/** 对账: why a win and its parcel do not agree. Pure. */

/** A physical prize whose check passed, with its line and its order as they are. */
export type PassedClaim = {
  giftId: string | null
  packedAt: number | null
  leftOutWhy: string | null
  withdrawnAt: number | null
  /** null: it has no order. */
  orderState: string | null
  orderOpen: boolean | null
}

/**
 * no_line: it stands on no parcel · taken_off: its line was · left_out: the parcel went without it · gone: the order was
 * shipped without it · closed: the order never ships.
 */
export type Missing = 'no_line' | 'taken_off' | 'left_out' | 'gone' | 'closed'

/** Why the buyer does not get it; undefined: it is packed, or its order still goes out. */
export function missingIn(claim: PassedClaim): Missing | undefined {
  if (claim.giftId === null || claim.orderOpen === null) return 'no_line'
  if (claim.leftOutWhy !== null) return 'left_out'
  if (claim.packedAt !== null) return undefined
  if (claim.withdrawnAt !== null) return 'taken_off'
  if (claim.orderState === 'closed') return 'closed'
  return claim.orderOpen ? undefined : 'gone'
}
