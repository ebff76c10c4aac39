// A screen on a wall: it counts down by the board's clock, turns its pages, asks for news, and says when it cannot.

const wall = document.querySelector('.wall')
const all = (selector) => [...wall.querySelectorAll(selector)]
const one = (selector) => wall.querySelector(selector)

const ASK_EVERY = 5000
const REST = 500
const TURN_EVERY = 20_000
const LATE = 600_000
const SOON = 1_800_000

// ── time: the board's, told with each answer; a screen's own clock is often wrong ────────────────────
let ahead = Number(wall.dataset.now) - performance.now()
const now = () => performance.now() + ahead
const clock = (at, seconds) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: wall.dataset.zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  }).format(at)

const two = (n) => String(n).padStart(2, '0')
function countdown(ms) {
  const total = Math.max(0, Math.ceil(ms / 1000))
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  return h ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}

function tick() {
  for (const place of all('[data-cutoff]')) {
    const left = Number(place.dataset.cutoff) - now()
    place.querySelector('time').textContent = countdown(left)
    if (left < SOON) place.dataset.tone = left < LATE ? 'late' : 'soon'
  }
  for (const place of all('[data-clock]')) place.textContent = clock(now(), true)
  const words = wall.hasAttribute('data-behind') ? wall.dataset.lost : wall.dataset.fine
  for (const place of all('[data-state]')) place.textContent = words.replace('{time}', clock(heardAt, false))
}

// ── pages: they turn by themselves; where motion is unwelcome, or the screen is small, all stand at once ──
const still = matchMedia('(prefers-reduced-motion: reduce), (width < 48rem)')
let turned = 0

function showTurn() {
  const turns = all('.turn')
  wall.toggleAttribute('data-turning', !still.matches)
  turns.forEach((turn, i) => turn.toggleAttribute('data-shown', i === turned % turns.length))
  const dots = one('.dots')
  if (dots)
    dots.textContent = still.matches ? '' : turns.map((_, i) => (i === turned % turns.length ? '●' : '○')).join(' ')
}
setInterval(() => {
  turned++
  showTurn()
}, TURN_EVERY)
still.addEventListener('change', showTurn)

// ── news: what it is shows as long as there is nothing newer, and says since when ────────────────────
let heardAt = now()
let etag
let stream = '' // by it the board knows that somebody is there

async function lookAgain() {
  const headers = { 'zaowan-poll': '1', ...(etag ? { 'if-none-match': etag } : {}) }
  const options = { headers, cache: 'no-store', signal: AbortSignal.timeout(ASK_EVERY * 2) }
  const reply = await fetch(`${wall.dataset.src}?stream=${stream}`, options).catch(() => undefined)
  if (reply?.status === 404) return location.reload() // it was ended: the page says so
  const told = Number(reply?.headers.get('zaowan-now'))
  const isFine = told > 0 && (reply.ok || reply.status === 304)
  if (isFine) {
    if (reply.headers.get('zaowan-build') !== wall.dataset.build) return location.reload() // a newer board
    const html = reply.ok ? await reply.text().catch(() => undefined) : undefined
    if (html) wall.innerHTML = html
    if (html) etag = reply.headers.get('etag')
    ahead = told - performance.now()
    heardAt = told
  }
  wall.toggleAttribute('data-behind', !isFine)
  showTurn()
  tick()
}
async function keepAsking() {
  await lookAgain().catch(() => {})
  setTimeout(keepAsking, ASK_EVERY)
}

// ── what happens is told at once; asking goes on beside it, for it shows that the server is there ───────
let soon
function askSoon() {
  soon ??= setTimeout(() => {
    soon = undefined
    void lookAgain()
  }, REST)
}
function listen(from) {
  const source = new EventSource(from)
  source.addEventListener('hello', ({ data }) => (stream = data))
  source.addEventListener('changed', askSoon)
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, ASK_EVERY, from) // refused: it does not try again
  })
}
if (wall.dataset.live) listen(wall.dataset.live)

setInterval(tick, 1000)
showTurn()
tick()
setTimeout(keepAsking, ASK_EVERY)
