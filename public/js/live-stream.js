// One stream for all tabs of a browser: this file is a worker that they share, and where a browser has no such worker
// each page imports it and keeps a stream of its own.

const LOST_AFTER = 45_000 // three beats
const KEPT = 200
const PATIENCE = 10_000

/**
 * Hears all that happens in the shop after `since`; `tell` gets {is: 'news', seq, topics}, {is: 'on', stream}, {is: 'off'},
 * and {is: 'out'} as the last: its reader is locked, signed out or in another shop.
 */
export function openStream({ since, reader }, tell) {
  const kept = [] // what was heard, for tabs that come later
  let last = since // a revision first, then the number of an event
  let furthest = Number.parseInt(since, 10)
  let isOn
  let stream
  let source
  let heardAt
  let pause = 1000

  function heard(event) {
    heardAt = Date.now()
    if (event.lastEventId) last = event.lastEventId
  }
  function say(on) {
    if (isOn === on) return
    isOn = on
    tell(state())
  }
  const state = () => (isOn ? { is: 'on', stream } : { is: 'off' })
  const ask = (named) =>
    fetch(`/live/here?reader=${encodeURIComponent(reader)}&stream=${named}`, {
      headers: { 'zaowan-poll': '1', 'hx-request': 'true' },
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => undefined)

  function open() {
    heardAt = Date.now()
    source = new EventSource(`/live?since=${encodeURIComponent(last)}&reader=${encodeURIComponent(reader)}`)
    source.addEventListener('hello', (event) => {
      heard(event)
      stream = event.data
      pause = 1000
      say(true)
    })
    source.addEventListener('changed', (event) => {
      heard(event)
      const seq = Number(event.lastEventId)
      const news = { is: 'news', seq, isLate: seq < furthest, topics: event.data.split(' ') }
      furthest = Math.max(furthest, seq)
      kept.push(news)
      if (kept.length > KEPT) kept.shift()
      tell(news)
    })
    source.addEventListener('beat', (event) => {
      heard(event)
      void ask(stream).then((reply) => reply?.status === 410 && again())
    })
    source.addEventListener('error', () => void again())
  }
  async function again() {
    source.close() // by ourselves: the address says how far we came, and a refusal ends it
    say(false)
    const reply = await ask('')
    if (reply?.status === 401 || reply?.status === 409) return end()
    setTimeout(open, pause * (0.5 + Math.random()))
    pause = Math.min(pause * 2, 15_000)
  }
  function end() {
    clearInterval(watch)
    tell({ is: 'out' })
  }
  const watch = setInterval(() => {
    if (source.readyState !== EventSource.CLOSED && Date.now() - heardAt > LOST_AFTER) void again()
  }, 5000)
  open()

  return {
    /**
     * What somebody who came as far as `revision` has missed: topics, or undefined when that is no longer known. A change
     * that was committed after one with a greater number may be in their page or not: it is told again.
     */
    missed: (revision) => {
      const from = Number.parseInt(revision, 10)
      if (from < furthest && (!kept.length || kept[0].seq > from + 1)) return undefined
      return kept.filter(({ seq, isLate }) => seq > from || isLate).flatMap(({ topics }) => topics)
    },
    /** Whether it hears, once that is known. */
    state: () => (isOn === undefined ? undefined : state()),
  }
}

// ── as a shared worker ───────────────────────────────────────────────────────────────────────────────
const ports = new Set()
let stream

const say = (port, message) => port.postMessage(message, [])

function tellAll(message) {
  if (message.is === 'out') stream = undefined // who comes next, signed in again, opens another one
  ports.forEach((port) => say(port, message))
}

function welcome(port, { since, reader }) {
  ports.add(port)
  if (!stream) return void (stream = openStream({ since, reader }, tellAll))
  const topics = stream.missed(since)
  if (topics?.length !== 0) say(port, { is: 'news', topics: topics ?? ['*'] })
  const state = stream.state()
  if (state) say(port, state)
}

if ('SharedWorkerGlobalScope' in self)
  self.addEventListener('connect', ({ ports: [port] }) => {
    port.addEventListener('message', ({ data }) => (data.is === 'bye' ? ports.delete(port) : welcome(port, data)))
    port.start()
  })
