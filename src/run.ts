/** Brings one board up from its configuration. */
import { mkdirSync } from 'node:fs'
import { createApp } from './app.tsx'
import { machineClock } from './core/clock.ts'
import type { Config } from './core/config.ts'
import { clockwork, makeContext } from './core/context.ts'
import { startSweeping } from './core/due.ts'
import { migrate } from './core/migrate.ts'
import { openStore } from './core/store.ts'
import type { World } from './core/web.ts'
import { features } from './features.ts'
import { listen } from './server.ts'

/** Starts the board and stays until it is told to stop (SIGINT, SIGTERM). */
export async function run(config: Config) {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const store = openStore(config.databaseUrl)
  await migrate(store)
  const world: World = {
    store,
    clock: machineClock,
    demo: false,
    secure: config.publicUrl?.protocol === 'https:',
    dataDir: config.dataDir,
  }
  const app = createApp(world)
  const jobs = features.flatMap((f) => f.jobs ?? [])
  const sweeping = startSweeping(jobs, async () => makeContext({ store, who: clockwork, now: world.clock() }))
  const server = await listen(app.fetch, config.port, config.host)
  console.log(`早晚 Zaowan is ready: ${config.publicUrl?.href ?? `http://localhost:${server.port}/`}`)

  const stop = async () => {
    await server.stop()
    await sweeping.stop()
    await store.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}
