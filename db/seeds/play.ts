/** The story told on: what happens after the moment at which it was laid, each deed at its own time. */
import { setImmediate as breath } from 'node:timers/promises'
import { withoutValues } from '../../src/core/crossed.ts'
import { AppError } from '../../src/core/errors.ts'
import { longOf } from '../../src/core/time.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import type { Ledger } from './ledger.ts'

/** Something planned for a moment, UTC ms. It happens then, or later when the clock was faster than the visitors. */
export type Event = { at: number; happen: (at: number) => Promise<unknown> }

/** A clock that can be moved on. */
export type MovedClock = { now: () => number; forward: (to: number) => void }

export type Story = ReturnType<typeof storyOf>

/** Deeds in one transaction: with more of them fewer wait for the disk, and visitors' own changes wait longer. */
const AT_ONCE = 20

/** `events`: in the order of time. */
export function storyOf(ledger: Ledger, events: readonly Event[]) {
  let waiting = events
  return {
    /**
     * All that is planned until `to` happens, and the clock goes with it. What a rule refuses is left out, for a visitor
     * may have done it, or made it needless: gives what was refused, in words.
     */
    async playTo(to: number, clock: MovedClock): Promise<string[]> {
      const refused: string[] = []
      const due = waiting.filter(({ at }) => at <= to)
      waiting = waiting.slice(due.length)
      for (let done = 0; done < due.length; done += AT_ONCE)
        await inOneWrite(ledger, async () => {
          for (const event of due.slice(done, done + AT_ONCE)) {
            clock.forward(event.at)
            const said = await attempt(event, clock.now())
            if (said) refused.push(said)
            await breath()
          }
        })
      clock.forward(to)
      return refused
    },
  }
}

/** Undefined: it happened. A fault is nobody's doing: it is logged, and the day goes on. */
async function attempt(event: Event, at: number): Promise<string | undefined> {
  try {
    await event.happen(at)
    return undefined
  } catch (error) {
    const said = `${longOf(event.at, DEFAULT_ZONE)} ${error instanceof AppError ? error.in('zh') : String(error)}`
    if (!(error instanceof AppError)) console.error('demo:', said, withoutValues(error))
    return said
  }
}

/** Many deeds as one transaction, which they read from too. */
export const inOneWrite = <T>(ledger: Ledger, work: () => Promise<T>): Promise<T> => {
  const { store } = ledger
  return store.write(async (tx) => {
    ledger.store = { ...store, read: tx }
    try {
      return await work()
    } finally {
      ledger.store = store
    }
  })
}

/** There is nothing left to do: somebody was faster. */
export const over = (what: string) => new AppError('conflict', () => what)
