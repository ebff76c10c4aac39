/** Chance with a seed: the same seed plays the same year on every machine. */
import { chanceFrom, type Chance } from '../../db/seeds/chance.ts'

export { chanceFrom, type Chance }

/** How often something happens that happens `mean` times on average. */
export function times(chance: Chance, mean: number): number {
  const limit = Math.exp(-mean)
  let n = 0
  for (let p = chance.next(); p > limit; p *= chance.next()) n++
  return n
}

/** One of the list, or nothing when it is empty. */
export const anyOf = <T>(chance: Chance, list: readonly T[]): T | undefined =>
  list.length ? chance.pick(list) : undefined
