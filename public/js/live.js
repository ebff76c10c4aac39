// What happens anywhere in the shop reaches this page: panels with data-topics ask for themselves again.

const one = (selector, root = document) => root.querySelector(selector)
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const place = one('#lost')

const saysWho = place ? { 'zaowan-reader': place.dataset.reader } : {}
// nothing is done in another's name: forms say for whom their page was made
addEventListener('htmx:config:request', ({ detail: { ctx } }) => Object.assign(ctx.request.headers, saysWho))

const REST = 1000 // at most so often a panel asks, ms
const READING = 6000 // so long after its last movement a pointer may still press what it is at, ms
const isWriting = (element) => !!element?.closest?.('input:not([type=checkbox], [type=radio]), textarea, select')

// ── panels ───────────────────────────────────────────────────────────────────────────────────────────
const askedAt = new WeakMap()
const waiting = new WeakMap()

/** Somebody types here, has typed, drags or is about to press: it is not taken away under their hands. */
function isHeld(panel) {
  if ('dragging' in document.body.dataset) return true
  if (panel.contains(document.activeElement) && isWriting(document.activeElement)) return true
  if (one('[data-dirty], details.menu[open], dialog[open]', panel)) return true
  return performance.now() - movedAt < READING && isUnderPointer(panel)
}
/** A list that is pointed at, or what stands above the panel that is: it would push away what is about to be pressed. */
function isUnderPointer(panel) {
  if (panel.matches('.bar')) return false // it stays as high as it is
  if (panel.matches(':hover')) return !!one('.rows, .things', panel)
  const pointed = one('[data-topics]:hover')
  return !!pointed && standsAbove(panel.getBoundingClientRect(), pointed.getBoundingClientRect())
}
const standsAbove = (a, b) => a.bottom <= b.top && a.left < b.right && b.left < a.right
let movedAt = -Infinity
addEventListener('pointermove', () => (movedAt = performance.now()), { passive: true })

function ask(panel) {
  clearTimeout(waiting.get(panel))
  waiting.delete(panel)
  if (!panel.isConnected || isOut()) return
  if (isHeld(panel)) {
    panel.dataset.behind = ''
    return void waiting.set(panel, setTimeout(ask, 700, panel))
  }
  void refresh(panel)
}
const AGAIN = 5000 // after an answer that did not come, ms
const underway = new WeakMap()

/**
 * Not by htmx's own request: what nobody pressed fails in silence and is asked again, for the stream says when the server
 * is gone; and who began to type while the answer was on its way is not overwritten. `now`: whatever stands there.
 */
async function refresh(panel, { now = false } = {}) {
  delete panel.dataset.behind
  askedAt.set(panel, performance.now())
  underway.get(panel)?.abort() // the later answer is the newer one
  const asking = new AbortController()
  underway.set(panel, asking)
  const headers = { 'hx-request': 'true', 'zaowan-poll': '1', ...saysWho, ...saysStream }
  const reply = await fetch(panel.dataset.from, { headers, signal: asking.signal }).catch(() => undefined)
  const text = reply?.status === 200 ? await reply.text().catch(() => '') : ''
  if (asking.signal.aborted || !panel.isConnected) return
  if (reply?.status === 409 || reply?.status === 401) return showOut()
  if (!panel.dataset.every && (reply?.status === 403 || reply?.status === 404)) return panel.remove() // no longer theirs
  if (!reply || reply.status >= 500) return void setTimeout(stale, AGAIN, panel)
  if (!text) return
  if (!now && isHeld(panel)) return ask(panel)
  const opened = all('details[open]', panel)
  await htmx.swap({ text, select: panel.dataset.part, target: panel, sourceElement: panel, swap: 'outerMorph' })
  opened.forEach((fold) => (fold.open = true)) // who opened it still reads it
}

// the word of a panel that held back what is new: its reader wants it now, whatever stands there
addEventListener('click', (event) => {
  const panel = event.target.closest?.('[data-take]')?.closest('[data-topics]')
  if (!panel) return
  clearTimeout(waiting.get(panel))
  waiting.delete(panel)
  void refresh(panel, { now: true })
})

