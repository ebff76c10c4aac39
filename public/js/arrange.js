// A panel is dragged by its grip to another's place: an extra to the buttons below the board, and saved by their forms.

const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const one = (selector, root = document) => root.querySelector(selector)

const panelAt = (x, y) => document.elementFromPoint(x, y)?.closest('.board .panel')
const widthOf = (panel) => one('[data-grip]', panel)?.dataset.grip

let drag // { id, width } of the panel in hand, `onto`: the id of the one whose place it would take
// by id, never by element: what is asked anew meanwhile may come as another element

addEventListener('pointerdown', (event) => {
  const grip = event.button === 0 && event.target.closest?.('[data-grip]')
  if (!grip) return
  event.preventDefault() // no selecting of words
  drag = { id: grip.closest('.panel').id, width: grip.dataset.grip }
  document.body.dataset.dragging = ''
  show()
})

addEventListener('pointermove', (event) => {
  if (!drag) return
  const panel = panelAt(event.clientX, event.clientY)
  drag.onto = panel && widthOf(panel) === drag.width && panel.id !== drag.id ? panel.id : undefined
  show()
})

/** The panel in hand fades; a line shows where it would stand. */
function show() {
  const panels = all('.board .panel')
  const at = (id) => panels.findIndex((panel) => panel.id === id)
  const down = drag && at(drag.id) < at(drag.onto)
  for (const panel of panels) {
    panel.classList.toggle('in-hand', panel.id === drag?.id)
    if (drag && panel.id === drag.onto) panel.dataset.drop = down ? 'below' : 'above'
    else delete panel.dataset.drop
  }
}

function letGo() {
  const held = drag
  drag = undefined
  delete document.body.dataset.dragging
  show()
  return held
}

addEventListener('pointerup', () => {
  const { id, onto } = drag ? letGo() : {}
  const form = onto && one(`#${CSS.escape(id.replace(/^p-/, 'at-'))} form`)
  if (!form) return
  const said = Object.entries({ to: onto.slice(2), by: 'hand' }).map(([name, value]) => hidden(name, value))
  form.append(...said)
  form.requestSubmit()
  said.forEach((field) => field.remove())
})
addEventListener('pointercancel', () => drag && letGo())
addEventListener('keydown', (event) => event.key === 'Escape' && drag && letGo())

function hidden(name, value) {
  const field = document.createElement('input')
  return Object.assign(field, { type: 'hidden', name, value })
}
