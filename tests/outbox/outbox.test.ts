/** REPORT-3: writing letters, claiming them, and what people do about them. */
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { activity, messages, outbox } from '../../db/schema.ts'
import { deliverOutbox, enqueue, messageIdOf, type Posted, type Sender } from '../../src/core/outbox.ts'
import { LEASE, NotAccepted } from '../../src/core/outbox-rules.ts'
import { HOUR, MINUTE } from '../../src/core/time.ts'
import {
  holdAll,
  holdLetter,
  markBounced,
  releaseAll,
  releaseLetter,
  sendAgain,
  sendAllAgain,
  sendTest,
} from '../../src/features/outbox/actions.ts'
import { deliveriesOf, sendingJob, tellManagers } from '../../src/features/outbox/index.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { emptyOutbox, letterOf, lettersIn, writeLetters } from './letters.ts'

let w: TestWorld
beforeAll(async () => void (w = await openWorld()))
afterEach(async () => {
  await emptyOutbox(w)
  w.clock.now = at('15:00')
})
afterAll(() => w.close())

const one = async () => (await lettersIn(w))[0]!
const write = async (more: Parameters<typeof letterOf>[2] = {}, address = 'boss@example.com') => {
  await writeLetters(w, [letterOf(w.shopA.id, address, more)])
  return one()
}
const kinds = async ({ id }: Pick<Posted, 'id'>) =>
  (
    await w.store.read
      .select()
      .from(activity)
      .where(eq(activity.subject, `letter:${id}`))
  ).map(({ kind }) => kind)

/** A server of our own: what it was handed, and how it answers. */
function server(answer: (letter: Posted) => string | Promise<string> = () => '250 taken') {
  const handed: string[] = []
  const send: Sender = async (letter) => {
    handed.push(letter.address)
    return answer(letter)
  }
  return { handed, send }
}
const refuses = (forGood: boolean) => () => {
  throw new NotAccepted(forGood ? '550 no such user' : '451 later', { forGood, server: false })
}
const deliver = (send: Sender, options = {}) =>
  deliverOutbox(w.clockContext(), { mail: send }, { alarm: tellManagers, dice: () => 0, ...options })

// --- writing --------------------------------------------------------------------------------------

test('REPORT-3 the same thing to the same recipient is written once; a new version is a new letter', async () => {
  const letter = letterOf(w.shopA.id, 'boss@example.com')
  await writeLetters(w, [letter, letter])
  await writeLetters(w, [{ ...letter, address: 'Boss@Example.com ' }])
  expect(await lettersIn(w)).toHaveLength(1)
  await writeLetters(w, [{ ...letter, about: 'report:0198:v2' }, letterOf(w.shopA.id, 'lead@example.com')])
  const ids = (await lettersIn(w)).map(({ messageId }) => messageId)
  expect(new Set(ids).size).toBe(3)
  expect(ids).toContain(messageIdOf(letter))
  expect(await deliveriesOf(w.store.read, ['report:0198:v1'])).toHaveLength(2)
})

test('REPORT-3 a change that fails half-way writes no letter', async () => {
  const broken = w.store.write(async (tx) => {
    await enqueue(tx, w.clock.now, [letterOf(w.shopA.id, 'boss@example.com')])
    throw new Error('the report could not be filed')
  })
  await expect(broken).rejects.toThrow('could not be filed')
  expect(await lettersIn(w)).toEqual([])
})

// --- sending --------------------------------------------------------------------------------------

test('REPORT-3 without a server letters wait untouched, also those of another channel', async () => {
  await write()
  await deliverOutbox(w.clockContext(), {})
  await deliverOutbox(w.clockContext(), { robot: server().send, mail: undefined })
  expect(await one()).toMatchObject({ state: 'pending', tries: 0, leasedUntil: null })
})

test('REPORT-3 two senders never have the same letter at the same time', async () => {
  const addresses = Array.from({ length: 25 }, (_, i) => `r${i}@example.com`)
  await writeLetters(
    w,
    addresses.map((address) => letterOf(w.shopA.id, address)),
  )
  const [a, b] = [server(), server()]
  await Promise.all([deliver(a.send), deliver(b.send)])
  expect([...a.handed, ...b.handed].sort()).toEqual(addresses.toSorted())
})

