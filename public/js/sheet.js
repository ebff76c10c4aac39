// A sheet that was just printed on the board goes to the printer at once; coming back to it or reloading it does not.
const bar = document.querySelector('[data-print]')
const [visit] = performance.getEntriesByType('navigation')

function send() {
  bar.removeAttribute('data-print')
  window.print()
}

document.querySelector('[data-again]')?.addEventListener('click', () => window.print()) // a jam: the same paper, no new print

if (bar && visit?.type === 'navigate') {
  if (document.readyState === 'complete') send()
  else addEventListener('load', send)
}
