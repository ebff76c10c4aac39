/**
 * What happened is told to every open page at once. The event says which topics changed; the page's panels ask for
 * themselves, so rights hold for each reader. One frame is made for all readers of a shop.
 */
import type { ServerResponse } from 'node:http'
import { newId } from '../../db/kit.ts'
import { withoutValues } from './crossed.ts'
import type { Store } from './store.ts'
import { missedSince, openTail, type News } from './tail.ts'

/**
 * `sessionId`: a person's session, or any other name that `Standings` knows; `reader`: as its pages say for whom they
 * were made (web.ts readerOf).
 */
export type Listener = { sessionId: string; shopId: string; reader: string }
/** What these sessions may see, as one word each; who may no longer listen is not in it. */
type Standings = (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** `standing`: when it is another word, or none, the stream ends. */
type Stream = Listener & { id: string; out: ServerResponse; standing: string | undefined; heardAt: number }
/** Somebody who listens, and the word of what they may see. */
export type Known = Listener & { standing: string }

export type Live = ReturnType<typeof openLive>

/** Another process wrote: at most so much later it is told here, ms. */
const LOOK_EVERY = 1000
const CHECK_EVERY = 3000
const BEAT_EVERY = 15_000
/** Without an answer to two beats a page is gone, ms. */
const GONE_AFTER = 40_000
/** Bytes that a reader may leave unread. */
const MOST_UNREAD = 64 * 1024

const HEAD = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  connection: 'keep-alive',
}

/** `topics` undefined: all may have changed. `seq`: by it a reader says how far it came. */
const frameOf = (seq: number, topics: readonly string[] | undefined) =>
  Buffer.from(`id: ${seq}\nevent: changed\ndata: ${topics ? topics.join(' ') : '*'}\n\n`)
const BEAT = Buffer.from('event: beat\ndata:\n\n')

/** `mostOfOne`: streams of one session; the oldest end. */
export function openLive(store: Store, standings: Standings, { mostOfOne = 8 } = {}) {
  const streams = new Map<string, Stream>()
  let tail = openTail(store.read)
  tail.catch(() => {}) // told by the first look, which tries again
  let changes = 0
  let waiting = false
  let stopped = false
  let reading: Promise<void> | undefined

  /** Something was written: told in this turn of the event loop's end, many changes at once. */
  function nudge() {
    if (waiting) return
    waiting = true
    setImmediate(() => void look())
  }
  async function look() {
    if (reading || stopped) return // who reads looks again, as `waiting` says
    reading = readOn().finally(() => (reading = undefined))
    await reading
    if (waiting) void look()
  }
  async function readOn() {
    waiting = false
    try {
      const news = await (await tail).next()
      if (!news.length) return
      changes++ // of another process too
      tell(news)
    } catch (error) {
      console.error('live:', withoutValues(error)) // the next look reads what this one did not
      await tail.catch(() => {
        tail = openTail(store.read)
        tail.catch(() => {})
      })
    }
  }

  function tell(news: readonly News[]) {
    const frames = new Map<string, Buffer>()
    for (const stream of streams.values()) {
      const known = frames.get(stream.shopId)
      const frame = known ?? frameFor(news, stream.shopId)
      if (!known) frames.set(stream.shopId, frame)
      if (frame.length) send(stream, frame)
    }
  }

  function send({ id, out }: Stream, frame: Buffer) {
    if (out.writableLength > MOST_UNREAD) return drop(id)
    out.write(frame)
  }
  function drop(id: string) {
    const stream = streams.get(id)
    streams.delete(id)
    stream?.out.destroy()
  }
  function end(stream: Stream) {
    streams.delete(stream.id)
    stream.out.end()
  }

  /** Tabs share one stream; more than a few are a fault, or worse. */
  function endOldest(sessionId: string) {
    const mine = [...streams.values()].filter((stream) => stream.sessionId === sessionId)
    for (const stream of mine.slice(0, Math.max(0, mine.length - mostOfOne))) end(stream)
  }
  async function checkStandings() {
    const asked = [...streams.values()] // who joins meanwhile is asked about next time
    const now = await standings([...new Set(asked.map(({ sessionId }) => sessionId))])
    for (const stream of asked) if (!stream.standing || now.get(stream.sessionId) !== stream.standing) end(stream)
  }
  function beat(now = performance.now()) {
    const gone = now - GONE_AFTER
    for (const stream of streams.values()) {
      if (stream.heardAt < gone) drop(stream.id)
      else send(stream, BEAT)
    }
  }

  const unwatch = store.watch(() => {
    changes++
    nudge()
  })
  const timers = [
    setInterval(nudge, LOOK_EVERY),
    setInterval(() => beat(), BEAT_EVERY),
    setInterval(() => void checkStandings().catch((error) => console.error('live:', withoutValues(error))), CHECK_EVERY), // prettier-ignore
  ]
  for (const timer of timers) timer.unref()

  return {
    /** Opens a stream for a reader who has seen all until `since`; what was missed since is told first. */
    async join(out: ServerResponse, listener: Listener, since: string) {
      const standing = (await standings([listener.sessionId])).get(listener.sessionId)
      if (stopped || out.destroyed) return void out.destroy()
      const stream: Stream = { ...listener, id: newId(), out, standing, heardAt: performance.now() }
      out.writeHead(200, HEAD)
      out.write(`event: hello\ndata: ${stream.id}\n\n`)
      out.once('close', () => streams.delete(stream.id))
      out.on('error', () => drop(stream.id))
      streams.set(stream.id, stream) // before the look back: what comes meanwhile is told twice rather than never
      endOldest(listener.sessionId)
      const { last, topics } = await missedSince(store.read, listener.shopId, since)
      if (topics?.length !== 0 && streams.has(stream.id)) send(stream, frameOf(last, topics))
    },
    /** A page answered a beat: it is there. False: its stream has ended. */
    heard(id: string, sessionId: string): boolean {
      const stream = streams.get(id)
      if (stream?.sessionId !== sessionId) return false
      stream.heardAt = performance.now()
      return true
    },
    /** Whose stream it is; undefined when it has ended. What they may see is looked at every three seconds. */
    listenerOf(id: string): Known | undefined {
      const stream = streams.get(id)
      return stream?.standing === undefined ? undefined : (stream as Known)
    },
    /** Counts up with every change, before it is told. */
    changes: () => changes,
    /** How many listen. */
    size: () => streams.size,
    /** Ends the streams of those whose rights are others now; by itself each three seconds. */
    checkStandings,
    /** Asks all for a sign of life and drops who gave none; by itself each 15 s. `now`: monotonic, ms. */
    beat,
    async stop() {
      stopped = true
      unwatch()
      timers.forEach(clearInterval)
      for (const stream of streams.values()) end(stream)
      await reading
    },
  }
}

/** Empty when nothing of it concerns this shop. */
function frameFor(news: readonly News[], shopId: string): Buffer {
  const mine = news.filter((one) => one.shopId === shopId || one.shopId === null)
  return mine.length ? frameOf(mine.at(-1)!.seq, [...new Set(mine.map(({ topic }) => topic))]) : Buffer.alloc(0)
}