test('REPORT-3 a letter whose sender died is due again when its lease is over, and not before', async () => {
  const { id } = await write()
  const leasedUntil = w.clock.now + LEASE
  await w.store.write((tx) => tx.update(outbox).set({ leasedUntil, tries: 1 }).where(eq(outbox.id, id)))
  const { handed, send } = server()
  w.clock.now = leasedUntil - 1000
  await deliver(send)
  expect(handed).toEqual([])
  w.clock.now = leasedUntil
  await deliver(send)
  expect(await one()).toMatchObject({ state: 'sent', tries: 2 })
})

test('REPORT-3 an acceptance that comes after the lease still counts, and nothing is sent a third time', async () => {
  await write()
  let accept = (_: string) => {}
  const slow = deliver(() => new Promise<string>((done) => (accept = done)))
  await expect.poll(async () => (await one()).tries).toBe(1)
  w.clock.now += LEASE + MINUTE
  await deliver(refuses(false))
  expect(await one()).toMatchObject({ state: 'pending', tries: 2, said: '451 later' })
  accept('250 after all')
  await slow
  expect(await one()).toMatchObject({ state: 'sent', said: '250 after all' })
})

test('REPORT-3 a sender that hears nothing is left behind at the bound', async () => {
  await write()
  await deliver(() => new Promise<string>(() => {}), { bound: 100 })
  expect(await one()).toMatchObject({ state: 'pending', tries: 1, said: 'no answer within 0.1 s', leasedUntil: null })
})

test('a sender that stumbles keeps the letter, and its secrets out of the words', async () => {
  await write()
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  await deliver(() => {
    throw new TypeError('password of the server')
  })
  expect(log).toHaveBeenCalledTimes(1)
  log.mockRestore()
  expect(await one()).toMatchObject({ state: 'pending', tries: 1, said: 'internal error' })
})

test('REPORT-3 what was refused is told to those who can mend it, once for each time', async () => {
  const { id } = await write()
  await deliver(refuses(true))
  const told = () =>
    w.store.read
      .select()
      .from(messages)
      .where(eq(messages.href, `/letter/${id}`))
  const [first] = await told()
  expect(new Set((await told()).map(({ personId }) => personId))).toEqual(
    new Set([w.actors['南星']!.id, w.actors['管家']!.id]),
  )
  expect(first).toMatchObject({ tone: 'late', text: { zh: expect.stringContaining('550 no such user') } })
  expect(await kinds({ id })).toEqual(['letter.failed'])
  w.clock.now += MINUTE
  await sendAgain(w.as('南星'), id)
  expect((await told()).every(({ readAt }) => readAt !== null)).toBe(true) // somebody took it up
  await deliver(refuses(true))
  expect(await told()).toHaveLength(4)
})

test('REPORT-3 half an hour without a server is told once a day, whatever waits', async () => {
  await write()
  await write({ about: 'report:0198:v2' })
  for (let i = 0; i < 8; i++) {
    await deliver(refuses(false))
    w.clock.now += HOUR / 2
  }
  const told = await w.store.read.select().from(messages).where(eq(messages.href, '/outbox'))
  expect(told.map(({ text }) => text.en)).toEqual(Array(2).fill(expect.stringContaining('451 later')))
})

test('stopping lets what is on its way end, or leaves it due', async () => {
  await write()
  const cut = new AbortController()
  const running = deliver(() => new Promise<string>(() => {}), { cut: cut.signal })
  await expect.poll(async () => (await one()).tries).toBe(1)
  cut.abort()
  await running
  expect(await one()).toMatchObject({ state: 'pending', leasedUntil: null, said: 'the board was stopped' })
})

test('the clock’s sweep starts the sending and waits for no server', async () => {
  await write()
  let accept = (_: string) => {}
  const job = sendingJob({ mail: () => new Promise<string>((done) => (accept = done)) })
  await job.sweep(w.clockContext())
  await expect.poll(async () => (await one()).tries).toBe(1)
  await job.sweep(w.clockContext())
  accept('250 taken')
  await job.stop!()
  expect(await one()).toMatchObject({ state: 'sent', tries: 1 })
})

