/** One board at work: its pages and its clock-driven jobs. The shop's own and the demo's are made alike. */
import { clockwork, makeContext } from './core/context.ts'
import { startSweeping, type Job } from './core/due.ts'
import type { World } from './core/web.ts'
import { features } from './features.ts'
import { dropOldUploads } from './features/imports/uploads.ts'
import { sendingJob } from './features/outbox/index.ts'
import { robotSender, tellingJob } from './features/robots/index.ts'
import { liveApp } from './live-app.ts'

export type Board = {
  fetch: (request: Request) => Response | Promise<Response>
  /** Ends the streams of open pages: a server that closes would wait for them. */
  hush(): Promise<void>
  stop(): Promise<void>
}

/** What the clock starts, in the order of the features. */
export const jobs = () => features.flatMap((f) => f.jobs ?? [])

export function startBoard(world: World): Board {
  const { store, clock } = world
  // an upload is a file full of buyers: what a crash left behind does not wait for somebody to open the imports
  const tidyUploads: Job = { name: 'uploads', sweep: () => dropOldUploads(world.dataDir) }
  const sending = sendingJob({ mail: world.mail?.send, robot: robotSender(world) })
  const telling = tellingJob(world)
  const sweeping = startSweeping([...jobs(), telling, sending, tidyUploads], async () =>
    makeContext({ store, who: clockwork, now: clock() }),
  )
  const { live, fetch } = liveApp({ ...world, sweepAge: sweeping.age, sweepNow: sweeping.sweep })
  return {
    fetch,
    hush: live.stop,
    async stop() {
      await live.stop()
      await sweeping.stop()
      world.mail?.close()
      await store.close()
    },
  }
}
