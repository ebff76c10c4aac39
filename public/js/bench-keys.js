// Keys become scans. A scanner is a keyboard that types a code within milliseconds and ends with Enter. A Chinese input
// method garbles what arrives in the field, so the code is rebuilt from the physical keys. Says `bench:scan`.

const field = document.getElementById('code')

/** Between two keys of a scanner, ms; people need 30 and more. */
const FAST = 20
/** Shorter bursts are fingers that roll. */
const SHORTEST = 6

const say = (code) => document.dispatchEvent(new CustomEvent('bench:scan', { detail: code }))
const isEnter = ({ code, key }) => code === 'Enter' || code === 'NumpadEnter' || (code === '' && key === 'Enter')
const isText = (element) => element !== field && element?.matches?.('input[type=text], textarea')

const signs = { Minus: '-', NumpadSubtract: '-', Period: '.', NumpadDecimal: '.', Slash: '/', Equal: '=', Quote: "'" }

/** The character that this physical key stands for; empty for keys that write nothing. */
function characterOf({ code, key, shiftKey }) {
  const [, character] = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(code) ?? []
  if (character && !(shiftKey && code.startsWith('Digit'))) return character
  if (signs[code]) return code === 'Minus' && shiftKey ? '_' : signs[code]
  return code === '' && key.length === 1 ? key : '' // a scanner in a mode without physical codes
}

// ── in the field: what stands in it, or the keys when an input method had a hand in it ──────────────
let typed = ''
let garbled = false

function clear() {
  typed = ''
  garbled = false
  field.value = ''
}

function finish() {
  const code = garbled ? typed : field.value || typed
  if (garbled) field.blur() // ends the composition, which may still write into the field
  clear()
  field.focus()
  say(code)
}

function inField(event) {
  if (event.isComposing || event.keyCode === 229) garbled = true
  if (isEnter(event)) {
    event.preventDefault()
    return finish()
  }
  if (event.code === 'Escape') return clear()
  if (event.code === 'Backspace') typed = typed.slice(0, -1)
  else typed += characterOf(event)
}

field.addEventListener('input', () => {
  if (field.value === '' && !garbled) typed = ''
})

// ── in a text that a person writes: only a scanner's burst is taken out again ────────────────────────
let burst = { keys: '', last: 0, before: '' }

function inText(event) {
  const since = event.timeStamp - burst.last
  if (isEnter(event)) {
    if (burst.keys.length < SHORTEST || since > FAST) return
    event.preventDefault()
    event.stopPropagation()
    event.target.blur()
    event.target.value = burst.before
    say(burst.keys)
  } else if (since <= FAST) burst.keys += characterOf(event)
  else burst = { keys: characterOf(event), last: 0, before: event.target.value }
  burst.last = event.timeStamp
}

addEventListener(
  'keydown',
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { target } = event
    if (isText(target)) return inText(event)
    if (target !== field) {
      if (!characterOf(event)) return // Tab, arrows, Space and Enter work on buttons as everywhere
      field.focus()
    }
    inField(event)
  },
  true,
)

// ── the field has the focus whenever nobody uses something else ───────────────────────────────────────
const toField = () => field.focus({ preventScroll: true })
const isUsed = () => isText(document.activeElement) || document.activeElement?.closest?.('a, button, summary')

addEventListener('focus', () => !isUsed() && toField())
addEventListener('click', (event) => {
  if (!isText(event.target) && !event.target.closest('a, summary')) toField()
})
document.addEventListener('focusout', () => setTimeout(() => document.activeElement === document.body && toField()))
document.addEventListener('bench:answer', () => !isText(document.activeElement) && toField())
toField()
