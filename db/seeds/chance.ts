/** Chance that is the same each time: the demo shop, screenshots and tests look alike on every machine. */
export type Chance = ReturnType<typeof chanceFrom>

export function chanceFrom(seed: number) {
  let state = seed
  /** 0 ≤ n < 1 (mulberry32) */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    /** A whole number, both ends included. */
    whole,
    pick: <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!,
    happens: (share: number) => next() < share,
    digits: (n: number) => Array.from({ length: n }, () => whole(0, 9)).join(''),
  }
}
