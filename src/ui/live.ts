/** Parts of a page that look again by themselves. */

const SECOND = 1000
const MOST_REST = 3000 // between two questions when much happens, ms

/**
 * For the element that is replaced by what its address answers; `part`: the selector of it there, when a whole page
 * comes back. public/js/live.js asks: at once when something happened, or else after so many seconds. That counts as
 * nobody being there: a board left alone is locked all the same.
 */
export const lookingAgain = (href: string, { seconds, part }: { seconds: number; part?: string }) => ({
  'data-from': href,
  'data-every': seconds,
  'data-topics': '*',
  'data-rest': Math.min(seconds * SECOND, MOST_REST),
  ...(part && { 'data-part': part }),
})
