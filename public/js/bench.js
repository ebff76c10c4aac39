// Scans go to the server one after another, each with an id of its own; what waits is kept in the tab, so that neither a
// slow server nor a reload loses one. The answer comes back as HTML and is put in around the field.

const main = document.getElementById('main')
const form = document.getElementById('scanning')
const one = (id) => document.getElementById(id)
const parts = ['modes', 'word', 'progress', 'sign', 'said', 'pack', 'last', 'forgotten']
const marks = ['tone', 'look', 'sound', 'mode', 'scan']
const DONE = 'ZW-DONE'
const REPEAT_MS = 2000
const pause = (ms) => new Promise((done) => setTimeout(done, ms))

// ── the queue ────────────────────────────────────────────────────────────────────────────────────────
const KEPT = 'zaowan-scans'
const { who } = main.dataset
const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]')
/** Scans of whoever used this tab before wait for them: a record names the person who made it. */
const others = kept.filter((scan) => scan.who !== who)
const queue = kept.filter((scan) => scan.who === who)

function keep() {
  sessionStorage.setItem(KEPT, JSON.stringify([...others, ...queue]))
  showWaiting()
}

/** crypto.randomUUID exists only over https and on localhost. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 15) | 64
  bytes[8] = (bytes[8] & 63) | 128
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}

let last = { key: '', at: -REPEAT_MS }

/** `screen`: what was pressed belongs to what stood on the screen then; a scan belongs to what its turn finds. */
function take(code, screen) {
  const key = `${code} ${JSON.stringify(screen)}`
  const now = performance.now()
  if (last.key === key && now - last.at < REPEAT_MS) return
  last = { key, at: now }
  const scan = { id: newId(), who, handle: main.dataset.handle, code, at: Date.now(), screen }
  if (screen && turning) queue.splice(1, 0, scan)
  else queue.push(scan)
  keep()
  void work()
}

const onScreen = (why = '') => {
  const data = new FormData(form)
  return { open: data.get('open'), ticked: data.getAll('ticked'), why }
}

let turning = false
let working = false

async function work() {
  if (working) return
  working = true
  while (queue.length) {
    const answer = await turn(queue[0])
    queue.shift()
    keep()
    if (answer) show(answer)
  }
  working = false
}

/** A number or a mode presses what stands on the screen; all else is the server's to answer. */
async function turn(scan) {
  const card = scan.code.trim().toUpperCase()
  const mode = document.querySelector(`[data-card="${CSS.escape(card)}"]`)
  if (mode) return get(mode.href)
  const n = /^ZW-([1-9])$/.exec(card)?.[1] ?? (/^[1-9]$/.test(card) ? card : undefined)
  const target = n && document.querySelectorAll('#pack [data-n]')[n - 1]
  if (!target) return post(scan)
  turning = true
  target.click()
  turning = false
}

// ── asking the server, again and again while it is away ──────────────────────────────────────────────
const head = { 'hx-request': 'true' }

function post({ id, code, at, screen = onScreen() }) {
  const body = new URLSearchParams({ id, code, mode: main.dataset.mode, why: screen.why })
  if (screen.open) body.set('open', screen.open)
  for (const tick of screen.ticked) body.append('ticked', tick)
  return ask('/bench/scans', () => {
    body.set('ago', String(Math.max(0, Date.now() - at)))
    return { method: 'POST', body, headers: head }
  })
}
const get = (href) => ask(href, () => ({ headers: head }))

async function ask(href, init) {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(href, { ...init(), signal: AbortSignal.timeout(15_000) }).catch(() => undefined)
    if (answer?.status === 401) return signIn()
    if (answer && answer.status < 500 && answer.status !== 429) {
      showLink(true)
      return answer.text()
    }
    showLink(false)
    await pause(Math.min(5000, 250 * 2 ** tries))
  }
}

/** The scans stay in the tab; whoever signs in comes back here. */
function signIn() {
  location.assign(`/sign-in?next=${encodeURIComponent('/bench')}`)
  return new Promise(() => {})
}

// ── showing ──────────────────────────────────────────────────────────────────────────────────────────
let beat = 0

function show(html) {
  const answer = new DOMParser().parseFromString(html, 'text/html')
  const fresh = answer.querySelector('#main.scan')
  const problem = answer.querySelector('#problem')
  one('alerts').replaceChildren(...(problem ? [problem] : []))
  if (fresh) replace(fresh)
  document.dispatchEvent(new CustomEvent('bench:answer', { detail: fresh ? main.dataset.sound : 'unknown' }))
}

function replace(fresh) {
  for (const id of parts) one(id).replaceChildren(...fresh.querySelector(`#${id}`).childNodes)
  for (const mark of marks) {
    if (fresh.dataset[mark] === undefined) delete main.dataset[mark]
    else main.dataset[mark] = fresh.dataset[mark]
  }
  main.dataset.beat = beat ^= 1 // the same answer again is still seen to be a new one
  form.elements.mode.value = main.dataset.mode
  const { scan, mode } = main.dataset
  history.replaceState(null, '', `/bench?${new URLSearchParams({ ...(scan && { scan }), mode })}`)
}

function showLink(connected) {
  const link = one('link')
  link.dataset.connected ??= link.textContent
  link.dataset.state = connected ? 'on' : 'lost'
  link.textContent = connected ? link.dataset.connected : link.dataset.lost
}

/** A scan that is answered at once never shows as waiting. */
const PATIENCE = 400
let shown

function showWaiting() {
  clearTimeout(shown)
  if (queue.length) shown = setTimeout(writeWaiting, PATIENCE)
  else writeWaiting()
}

function writeWaiting() {
  const word = one('waiting').dataset.word
  const mine = queue.length ? [`${word} ${queue.length} (${queue.map((s) => s.code.slice(-6)).join(' ')})`] : []
  const theirs = [...new Set(others.map((s) => s.handle))].map((handle) => `${handle} ${word}`)
  one('waiting').textContent = [...mine, ...theirs].join(' · ')
  main.toggleAttribute('data-waiting', queue.length > 0)
}

// ── what is scanned, pressed and ticked ──────────────────────────────────────────────────────────────
document.addEventListener('bench:scan', ({ detail: code }) => {
  if (code.trim()) take(code.trim())
  else if (onScreen().open) take(DONE, onScreen())
})

/** Every button of the answer, and Enter in a text. */
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const { name, value } = event.submitter ?? {}
  const typed = [...form.elements].find((e) => e.name === 'why' && e.type === 'text')?.value ?? ''
  take(name === 'code' ? value : DONE, onScreen(name === 'why' ? value : typed))
})

/** The last tick packs. */
one('pack').addEventListener('change', ({ target }) => {
  const boxes = [...one('pack').querySelectorAll('input[type=checkbox]')]
  if (boxes.includes(target) && boxes.every((box) => box.checked)) take(DONE, onScreen())
})

one('modes').addEventListener('click', (event) => {
  const link = event.target.closest('a')
  if (!link) return
  event.preventDefault()
  take(link.dataset.card)
})

keep()
void work()
