/** The demo's day as its visitors move it on together: station by station, never back. */
import type { MovedClock, Story } from '../../../db/seeds/play.ts'
import { clockwork, makeContext } from '../../core/context.ts'
import type { Store } from '../../core/store.ts'
import type { World } from '../../core/web.ts'
import { keepAwake, noteMoved } from './actions.ts'
import type { Opening, Station, StationName } from './stations.ts'

export type Tour = {
  /** Names this laying of the demo: what is pressed on a page of an older one moves nothing. */
  id: string
  stations: readonly Station[]
  /** The place in `stations` of the last one that was reached: by a visitor's press, or by the clock alone. */
  reached: () => number
  /** Plays on until this station; false: it was reached before. */
  moveTo: (name: StationName) => Promise<boolean>
  /** Lays a new day, in place of the one with this id, and gives the world that stands then. */
  again: (id: string, from: Opening) => Promise<Pick<World, 'store' | 'clock'>>
}

declare module '../../core/web.ts' {
  interface World {
    /** Left out on a real board. */
    tour?: Tour
  }
}

type Parts = { id: string; store: Store; story: Story; clock: MovedClock; stations: readonly Station[] }

export function tourOf({ id, store, story, clock, stations }: Parts): Omit<Tour, 'again'> {
  const passed = () => stations.findLastIndex(({ at }) => at <= clock.now())
  let told = passed() // the station up to which the story has been told
  let heading = told // the furthest that somebody asked for
  let moving = Promise.resolve()

  /** While nobody presses, the clock goes past stations; what others do up to there is told with the next press. */
  const reached = () => Math.max(told, passed())

  async function playTo(to: number) {
    const { at, name } = stations[to]!
    try {
      await keepAwake(store, at)
      await story.playTo(at, clock)
    } finally {
      told = to // what failed is not told again: the way on stays open
    }
    await noteMoved(makeContext({ store, who: clockwork, now: clock.now() }), name)
  }
  return {
    id,
    stations,
    reached,
    async moveTo(name) {
      const to = stations.findIndex((station) => station.name === name)
      if (to <= reached()) return false
      if (to > heading) {
        heading = to
        moving = moving.catch(() => {}).then(() => playTo(to))
      }
      await moving // two pressed at once: both arrive
      return true
    },
  }
}
