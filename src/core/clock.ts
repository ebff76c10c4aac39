/** The only place that asks the machine what time it is. */
export type Clock = () => number

export const machineClock: Clock = () => Date.now()

/** A clock that stands at `at` now and runs on: for the demo shop, which always opens in the afternoon. */
export const clockFrom = (at: number, machine: Clock = machineClock): Clock => {
  const ahead = at - machine()
  return () => machine() + ahead
}
