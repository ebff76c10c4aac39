// Everything that moves on a page: countdown, undo that runs out, keys, selection, errors of refused forms, idle lock.
// No words live here: the server writes them into data attributes in the reader's language.

const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const one = (selector, root = document) => root.querySelector(selector)

// ── time: by the board's own clock, asked once, whatever this machine's clock says ──────────────────
let ahead // of performance.now(), in ms

async function askTime() {
  const asked = performance.now()
  const reply = await fetch('/now').catch(() => undefined)
  if (reply?.ok) ahead = Number(await reply.text()) - (asked + performance.now()) / 2
}

const two = (n) => String(n).padStart(2, '0')
function countdown(ms) {
  const total = Math.max(0, Math.ceil(ms / 1000))
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  return h ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}

function tickPlate(plate) {
  const left = Number(plate.dataset.until) - (performance.now() + ahead)
  one('time', plate).textContent = countdown(left)
  const bar = one('progress', plate)
  if (bar) bar.value = Math.min(60, Math.max(0, Math.ceil(left / 60_000)))
  if (left < 600_000) plate.dataset.tone = 'late'
  else if (left < 1_800_000) plate.dataset.tone = 'soon'
  if (left < -2000 && left > -20_000) showFrozen(plate)
}

/** The cutoff has come: a page on which nobody is typing shows what is frozen. */
function showFrozen(plate) {
  if (plate.dataset.past) return
  plate.dataset.past = 'yes'
  const isOnItsWay = one('form[data-slow=running]') // it shows another page in a moment
  if (!isOnItsWay && !isTyping(document.activeElement) && !one('[data-dirty]')) location.reload()
}

const deadlines = new WeakMap()

/** Data of the form "10000": milliseconds from when this element came. */
function deadlineOf(element, ms) {
  if (!deadlines.has(element)) deadlines.set(element, performance.now() + Number(ms))
  return deadlines.get(element)
}

function tickToast(toast) {
  const left = deadlineOf(toast, toast.dataset.toast) - performance.now()
  const seconds = one('[data-seconds]', toast)
  if (seconds) seconds.textContent = Math.max(0, Math.ceil(left / 1000))
  if (left <= 0) toast.hidden = true
}

function tick() {
  if (ahead !== undefined) all('[data-until]').forEach(tickPlate)
  all('[data-toast]:not([hidden])').forEach(tickToast)
}
setInterval(tick, 1000)
if (one('[data-until]')) void askTime().then(tick)
// a computer that slept has lost count
addEventListener('visibilitychange', () => !document.hidden && one('[data-until]') && void askTime().then(tick))

// the demo's clock was moved, over the cutoff it may be
async function catchUp() {
  await askTime()
  tick()
  all('[data-until]')
    .filter((plate) => Number(plate.dataset.until) < performance.now() + ahead)
    .forEach(showFrozen)
}
addEventListener('clock:moved', () => void catchUp())