/** Now, or when the panel has rested: ten changes a second are one question a second. */
function stale(panel) {
  if (waiting.has(panel) || isOut()) return
  const rest = (askedAt.get(panel) ?? -Infinity) + Number(panel.dataset.rest ?? REST) - performance.now()
  waiting.set(panel, setTimeout(ask, Math.max(0, rest), panel))
}

const concerns = (panel, topics) =>
  topics.includes('*') ||
  panel.dataset.topics.startsWith('*') ||
  panel.dataset.topics.split(' ').some((topic) => topics.includes(topic))
const panels = () => all('[data-topics]')

/** A page that nobody looks at asks when somebody does. */
const unseen = new Set()
function tellPanels(topics) {
  if (document.hidden) return topics.forEach((topic) => unseen.add(topic))
  panels()
    .filter((panel) => concerns(panel, topics))
    .forEach(stale)
}
addEventListener('visibilitychange', () => {
  if (document.hidden) return
  tellPanels(['minute', ...unseen])
  unseen.clear()
})

// what time itself changes looks again each minute, not all pages in the same moment
setInterval(() => setTimeout(tellPanels, Math.random() * 5000, ['minute']), 60_000)

// what hangs on more than happens in the shop looks again every few seconds, also without news
setInterval(() => {
  if (document.hidden) return
  for (const panel of all('[data-every]')) {
    if (!askedAt.has(panel)) askedAt.set(panel, performance.now())
    else if (performance.now() - askedAt.get(panel) >= panel.dataset.every * 1000) stale(panel)
  }
}, 1000)

// ── the stream ───────────────────────────────────────────────────────────────────────────────────────
const GRACE = 4000 // a short break is nobody's concern
let lost
/** By its stream the server knows who asks. */
let saysStream = {}

/** Somebody moved the demo's clock: what hangs on time itself is other too. */
function allWhenMoved(topics) {
  if (!topics.includes('demo')) return topics
  dispatchEvent(new Event('clock:moved'))
  return ['*']
}

function hear(message) {
  if (message.is === 'news') return tellPanels(allWhenMoved(message.topics))
  if (message.is === 'off' && isOut()) return // more is wrong than the line
  clearTimeout(lost)
  saysStream = message.stream ? { 'zaowan-stream': message.stream } : {}
  if (message.is === 'on') {
    const wasLost = place.dataset.lost
    showLost('')
    if (wasLost) tellPanels(['*'])
  } else if (message.is === 'out') showOut()
  else lost = setTimeout(showLost, GRACE, place.dataset.off)
}

/**
 * Somebody locked, signed out or changed on another page: what stands here is no longer this person's to show, and nothing
 * of it is asked any more until the stream is theirs again.
 */
function showOut() {
  if (!place) return
  clearTimeout(lost)
  showLost(place.dataset.out)
  document.body.dataset.out = 'yes'
}

const isOut = () => document.body.dataset.out === 'yes'

function showLost(words) {
  const clock = new Date().toLocaleTimeString('zh-CN', { hour12: false, hour: '2-digit', minute: '2-digit' })
  place.dataset.lost = words ? 'yes' : ''
  place.hidden = !words
  delete document.body.dataset.out
  if (words) one('span', place).textContent = words.replace('{time}', clock)
}

async function connect() {
  const { since, worker, reader } = place.dataset
  if (typeof SharedWorker === 'undefined') return (await import(worker)).openStream({ since, reader }, hear)
  const { port } = new SharedWorker(worker, { type: 'module', name: `live ${reader}` })
  port.addEventListener('message', ({ data }) => hear(data))
  port.start()
  port.postMessage({ is: 'hello', since, reader }, [])
  // back on this page: they may have signed in again on another
  const again = () => document.hidden || !isOut() || port.postMessage({ is: 'hello', since, reader }, [])
  addEventListener('visibilitychange', again)
  addEventListener('pagehide', () => port.postMessage({ is: 'bye' }, []))
  addEventListener('pageshow', ({ persisted }) => persisted && port.postMessage({ is: 'hello', since, reader }, []))
}
if (place) void connect()
