// Help with the keys of the page one is on, arrows in the search, and switching single keys off.

const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const one = (selector, root = document) => root.querySelector(selector)

// ── single keys can be switched off on a computer (WCAG 2.1.4); keys with Ctrl or ⌘ stay ─────────────
const SWITCH = 'zaowan-keys'
const isOff = () => localStorage.getItem(SWITCH) === 'off'
const showSwitch = () => (isOff() ? (document.body.dataset.keys = 'off') : delete document.body.dataset.keys)
showSwitch()

function offerSwitch(root) {
  const place = one('[data-keys-switch]', root)
  if (!place) return
  const box = one('input', place)
  place.hidden = false
  box.checked = !isOff()
  box.addEventListener('change', () => {
    localStorage.setItem(SWITCH, box.checked ? 'on' : 'off')
    showSwitch()
  })
}

// ── help: the house's keys come from the server, this page's are read from its marks ─────────────────
function wordOf(element) {
  const label = element.getAttribute('aria-label')
  if (label) return label
  const copy = element.cloneNode(true)
  all('kbd, .badge, [data-seconds]', copy).forEach((part) => part.remove())
  return copy.textContent.trim().replace(/\s+/g, ' ')
}

const isThere = (element) => element.checkVisibility() || element.closest('details')

function keysHere(root) {
  const house = new Set(all('[data-house]', root).map((mark) => mark.dataset.house.toLowerCase()))
  const marks = all('[data-key]:not([disabled])').filter(isThere)
  const found = new Map()
  for (const mark of marks)
    if (!house.has(mark.dataset.key.toLowerCase()) && !found.has(mark.dataset.key)) found.set(mark.dataset.key, mark)
  return [...found].map(([key, mark]) => [key.length === 1 ? key.toUpperCase() : key, wordOf(mark)])
}

function listKeys(root) {
  const place = one('[data-here]', root)
  if (!place) return // nobody is signed in: no keys
  const keys = keysHere(root)
  place.hidden = keys.length === 0
  for (const [key, word] of keys) {
    const [dt, kbd, dd] = ['dt', 'kbd', 'dd'].map((name) => document.createElement(name))
    kbd.textContent = key
    dd.textContent = word
    dt.append(kbd)
    one('dl', place).append(dt, dd)
  }
}

async function openHelp(href) {
  const reply = await fetch(href, { headers: { 'hx-request': 'true' } }).catch(() => undefined)
  if (!reply?.ok || one('dialog[open]')) return reply?.ok || location.assign(href)
  const dialog = document.createElement('dialog')
  dialog.className = 'helping'
  dialog.innerHTML = await reply.text()
  dialog.setAttribute('aria-label', one('h1', dialog).textContent)
  listKeys(dialog)
  offerSwitch(dialog)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-help]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const menu = link.closest('details')
  if (menu) menu.open = false
  void openHelp(link.getAttribute('href'))
})
offerSwitch(document)

// ── in the search: down to what was found, and up again ──────────────────────────────────────────────
addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || event.isComposing || !one('.finder')) return
  const stops = [one('.finder'), ...all('#found a[href]')]
  const at = stops.indexOf(document.activeElement)
  if (at < 0 || !stops[at + step]) return
  event.preventDefault()
  stops[at + step].focus()
})
