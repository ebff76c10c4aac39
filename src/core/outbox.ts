/**
 * What leaves the board. A letter is written in the transaction of what it tells of, sent outside of any, and marked
 * sent only after the server accepted it: nothing is lost, and a repeat has the same Message-ID.
 */
import { hash } from 'node:crypto'
import { newId } from '../../db/kit.ts'
import { outbox } from '../../db/schema.ts'
import { makeContext, type Context } from './context.ts'
import { withoutValues } from './crossed.ts'
import { asLine } from './mail-settings.ts'
import { BOUND, isStuck, LEASE, NotAccepted, pauseAfter, type Channel, type Letter } from './outbox-rules.ts'
import { claimDue, isAnythingDue, markAccepted, markLater, markRefused, type Posted } from './outbox-store.ts'
import type { Tx } from './store.ts'

export type { Posted } from './outbox-store.ts'

/** Nobody's: it must stay the same when the settings change between two tries. */
const ID_DOMAIN = 'zaowan.invalid'

/** "<report.0198….v1.3f2a…@zaowan.invalid>": the same for the same recipient of the same thing, for good. */
export function messageIdOf({ channel, about, address }: Pick<Letter, 'channel' | 'about' | 'address'>): string {
  const recipient = hash('sha256', `${channel} ${address.trim().toLowerCase()}`, 'hex').slice(0, 16)
  return `<${about.replaceAll(/[^\w-]+/g, '.')}.${recipient}@${ID_DOMAIN}>`
}

/**
 * In the transaction of the change. What was written to this recipient about this before is not written again; returns
 * the ids of those that are new.
 */
export async function enqueue(tx: Tx, now: number, letters: readonly Letter[]): Promise<string[]> {
  const rows = letters.map((letter) => ({
    ...letter,
    id: newId(),
    messageId: messageIdOf(letter),
    subject: asLine(letter.content.subject),
    state: 'pending' as const,
    tries: 0,
    nextAt: now,
    at: now,
    changedAt: now,
  }))
  if (!rows.length) return []
  const written = await tx.insert(outbox).values(rows).onConflictDoNothing().returning({ id: outbox.id })
  return written.map(({ id }) => id)
}

// --- sending ------------------------------------------------------------------------------------------

/**
 * Hands one letter to its server and returns the words with which it was accepted; throws NotAccepted. Gives up when
 * the signal says so.
 */
export type Sender = (letter: Posted, signal: AbortSignal) => Promise<string>
/** By channel; the letters of a channel without one wait. */
export type Senders = Partial<Record<Channel, Sender | undefined>>

/** What people are told: this letter was refused for good; the server has not answered for half an hour. */
export type Alarm = (tx: Tx, now: number, letter: Posted, what: 'failed' | 'stuck') => Promise<void>

type Options = {
  alarm?: Alarm
  /** No more letters are begun. */
  stop?: AbortSignal | undefined
  /** Those that are on their way are given up and stay due. */
  cut?: AbortSignal | undefined
  /** ms for one letter. */
  bound?: number
  /** Of [0, 1). */
  dice?: () => number
  /** Letters on their way at a time; one where all is done in a single transaction. */
  atOnce?: number
}

/** So many letters at a time. */
const AT_ONCE = 4
/** After so many letters in a row that met no server the rest of the channel waits for the next sweep. */
const SILENCES = 4

/** Sends all that is due, each letter claimed by a lease, so that two processes never send it at the same time. */
export async function deliverOutbox(ctx: Context, senders: Senders, options: Options = {}): Promise<void> {
  const run = runOf(ctx, senders, options)
  if (!(await isAnythingDue(ctx.read, run.channels(), ctx.now))) return
  const hands = await Promise.allSettled(Array.from({ length: options.atOnce ?? AT_ONCE }, () => sendInTurn(run)))
  const failures = hands.flatMap((hand) => (hand.status === 'rejected' ? [hand.reason as unknown] : []))
  if (failures.length) throw new AggregateError(failures, 'the outbox could not be kept') // leases end by themselves
}

type Run = ReturnType<typeof runOf>

