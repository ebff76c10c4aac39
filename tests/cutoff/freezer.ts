/**
 * A process of its own that sweeps as the board does, for tests that kill it, stop it and race it.
 * node freezer.ts <board's time at start, UTC ms> <how many times faster its clock runs>
 */
import { setTimeout as pause } from 'node:timers/promises'
import { machineClock } from '../../src/core/clock.ts'
import { clockwork, makeContext } from '../../src/core/context.ts'
import { startSweeping } from '../../src/core/due.ts'
import { openStore } from '../../src/core/store.ts'
import { freezeJob } from '../../src/features/cutoff/jobs.ts'

const [start, speed] = process.argv.slice(2).map(Number)
const store = openStore(process.env.DATABASE_URL!)
await store.read.select().from((await import('../../db/schema.ts')).shops) // connected, before the clock starts
const began = machineClock()
const clock = () => start! + (machineClock() - began) * speed!

console.log('ready')
const sweeping = startSweeping([freezeJob], async () => makeContext({ store, who: clockwork, now: clock() }))
for (;;) {
  await sweeping.sweep()
  console.log('swept')
  await pause(20)
}
