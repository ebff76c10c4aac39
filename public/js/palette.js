// The search that opens over every page: Ctrl/⌘+K or /, a few letters, Enter. What it finds comes from the server.

const one = (selector, root = document) => root.querySelector(selector)
const all = (selector, root = document) => [...root.querySelectorAll(selector)]

const PAUSE = 90 // after a letter, before it is asked for, ms
const isComposing = (event) => event.isComposing || event.keyCode === 229

/** What is listed before anything is typed, shown at once the next time. */
let atFirst = ''

function make(opener) {
  const dialog = document.createElement('dialog')
  dialog.className = 'palette'
  dialog.setAttribute('aria-label', opener.getAttribute('aria-label'))
  dialog.innerHTML =
    '<form id="palette" action="/find" role="search"><input name="q" maxlength="100" autocomplete="off" spellcheck="false" enterkeyhint="go" role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls="choices"></form><div></div><p class="quiet"></p>'
  const input = one('input', dialog)
  input.placeholder = opener.dataset.hint
  input.setAttribute('aria-label', opener.getAttribute('aria-label'))
  one('p', dialog).textContent = opener.dataset.keys
  return dialog
}

function openPalette(opener) {
  const dialog = make(opener)
  const input = one('input', dialog)
  const place = one('div', dialog)
  let shown // the words of which the list is
  let asking
  let timer
  let isWanted = false // Enter came before the list did

  const choices = () => all('[role=option]', place)
  const chosen = () => one('[aria-selected=true]', place)

  function choose(next) {
    chosen()?.setAttribute('aria-selected', 'false')
    next?.setAttribute('aria-selected', 'true')
    next?.scrollIntoView({ block: 'nearest' })
    if (next) input.setAttribute('aria-activedescendant', next.id)
    else input.removeAttribute('aria-activedescendant')
  }
  function move(step) {
    const list = choices()
    const at = list.indexOf(chosen())
    choose(list[(at + step + list.length) % list.length])
  }
  function show(html, words) {
    place.innerHTML = html
    shown = words
    choices().forEach((choice, i) => (choice.id = `choice-${i}`))
    choose(choices()[0])
    if (isWanted) go()
  }

  async function look() {
    const words = input.value
    asking?.abort()
    asking = new AbortController()
    const query = `/find/results?palette=1&q=${encodeURIComponent(words)}`
    const headers = { 'hx-request': 'true' }
    const reply = await fetch(query, { headers, signal: asking.signal }).catch(() => undefined)
    if (reply?.status === 401) return location.assign('/find') // locked meanwhile: to the door
    if (!reply?.ok || !dialog.open || input.value !== words) return
    const html = await reply.text().catch(() => undefined) // the next letter came before all of this answer
    if (html === undefined || input.value !== words) return
    if (!words) atFirst = html
    if (shown !== words || html !== atFirst) show(html, words)
  }

  /** To what is chosen; a list that has not come yet is waited for. */
  function go() {
    if (shown !== input.value) {
      isWanted = true
      clearTimeout(timer)
      return void look()
    }
    isWanted = false
    chosen()?.click()
  }

  input.addEventListener('input', (event) => {
    isWanted = false
    clearTimeout(timer)
    if (!event.isComposing) timer = setTimeout(look, PAUSE)
  })
  input.addEventListener('compositionend', () => (timer = setTimeout(look, PAUSE)))
  dialog.addEventListener('keydown', (event) => {
    if (isComposing(event)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) move(step)
    else if (event.key === 'Enter') go()
    else return
    event.preventDefault()
  })
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest?.('a')) dialog.close() // beside it, or on to somewhere
  })
  dialog.addEventListener('close', () => {
    asking?.abort()
    dialog.remove()
  })

  document.body.append(dialog)
  dialog.showModal()
  input.focus()
  if (atFirst) show(atFirst, '')
  void look()
}

/** Over this page; on the page of the search itself, its own field. */
function search(opener) {
  const box = one('.finder')
  if (box) return box.select()
  if (!one('dialog[open]')) openPalette(opener)
}

addEventListener('click', (event) => {
  const opener = event.target.closest?.('a.find')
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return
  const isTouched = event.detail > 0 && matchMedia('(width < 48rem)').matches
  if (isTouched) return // on a phone the search is a page, with room for its keyboard
  event.preventDefault()
  search(opener)
})

// also out of a field in which something is being written: what is typed there stays
addEventListener('keydown', (event) => {
  if (isComposing(event) || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
  const opener = event.key.toLowerCase() === 'k' && one('a.find')
  if (!opener) return
  event.preventDefault()
  if (one('dialog.palette')) one('dialog.palette input').select()
  else search(opener)
})
