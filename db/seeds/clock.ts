/** When the clock looks after the demo shops while their story is told. */
import type { Clocktime } from '../../src/core/time.ts'
import type { Feature } from '../../src/feature.ts'
import type { When } from './lay.ts'
import type { Ledger } from './ledger.ts'
import type { Event } from './play.ts'

/** Reminders at 30 and 10 minutes, the freeze, and what came of the day's files and shifts. */
const usual: Clocktime[] = ['08:56', '15:31', '15:51', '16:00', '22:10']
const today: Clocktime[] = ['08:31', '08:56', '10:50', '13:41', '14:45', '15:13', '15:21', '15:31', '15:41', '15:51', '16:00', '16:31', '17:01', '17:21', '17:51', '18:01', '18:31', '20:01', '21:01', '22:31', '23:31'] // prettier-ignore
const tomorrow: Clocktime[] = ['00:01', '00:21', '00:46', '01:01', '06:01', '08:01', '08:39']

export function clockEvents(ledger: Ledger, features: readonly Feature[], when: When): Event[] {
  const jobs = features.flatMap((feature) => feature.jobs ?? [])
  const moments = [
    ...[3, 2, 1].flatMap((ago) => usual.map((time) => when(ago, time))),
    ...today.map((time) => when(0, time)),
    ...tomorrow.map((time) => when(-1, time)),
  ]
  return moments.map((moment) => ({
    at: moment + 300,
    async happen(at) {
      for (const job of jobs) await job.sweep(ledger.clockAt(at))
    },
  }))
}
