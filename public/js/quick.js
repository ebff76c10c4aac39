// The quick entry of the board: opens by its key or a scan, Enter goes on to the next field, done closes it.

const bar = document.querySelector('.quick')
const fieldsOf = (form) => [...form.elements].filter((field) => field.willValidate && field.type !== 'submit')
const firstToFill = (form) => fieldsOf(form).find((field) => !field.validity.valid)
const still = { preventScroll: true } // the form stands above the line: nothing has to move to show it
const isTyping = (element) =>
  !!element?.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')

// ── opening ──────────────────────────────────────────────────────────────────────────────────────────
bar?.addEventListener('toggle', opened, true) // a toggle does not bubble
function opened({ target }) {
  const form = target.open && target.querySelector('form')
  if (form && !form.contains(document.activeElement)) (firstToFill(form) ?? fieldsOf(form)[0])?.focus(still)
}
addEventListener('keydown', (event) => {
  const open = event.key === 'Escape' && !event.isComposing && bar?.querySelector('details[open]')
  if (open && !open.contains(document.activeElement)) open.open = false // board.js closes the one with the focus
})

/** Enter, also a scanner's, asks for what is still missing instead of sending half a form. */
bar?.addEventListener('keydown', (event) => {
  const { target } = event
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || !target.matches('input')) return
  const next = firstToFill(target.form)
  if (!next) return
  event.preventDefault()
  next.focus(still)
})

// ── keys and scans ───────────────────────────────────────────────────────────────────────────────────
const FAST = 35 // between two keys of a scanner, ms; fingers need 60 and more
const SHORTEST = 6
let digits = ''
let timer

function settle() {
  const keys = digits
  digits = ''
  clearTimeout(timer)
  if (keys.length >= SHORTEST) scanned(keys)
  else if (keys.length === 1 && document.body.dataset.keys !== 'off') bar.querySelector(`[data-key="${keys}"]`)?.click()
}

/** Into the form that is open, else a new flag: what people scan for most. */
function scanned(keys) {
  const place = bar.querySelector('details[open] [data-scan]') ?? bar.querySelector('[data-scan]')
  place.closest('details').open = true
  place.value = keys
  place.dispatchEvent(new Event('input', { bubbles: true }))
  firstToFill(place.form)?.focus(still)
}

if (bar)
  addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const digit = (/^(?:Digit|Numpad)(\d)$/.exec(event.code) ?? /^(\d)$/.exec(event.key))?.[1] ?? ''
      const ends = event.key === 'Enter' && digits.length >= SHORTEST
      if ((!digit || event.shiftKey) && !ends) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (ends) return settle()
      digits += digit
      clearTimeout(timer)
      timer = setTimeout(settle, FAST)
    },
    true,
  )

// ── done, or refused ─────────────────────────────────────────────────────────────────────────────────
addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  const form = ctx?.sourceElement
  if (!form?.matches?.('.quick form')) return
  if (document.querySelector('#problem')) {
    // somebody was faster: the order as it is now, and sent again it is meant
    if (ctx.response?.raw.status === 409) form.querySelector('[data-scan]')?.dispatchEvent(new Event('again'))
    return
  }
  form.querySelectorAll('output').forEach((found) => found.replaceChildren())
  form.closest('details').open = false
})