function runOf(ctx: Context, senders: Senders, options: Options) {
  const started = performance.now()
  const silent = new Map<Channel, number>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    senders,
    options,
    silent,
    channels: () =>
      (Object.keys(senders) as Channel[]).filter(
        (channel) => senders[channel] && (silent.get(channel) ?? 0) < SILENCES && !options.stop?.aborted,
      ),
    /** A long run does not stand at the moment at which it began: leases would be over before they begin. */
    context: () =>
      makeContext({ store: ctx.store, who: ctx.who, now: ctx.now + Math.round(performance.now() - started) }),
    /** One claim at a time, so that the senders of one process do not get in each other's way. */
    inTurn: <T>(work: () => Promise<T>) => {
      const mine = last.then(work, work)
      last = mine
      return mine
    },
  }
}

async function sendInTurn(run: Run) {
  for (;;) {
    const letter = await run.inTurn(() => claimNext(run))
    if (!letter) return
    await send(run, letter)
  }
}

async function claimNext(run: Run): Promise<Posted | undefined> {
  const channels = run.channels()
  const { store, now } = run.context()
  return channels.length ? store.write((tx) => claimDue(tx, channels, now, now + LEASE)) : undefined
}

async function send(run: Run, letter: Posted) {
  const { senders, silent, options } = run
  const answer = await withinBound((signal) => senders[letter.channel]!(letter, signal), options).catch(asNotAccepted)
  if (typeof answer === 'string') {
    silent.delete(letter.channel)
    return accepted(run, letter, answer)
  }
  if (answer.server) silent.set(letter.channel, (silent.get(letter.channel) ?? 0) + 1)
  return answer.forGood ? refused(run, letter, answer.message) : later(run, letter, answer)
}

/** A sender that stumbles over a letter keeps it waiting like a server that does not answer. */
function asNotAccepted(error: unknown): NotAccepted {
  if (error instanceof NotAccepted) return error
  console.error('outbox:', withoutValues(error))
  return new NotAccepted('internal error', { forGood: false, server: false })
}

/** A sender that hears no signal blocks nobody either. */
async function withinBound(work: (signal: AbortSignal) => Promise<string>, { bound = BOUND, cut }: Options) {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(`no answer within ${bound / 1000} s`), bound)
  const stopped = () => ending.abort('the board was stopped')
  cut?.addEventListener('abort', stopped)
  const ended = new Promise<never>((_, fail) =>
    ending.signal.addEventListener('abort', () =>
      fail(new NotAccepted(String(ending.signal.reason), { forGood: false, server: true })),
    ),
  )
  try {
    return await Promise.race([ended, work(ending.signal)])
  } finally {
    clearTimeout(timer)
    cut?.removeEventListener('abort', stopped)
  }
}

const aboutLetter = ({ shopId, subject, role }: Posted) => ({ shopId, after: { subject, role } })

const accepted = ({ context }: Run, letter: Posted, said: string) => {
  const { write, now } = context()
  return write(async (tx, record) => {
    if (await markAccepted(tx, letter.id, { said, now }))
      await record('letter.sent', subjectOf(letter), aboutLetter(letter))
  })
}

const refused = ({ context, options }: Run, letter: Posted, said: string) => {
  const { write, now } = context()
  return write(async (tx, record) => {
    if (!(await markRefused(tx, letter, { said, now }))) return
    await record('letter.failed', subjectOf(letter), { ...aboutLetter(letter), why: said })
    await options.alarm?.(tx, now, { ...letter, said }, 'failed')
  })
}

/** Tries leave no activity row: a night without the server would fill the log with them. They stand in the letter. */
const later = (
  { context, options: { alarm, dice = Math.random } }: Run,
  letter: Posted,
  { message: said, pause }: NotAccepted,
) => {
  const { write, now } = context()
  const nextAt = now + (pause ?? pauseAfter(letter.tries, dice()))
  return write(async (tx) => {
    if ((await markLater(tx, letter, { said, now, nextAt })) && isStuck(letter.tries))
      await alarm?.(tx, now, { ...letter, said }, 'stuck')
  })
}

export const subjectOf = ({ id }: Pick<Posted, 'id'>) => `letter:${id}`
