/** The only place that asks the machine what time it is. */
export type Clock = () => number

export const machineClock: Clock = () => Date.now()

/** A clock that stands at `at` now and runs on, and can be moved on, never back: for the demo shop. */
export const clockFrom = (at: number, machine: Clock = machineClock) => {
  let ahead = at - machine()
  return {
    now: () => machine() + ahead,
    forward: (to: number) => void (ahead = Math.max(ahead, to - machine())),
  }
}
