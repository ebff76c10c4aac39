/** Parts of a page that look again by themselves. */

/**
 * For the element that is replaced by what its address answers; `part`: the selector of it there, when a whole page
 * comes back. That counts as nobody being there: a board left alone is locked all the same.
 */
export const lookingAgain = (href: string, { seconds, part }: { seconds: number; part?: string }) => ({
  'hx-get': href,
  'hx-trigger': `every ${seconds}s, stale`,
  'data-topics': '*', // public/js/live.js: at once when something happened, or else at the latest then
  'data-rest': '3000',
  ...(part && { 'hx-select': part }),
  'hx-headers': '{"zaowan-poll":"1"}',
  'hx-swap': 'outerMorph',
})
