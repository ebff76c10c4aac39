/**
 * A process of its own that sends what is in the outbox until nothing waits, for tests that kill it. Its clock jumps to
 * whatever is due next instead of waiting for it.
 * node sender.ts <port of the mail server>; it begins when it reads the board's time (UTC ms).
 */
import { flushCompileCache } from 'node:module'
import { text } from 'node:stream/consumers'
import { min, eq } from 'drizzle-orm'
import { outbox } from '../../db/schema.ts'
import { clockwork, makeContext } from '../../src/core/context.ts'
import { openMail } from '../../src/core/mail.ts'
import { readMailSettings } from '../../src/core/mail-settings.ts'
import { deliverOutbox } from '../../src/core/outbox.ts'
import { openStore } from '../../src/core/store.ts'

const port = Number(process.argv[2])
const store = openStore(process.env.DATABASE_URL!, { patient: true })
const mail = openMail(readMailSettings({ SMTP_URL: `smtp://127.0.0.1:${port}` })!)

/** The next moment at which something is to be done: a try, or the end of a lease. */
async function nextMoment(): Promise<number | null> {
  const [row] = await store.read
    .select({ tryAt: min(outbox.nextAt), freeAt: min(outbox.leasedUntil) })
    .from(outbox)
    .where(eq(outbox.state, 'pending'))
  return row!.tryAt === null ? null : Math.max(row!.tryAt, row!.freeAt ?? 0)
}

flushCompileCache() // a process that is killed leaves none to the next
let now = Number(await text(process.stdin))
for (let next = await nextMoment(); next !== null; next = await nextMoment()) {
  now = Math.max(now, next)
  await deliverOutbox(makeContext({ store, who: clockwork, now }), { mail: mail.send }, { dice: () => 0 })
}
mail.close()
await store.close()
