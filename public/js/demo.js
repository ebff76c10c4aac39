// The demo: what takes seconds says so while it does.

for (const form of document.querySelectorAll('form[data-slow]'))
  form.addEventListener('submit', () => (form.dataset.slow = 'running'))

addEventListener('pageshow', () =>
  document.querySelectorAll('form[data-slow=running]').forEach((form) => (form.dataset.slow = '')),
)
