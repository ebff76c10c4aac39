/** What the clock starts: sending. */
import { withoutValues } from '../../core/crossed.ts'
import type { Job } from '../../core/due.ts'
import { deliverOutbox, type Senders } from '../../core/outbox.ts'
import { tellManagers } from './alarm.ts'

/** ms that letters on their way have to end when the board stops. */
const GRACE = 5000

/** A sweep starts the sending and does not wait for it: a slow mail server must not keep the cutoff waiting. */
export function sendingJob(senders: Senders): Job {
  const [stop, cut] = [new AbortController(), new AbortController()]
  let running: Promise<void> | undefined
  return {
    name: 'outbox',
    async sweep(ctx) {
      running ??= deliverOutbox(ctx, senders, { alarm: tellManagers, stop: stop.signal, cut: cut.signal })
        .catch((error) => console.error('outbox:', withoutValues(error)))
        .finally(() => (running = undefined))
    },
    async stop() {
      stop.abort()
      const timer = setTimeout(() => cut.abort(), GRACE)
      await running
      clearTimeout(timer)
    },
  }
}
