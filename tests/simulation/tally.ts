/** What was done, by kind, and what the board refused: a refusal is an answer, not a fault. */
import { AppError } from '../../src/core/errors.ts'

export type Tally = { done: Map<string, number>; refused: Map<string, number> }
export const newTally = (): Tally => ({ done: new Map(), refused: new Map() })

const add = (map: Map<string, number>, key: string, n = 1) => map.set(key, (map.get(key) ?? 0) + n)
export const sum = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((all, n) => all + n, 0)

/** Runs a deed and counts it; `false` from it means that there was nothing to do. */
export async function counted(tally: Tally, name: string, deed: () => Promise<unknown>) {
  try {
    if ((await deed()) !== false) add(tally.done, name)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    add(tally.refused, `${name}: ${error.say('zh').replace(/\d+/g, '#')}`)
  }
}
