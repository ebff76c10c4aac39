// One stream for all tabs of a browser: this file is a worker that they share, and where a browser has no such worker
// each page imports it and keeps a stream of its own.

const LOST_AFTER = 45_000 // three beats
const KEPT = 200

/** Hears all that happens after `since`; `tell` gets {is: 'news', seq, topics}, {is: 'on'}, {is: 'off'} or {is: 'out'}. */
export function openStream(since, tell) {
  const kept = [] // what was heard, for tabs that come later
  let last = since // a revision first, then the number of an event
  let isOn = false
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
    tell({ is: on ? 'on' : 'off', last })
  }
  function open() {
    heardAt = Date.now()
    source = new EventSource(`/live?since=${last}`)
    let stream
    source.addEventListener('hello', (event) => {
      heard(event)
      stream = event.data
      pause = 1000
      say(true)
    })
    source.addEventListener('changed', (event) => {
      heard(event)
      const news = { is: 'news', seq: Number(event.lastEventId), topics: event.data.split(' ') }
      kept.push(news)
      if (kept.length > KEPT) kept.shift()
      tell(news)
    })
    source.addEventListener('beat', (event) => {
      heard(event)
      void fetch(`/live/here?stream=${stream}`, { headers: { 'zaowan-poll': '1' } }).catch(() => {})
    })
    source.addEventListener('error', () => void again())
  }
  async function again() {
    source.close() // by ourselves: the address says how far we came, and a refusal ends it
    say(false)
    const reply = await fetch('/live/here', { headers: { 'zaowan-poll': '1', 'hx-request': 'true' } }).catch(
      () => undefined,
    )
    if (reply?.status === 401) return tell({ is: 'out' })
    setTimeout(open, pause * (0.5 + Math.random()))
    pause = Math.min(pause * 2, 15_000)
  }
  setInterval(() => {
    if (source.readyState !== EventSource.CLOSED && Date.now() - heardAt > LOST_AFTER) void again()
  }, 5000)
  open()

  return {
    /** What somebody who came as far as `from` has missed: topics, or undefined when that is no longer known. */
    missed: (revision) => {
      const from = Number.parseInt(revision, 10)
      if (from >= Number.parseInt(last, 10)) return []
      if (!kept.length || kept[0].seq > from + 1) return undefined
      return kept.filter(({ seq }) => seq > from).flatMap(({ topics }) => topics)
    },
    isOn: () => isOn,
  }
}

// ── as a shared worker ───────────────────────────────────────────────────────────────────────────────
const ports = new Set()
let stream

const say = (port, message) => port.postMessage(message, [])

function welcome(port, since) {
  ports.add(port)
  if (!stream) stream = openStream(since, (message) => ports.forEach((each) => say(each, message)))
  else {
    const topics = stream.missed(since)
    if (topics?.length !== 0) say(port, { is: 'news', topics: topics ?? ['*'] })
    say(port, { is: stream.isOn() ? 'on' : 'off' })
  }
}

if ('SharedWorkerGlobalScope' in self)
  self.addEventListener('connect', ({ ports: [port] }) => {
    port.addEventListener('message', ({ data }) => (data.is === 'bye' ? ports.delete(port) : welcome(port, data.since)))
    port.start()
  })
