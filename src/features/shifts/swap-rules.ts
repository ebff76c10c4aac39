/** A shift that one person asks another to take: what comes back, and what stands against it. Pure. */
import type { Day } from '../../core/time.ts'
import { OFF } from './rules.ts'
import { isWork } from './weeks.ts'

/** The asker's shift, and the other's that comes back if it is an exchange. */
export type Offer = {
  askedBy: string
  askedOf: string
  day: Day
  code: string
  otherDay: Day | null
  otherCode: string | null
}

export type Published = (personId: string, day: Day) => string | null
/** UTC ms at which this shift of this day is over. */
export type EndOf = (day: Day, code: string) => number

export type Fault = 'swapChanged' | 'swapOver' | 'swapTwo' | 'swapSame' | 'swapSelf'

/** Why this cannot be swapped now; undefined when it can. */
export function faultOf(offer: Offer, published: Published, endOf: EndOf, now: number): Fault | undefined {
  const { askedBy, askedOf, day, code, otherDay, otherCode } = offer
  if (askedBy === askedOf) return 'swapSelf'
  if (published(askedBy, day) !== code || !isWork(code)) return 'swapChanged'
  if (endOf(day, code) <= now) return 'swapOver'
  if (otherDay === null || otherCode === null) return isWork(published(askedOf, day)) ? 'swapTwo' : undefined
  if (published(askedOf, otherDay) !== otherCode || !isWork(otherCode)) return 'swapChanged'
  if (endOf(otherDay, otherCode) <= now) return 'swapOver'
  if (otherDay === day) return otherCode === code ? 'swapSame' : undefined
  const twice = isWork(published(askedOf, day)) || isWork(published(askedBy, otherDay))
  return twice ? 'swapTwo' : undefined
}

export type Move = { personId: string; day: Day; code: string }

/** The roster afterwards: who gives a shift away is off on that day. */
export function movesOf({ askedBy, askedOf, day, code, otherDay, otherCode }: Offer): Move[] {
  if (otherDay === null || otherCode === null)
    return [
      { personId: askedBy, day, code: OFF },
      { personId: askedOf, day, code },
    ]
  if (otherDay === day)
    return [
      { personId: askedBy, day, code: otherCode },
      { personId: askedOf, day, code },
    ]
  return [
    ...movesOf({ askedBy, askedOf, day, code, otherDay: null, otherCode: null }),
    ...movesOf({ askedBy: askedOf, askedOf: askedBy, day: otherDay, code: otherCode, otherDay: null, otherCode: null }),
  ]
}
