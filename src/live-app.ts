/** The pages of a board that hear what happens as it happens. */
import { createApp } from './app.tsx'
import { openLive } from './core/live.ts'
import { sharingAnswers } from './core/shared-answers.ts'
import type { Reader } from './core/store.ts'
import type { World } from './core/web.ts'
import { sessionCookie, standingsOf } from './features/people/index.ts'
import { isWall, wallStandings } from './features/wall/index.ts'

/** `mostOfOne`: streams of one session, left out as openLive says. Whoever opens it ends it by `live.stop`. */
export function liveApp(world: World, options: { mostOfOne?: number } = {}) {
  const { store, clock } = world
  const live = openLive(store, (names) => standings(store.read, names, clock()), options)
  const app = createApp({ ...world, live })
  const cookie = sessionCookie(world)
  return { live, fetch: sharingAnswers({ live, clock, cookie }, (request) => app.fetch(request)) }
}

/** Of people and of screens on walls. */
async function standings(db: Reader, names: readonly string[], now: number) {
  const { walls = [], people = [] } = Object.groupBy(names, (name) => (isWall(name) ? 'walls' : 'people'))
  return new Map([...(await standingsOf(db, people, now)), ...(await wallStandings(db, walls))])
}
