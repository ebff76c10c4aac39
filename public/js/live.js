// What happens anywhere in the shop reaches this page: panels with data-topics ask for themselves again.

const one = (selector, root = document) => root.querySelector(selector)
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const place = one('#lost')

const REST = 1000 // at most so often a panel asks, ms
const isWriting = (element) => !!element?.closest?.('input:not([type=checkbox], [type=radio]), textarea, select')

// ── panels ───────────────────────────────────────────────────────────────────────────────────────────
const askedAt = new WeakMap()
const waiting = new WeakMap()

/** Somebody types here, has typed, or is about to press: it is not taken away under their hands. */
function isHeld(panel) {
  if (panel.contains(document.activeElement) && isWriting(document.activeElement)) return true
  if (one('[data-dirty], details.menu[open], dialog[open]', panel)) return true
  return panel.matches(':hover') && performance.now() - movedAt < 1500 && !!one('.rows', panel)
}
let movedAt = -Infinity
addEventListener('pointermove', () => (movedAt = performance.now()), { passive: true })

function ask(panel) {
  clearTimeout(waiting.get(panel))
  waiting.delete(panel)
  if (!panel.isConnected) return
  if (isHeld(panel)) {
    panel.dataset.behind = ''
    return void waiting.set(panel, setTimeout(ask, 700, panel))
  }
  void refresh(panel)
}
/**
 * Not by htmx's own request: what nobody pressed fails in silence, for the stream says when the server is gone; and who
 * began to type while the answer was on its way is not overwritten. `now`: whatever stands there.
 */
async function refresh(panel, { now = false } = {}) {
  delete panel.dataset.behind
  askedAt.set(panel, performance.now())
  const headers = { 'hx-request': 'true', 'zaowan-poll': '1' }
  const reply = await fetch(panel.getAttribute('hx-get'), { headers }).catch(() => undefined)
  if (reply?.status === 409) return showLost(place.dataset.out)
  if (reply?.status !== 200) return
  const text = await reply.text().catch(() => '')
  if (!text || !panel.isConnected) return
  if (!now && isHeld(panel)) return ask(panel)
  const select = panel.getAttribute('hx-select') ?? undefined
  await htmx.swap({ text, select, target: panel, sourceElement: panel, swap: 'outerMorph' })
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
  if (waiting.has(panel)) return
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

// ── the stream ───────────────────────────────────────────────────────────────────────────────────────
const GRACE = 4000 // a short break is nobody's concern
let lost

function hear(message) {
  if (message.is === 'news') return tellPanels(message.topics)
  clearTimeout(lost)
  if (message.is === 'on') {
    if (place.dataset.lost) tellPanels(['*'])
    showLost('')
  } else lost = setTimeout(showLost, message.is === 'out' ? 0 : GRACE, place.dataset[message.is])
}

function showLost(words) {
  const clock = new Date().toLocaleTimeString('zh-CN', { hour12: false, hour: '2-digit', minute: '2-digit' })
  place.dataset.lost = words ? 'yes' : ''
  place.hidden = !words
  if (words) one('span', place).textContent = words.replace('{time}', clock)
}

async function connect() {
  const { since, worker, reader } = place.dataset
  if (typeof SharedWorker === 'undefined') return (await import(worker)).openStream(since, hear)
  const { port } = new SharedWorker(worker, { type: 'module', name: `live ${reader}` })
  port.addEventListener('message', ({ data }) => hear(data))
  port.start()
  port.postMessage({ is: 'hello', since }, [])
  addEventListener('pagehide', () => port.postMessage({ is: 'bye' }, []))
  addEventListener('pageshow', ({ persisted }) => persisted && port.postMessage({ is: 'hello', since }, []))
}
if (place) void connect()