// a menu longer than the screen begins where one is
one('.bar nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })

// the field that is meant takes the keys at once: the browser's own autofocus waits for the first painting
one(location.hash ? `#${CSS.escape(location.hash.slice(1))}` : '[autofocus]')?.focus()

// ── keys: single letters, never while typing or composing, switchable off on one's own page ──────────
const isTyping = (element) =>
  !!element?.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
const keysOff = () => document.body.dataset.keys === 'off'
// whoever leads has a list of what is late before all others; handovers, meetings and notices are no tables
const ROW = '.rows tbody tr, .lead .gaps li, li.item, .points > li, .notice'
/** What has the focus when one is at this row. */
const doorOf = (row) => one('a[href]', row) ?? one('button:not([disabled]), summary, input[type=checkbox]', row)
const rows = () => all(ROW).filter((row) => row.checkVisibility() && doorOf(row))

function moveTo(step) {
  const list = rows()
  const at = list.indexOf(document.activeElement?.closest(ROW))
  const next = list[Math.min(list.length - 1, Math.max(0, at + step))]
  if (next) doorOf(next).focus()
}

const moves = {
  j: () => moveTo(1),
  k: () => moveTo(-1),
  x: () => one('input[type=checkbox]', document.activeElement?.closest('tr'))?.click(),
}

addEventListener('keydown', (event) => {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') return one('dialog[open]') ? undefined : escape() // a dialog closes by itself
  if (keysOff() || isTyping(event.target) || one('dialog[open]')) return
  const target = one(`[data-key="${CSS.escape(event.key)}"]:not([disabled])`)
  const act = target ? () => target.click() : moves[event.key]
  if (!act) return
  event.preventDefault()
  act()
})

function escape() {
  const open = one('details[open]:has(:focus)')
  if (open) {
    open.open = false
    one('summary', open).focus()
    return
  }
  if (isTyping(document.activeElement)) return document.activeElement.blur()
  all('input[data-pick]:checked').forEach((box) => (box.checked = false))
  countPicked()
}

// ── picking rows: boxes with data-pick, the bar with data-bulk shows how many ────────────────────────
let lastPicked

function countPicked() {
  const boxes = all('input[data-pick]')
  const picked = boxes.filter((box) => box.checked)
  boxes.forEach((box) => box.closest('tr')?.setAttribute('aria-selected', String(box.checked)))
  all('[data-bulk]').forEach((bar) => (bar.hidden = picked.length === 0))
  all('[data-picked]').forEach((place) => (place.textContent = picked.length))
  const every = one('input[data-pick-all]')
  if (every) {
    every.checked = picked.length > 0 && picked.length === boxes.length
    every.indeterminate = picked.length > 0 && picked.length < boxes.length
  }
}

addEventListener('click', (event) => {
  const box = event.target.closest?.('input[data-pick]')
  if (!box) return
  const boxes = all('input[data-pick]')
  if (event.shiftKey && lastPicked) {
    const [from, to] = [boxes.indexOf(lastPicked), boxes.indexOf(box)].sort((a, b) => a - b)
    boxes.slice(from, to + 1).forEach((b) => (b.checked = box.checked))
  }
  lastPicked = box
  countPicked()
})

addEventListener('change', (event) => {
  if (event.target.matches('input[data-pick-all]')) {
    all('input[data-pick]').forEach((box) => (box.checked = event.target.checked))
    countPicked()
  }
  // a choice that is a whole answer: filters, the shop
  if (event.target.matches('[data-submit]')) event.target.form.requestSubmit()
  showBranches(event.target.form)
})

// ── forms that show a part only for some choices: <p data-when="reason=ship_later">, or data-when="flag=purple green" ──
function showBranches(form) {
  if (!form) return
  const values = new FormData(form)
  for (const part of all('[data-when]', form)) {
    const [name, wanted = ''] = part.dataset.when.split('=')
    const shown = values.getAll(name).some((value) => wanted.split(' ').includes(value))
    part.hidden = !shown
    all('input, select, textarea', part).forEach((field) => (field.disabled = !shown))
  }
}

// ── small comforts ───────────────────────────────────────────────────────────────────────────────
/** Without HTTPS there is no clipboard but the old one. */
function copiedFromField(text, beside) {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  beside.after(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  beside.focus()
  return copied
}

/** Ticks the button only when the text is really there to be pasted. */
async function copyFrom(button) {
  const text = button.dataset.copy
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  if (!copied && !copiedFromField(text, button)) return
  button.dataset.copied = 'yes'
  setTimeout(() => delete button.dataset.copied, 1500)
}

addEventListener('click', (event) => {
  const copy = event.target.closest?.('[data-copy]')
  if (copy) void copyFrom(copy)
  if (event.target.closest?.('[data-back]') && history.length > 1) {
    event.preventDefault()
    history.back()
  }
  // an open menu closes when something else is pressed
  for (const menu of all('details.menu[open], details.shops[open]')) if (!menu.contains(event.target)) menu.open = false
})

addEventListener('input', (event) => event.target.closest?.('form')?.setAttribute('data-dirty', ''))
addEventListener('submit', (event) => event.target.removeAttribute?.('data-dirty'))

// ── a refused form: the summary is in #alerts, each field gets its own word; what was typed stays ─────
let asked
/** Where a form was sent, by its request: the form itself may be another one when the answer has come. */
const sent = new WeakMap()
/** Ids of buttons that are pressed again and again, by their request. */
const pressed = new WeakMap()

addEventListener('htmx:before:request', (event) => {
  const { ctx } = event.detail
  const action = ctx.sourceElement?.matches?.('form') && ctx.sourceElement.getAttribute('hx-post')
  if (action) sent.set(ctx, action)
  asked = event.detail.ctx.sourceElement?.closest?.('form') ?? asked
  pressed.set(ctx, ctx.sourceEvent?.submitter?.id ?? '')
})

function clearErrors(form) {
  for (const word of all('[data-error]:not([hidden])', form ?? document)) {
    word.hidden = true
    word.textContent = ''
  }
  all('[aria-invalid]', form ?? document).forEach((field) => {
    field.removeAttribute('aria-invalid')
    field.removeAttribute('aria-describedby')
  })
}

function placeErrors() {
  clearErrors(asked)
  const problem = one('#problem')
  if (!problem || !asked) return
  let first
  for (const item of all('[data-field]', problem)) {
    const name = item.dataset.field
    const field = asked.elements.namedItem(name)
    const place = one(`[data-error="${CSS.escape(name)}"]`, asked)
    if (!place || !(field instanceof Element)) continue
    place.id ||= `error-${name}`
    place.textContent = item.textContent
    place.hidden = false
    field.setAttribute('aria-invalid', 'true')
    field.setAttribute('aria-describedby', place.id)
    first ??= field
  }
  first?.focus()
}

const isBox = (field) => field.matches('[type=checkbox], [type=radio]')
const isFilled = (field) => (isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue)
/** The same field of the same form, whichever element that is. */
const nameOf = (field) => `${field.form?.getAttribute('action')} ${field.name} ${isBox(field) ? field.value : ''}`
const fieldsIn = (part) => all('input:not([type=hidden]), textarea, select', part)

/** Somebody was faster: what they did is shown, what was filled in stays, and sent again it is meant. */
async function showNewest() {
  const main = one('#main')
  const reader = one('#lost')?.dataset.reader
  const reply = await fetch(location.href, { headers: reader ? { 'zaowan-reader': reader } : {} }).catch(
    () => undefined,
  )
  if (!reply?.ok || !main?.isConnected) return
  const text = await reply.text()
  const [opened, dirty] = [all('details[open]', main), all('[data-dirty]', main)]
  const filled = new Map(fieldsIn(main).filter(isFilled).map((field) => [nameOf(field), { value: field.value, checked: field.checked }])) // prettier-ignore
  await htmx.swap({ text, select: '#main', target: main, sourceElement: main, swap: 'outerMorph' })
  opened.forEach((fold) => (fold.open = true))
  dirty.forEach((form) => form.setAttribute('data-dirty', ''))
  for (const field of fieldsIn(one('#main'))) {
    const was = filled.get(nameOf(field))
    if (was && isBox(field)) field.checked = was.checked
    else if (was) field.value = was.value
  }
}

const formsTo = (action) => all('form[hx-post]').filter((form) => form.getAttribute('hx-post') === action)

// done: the field is left before its place changes, or the page would follow it; single keys (undo) work at once
addEventListener('htmx:before:swap', (event) => {
  const { ctx } = event.detail
  if (!ctx.response?.raw.ok || !sent.has(ctx)) return
  if (formsTo(sent.get(ctx)).some((form) => form.contains(document.activeElement))) document.activeElement.blur()
})

addEventListener('htmx:after:swap', (event) => {
  const action = sent.get(event.detail.ctx)
  const refused = asked && one('#problem')
  if (refused && !refused.dataset.seen) {
    refused.dataset.seen = 'yes'
    placeErrors()
    if (event.detail.ctx.response?.raw.status === 409) void showNewest()
  } else if (action) {
    one('#alerts')?.replaceChildren()
    clearErrors()
    formsTo(action).forEach((form) => form.reset()) // its words are not sent a second time
  }
  all('form').forEach(showBranches)
  countPicked()
  if (ahead === undefined && one('[data-until]')) void askTime().then(tick)
  tick()
})

/** Where it can be pressed no more, the other button of its form has the focus. */
function backTo(id) {
  const button = document.getElementById(id)
  const next = button?.disabled ? one('button:not([disabled])', button.form) : button
  next?.focus()
}

// htmx unlocks what it had locked meanwhile, also a button that on the new page is locked: only then all is as it stays
addEventListener('htmx:finally:request', ({ detail: { ctx } }) => {
  if (ctx.status !== 'swapped' || !ctx.response.raw.ok) return
  const locked = ctx.disabledElements.filter((button) => button.disabled && button.closest('#main'))
  queueMicrotask(() => {
    locked.forEach((button) => (button.disabled = true))
    if (document.activeElement === document.body) backTo(pressed.get(ctx))
  })
})

/** The server did not answer at all: say so in the page's language, keep what was typed. A look-up had nothing to save. */
addEventListener('htmx:error', ({ detail }) => {
  const words = document.body.dataset.offline
  if (!words || detail.ctx?.request.method === 'GET') return
  const box = document.createElement('div')
  box.id = 'problem'
  box.className = 'problem'
  box.dataset.tone = 'late'
  box.dataset.seen = 'yes' // so that the next answer takes it away
  box.textContent = words
  one('#alerts')?.replaceChildren(box)
})

// ── the browser's way back: its kept copy may be of somebody who has locked or left, so the server is asked again ──
addEventListener('pageshow', (event) => {
  const [entry] = performance.getEntriesByType('navigation')
  if (event.persisted || entry?.type === 'back_forward') location.reload()
})

// ── idle: a shared computer locks itself; typing, moving and touching count, refreshing does not ───────
const idleMs = Number(document.body.dataset.idle ?? 0)
if (idleMs) {
  let touched = performance.now()
  let told = touched
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
    addEventListener(kind, () => (touched = performance.now()), { passive: true })
  setInterval(() => {
    if (performance.now() - touched >= idleMs) {
      const next = encodeURIComponent(location.pathname + location.search)
      location.href = `/sign-in?next=${next}`
    } else if (touched - told > 60_000) {
      told = touched // who types for long asks for nothing: the server must not lock under their hands
      void fetch('/here', { method: 'POST' }).catch(() => {})
    }
  }, 5000)
}

all('form').forEach(showBranches)
countPicked()