// --- people ---------------------------------------------------------------------------------------

test('REPORT-3 what is held is never sent until it is released', async () => {
  const { id } = await write()
  await holdLetter(w.as('南星'), id)
  const { handed, send } = server()
  w.clock.now += 10 * HOUR
  await deliver(send)
  expect(handed).toEqual([])
  await expect(holdLetter(w.as('南星'), id)).rejects.toMatchObject({ code: 'conflict' })
  await releaseLetter(w.as('南星'), id)
  await deliver(send)
  expect(await one()).toMatchObject({ state: 'sent' })
  expect(await kinds({ id })).toEqual(['letter.held', 'letter.released', 'letter.sent'])
})

test('REPORT-3 what is on its way is not held: it may be accepted this moment', async () => {
  const { id } = await write()
  await w.store.write((tx) => tx.update(outbox).set({ leasedUntil: w.clock.now + LEASE }))
  await expect(holdLetter(w.as('南星'), id)).rejects.toMatchObject({ code: 'conflict' })
  await expect(sendAgain(w.as('南星'), id)).rejects.toMatchObject({ code: 'conflict' })
})

test('two hold at once: one does, the other is told', async () => {
  const { id } = await write()
  const both = await Promise.allSettled([holdLetter(w.as('南星'), id), holdLetter(w.as('管家'), id)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await kinds({ id })).toEqual(['letter.held'])
})

test('REPORT-3 a letter that came back is sent again under its Message-ID, its content as it was', async () => {
  const before = await write()
  await deliver(server().send)
  await expect(markBounced(w.as('南星'), before.id)).rejects.toMatchObject({ fields: { said: expect.any(Function) } })
  await markBounced(w.as('南星'), before.id, '550 5.1.1 no such user')
  expect(await one()).toMatchObject({ state: 'bounced', said: '550 5.1.1 no such user' })
  await expect(markBounced(w.as('南星'), before.id, '又一次')).rejects.toMatchObject({ code: 'conflict' })
  await sendAgain(w.as('南星'), before.id)
  await deliver(server().send)
  const { messageId, content } = before
  expect(await one()).toMatchObject({ state: 'sent', messageId, content })
  await expect(sendAgain(w.as('南星'), before.id)).rejects.toMatchObject({ code: 'conflict' })
})

test('all at once: held, released, sent again; the other shop’s stay as they are', async () => {
  await writeLetters(
    w,
    ['a', 'b', 'c'].map((name) => letterOf(w.shopA.id, `${name}@example.com`)),
  )
  await writeLetters(w, [letterOf(w.shopB.id, 'other@example.com')])
  const states = async () => (await lettersIn(w)).map(({ state }) => state)
  expect(await holdAll(w.as('南星'))).toBe(3)
  expect(await holdAll(w.as('南星'))).toBe(0)
  expect(await states()).toEqual(['held', 'held', 'held', 'pending'])
  expect(await releaseAll(w.as('南星'))).toBe(3)
  await deliver(refuses(true))
  expect(await sendAllAgain(w.as('南星'))).toBe(3)
  expect(await states()).toEqual(['pending', 'pending', 'pending', 'failed'])
})

test('another shop’s letter is not found, and a wrong address gets no test mail', async () => {
  const { id } = await write()
  for (const deed of [holdLetter, releaseLetter, sendAgain, markBounced])
    await expect(deed(w.as('外店'), id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(sendTest(w.as('南星'), 'a@example.com\nBcc: b@example.com')).rejects.toMatchObject({ code: 'invalid' })
  expect(await lettersIn(w)).toHaveLength(1)
})

test('a test mail says who sent it from where, each press another', async () => {
  const [a, b] = [
    await sendTest(w.as('南星'), ' boss@example.com '),
    await sendTest(w.as('南星', 'en'), 'boss@example.com'),
  ]
  const letters = await lettersIn(w)
  expect(letters.map(({ id }) => id).sort()).toEqual([a, b].sort())
  expect(letters.find(({ id }) => id === a)!.content).toMatchObject({
    to: ['boss@example.com'],
    text: expect.stringMatching(/南星.*澄野家居/),
  })
  expect(await kinds({ id: a })).toEqual(['letter.tested'])
})
