/** REPORT-3: a thousand mails, a server that fails every fifth time, and a sender that is killed twenty times. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { and, eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engine, outbox } from '../../db/schema.ts'
import { HOUR } from '../../src/core/time.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { letterOf, lettersIn, writeLetters } from './letters.ts'
import { openPostOffice, type Fault, type PostOffice } from './postoffice.ts'

/** The rule is the same on both engines: PostgreSQL plays a quarter of it. */
const [MAILS, KILLS] = engine === 'sqlite' ? [1000, 20] : [250, 5]
const script = fileURLToPath(new URL('sender.ts', import.meta.url))

let w: TestWorld
let post: PostOffice
beforeAll(async () => {
  w = await openWorld()
  post = await openPostOffice({}, faultFor)
})
afterAll(async () => {
  next?.kill('SIGKILL')
  await post.close()
  await w.close()
})

/** Always the same for the same words: [0, 1). */
const chance = (of: string) => Number.parseInt(hash('sha256', of, 'hex').slice(0, 8), 16) / 0x1_0000_0000

const tried = new Map<string, number>()
/** Mails that the server took without the sender hearing of it: by recipient, how often. */
const unheard = new Map<string, number>()
const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

const faults = [
  { at: 'RCPT', code: 450 },
  { at: 'RCPT', cut: true },
  { at: 'body', code: 451 },
  { at: 'body', cut: true },
] satisfies Fault[]

/** A fifth of all tries fails, at each of the two steps in both ways. */
function faultFor(step: string, recipient = ''): Fault | undefined {
  if (step === 'RCPT') add(tried, recipient)
  const dice = chance(`${recipient} ${tried.get(recipient)}`)
  const fault = dice < 0.2 ? faults[Math.floor(dice * 20)] : undefined
  if (fault?.at !== step) return undefined
  if (fault.at === 'body' && 'cut' in fault) add(unheard, recipient)
  return fault
}

const cache = mkdtempSync(join(tmpdir(), 'zaowan-cache-'))

/** A sender that waits for the time at which it begins. */
const hire = () =>
  spawn(process.execPath, [script, String(post.port)], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  })
let next: ReturnType<typeof hire> | undefined

/** Runs a sender and kills it when the server has taken so many more; returns whether it came to its end before. */
async function sendUntil(taken: number): Promise<boolean> {
  const child = next ?? hire()
  next = taken < Infinity ? hire() : undefined // the next one loads while this one works
  const ended = once(child, 'exit') as Promise<[number | null]>
  child.stdin.end(`${w.clock.now}\n`)
  const timer = setInterval(() => post.arrived.length >= taken && child.kill('SIGKILL'), 1)
  const [code] = await ended
  clearInterval(timer)
  return code === 0
}

/** Whose mail was on its way when the sender died. */
const onTheirWay = async () =>
  (
    await w.store.read
      .select({ to: outbox.address })
      .from(outbox)
      .where(and(eq(outbox.state, 'pending'), isNotNull(outbox.leasedUntil)))
  ).map(({ to }) => to)

test(
  `REPORT-3 of ${MAILS} mails through 20 % faults and ${KILLS} kills none is lost, and repeats are recognisable`,
  { timeout: 300_000 },
  async () => {
    const recipients = Array.from({ length: MAILS }, (_, i) => `r${i}@example.com`)
    await writeLetters(
      w,
      recipients.map((to) => letterOf(w.shopA.id, to)),
    )
    const killed = new Set<string>()
    let kills = 0
    for (; kills < KILLS; kills++) {
      const share = 20 + Math.floor(chance(`kill ${kills}`) * 40)
      expect(await sendUntil(post.arrived.length + share)).toBe(false) // else it was not killed, and nothing was proven
      for (const to of await onTheirWay()) killed.add(to)
      w.clock.now += HOUR
    }
    expect(await sendUntil(Infinity)).toBe(true)

    const letters = await lettersIn(w)
    expect(letters.every(({ state, sentAt }) => state === 'sent' && sentAt !== null)).toBe(true)
    const got = Map.groupBy(post.arrived, ({ recipient }) => recipient)
    expect([...got.keys()].sort()).toEqual(recipients.toSorted())
    for (const { address, messageId } of letters)
      expect(new Set(got.get(address)!.map((mail) => mail.messageId))).toEqual(new Set([messageId]))
    const repeated = [...got].filter(([, mails]) => mails.length > 1).map(([to]) => to)
    expect(repeated.length).toBeGreaterThan(MAILS / 50) // some acceptances were lost, or this proves nothing
    expect(repeated.filter((to) => !unheard.has(to) && !killed.has(to))).toEqual([])
    expect(killed.size).toBeGreaterThan(KILLS / 4)
  },
)
