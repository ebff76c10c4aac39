/** Numbers as places in an SVG: what a chart needs, and no library. Pure. */

/** A box of an SVG, in units of its viewBox; y grows downwards. */
export type Box = { left: number; top: number; width: number; height: number }

const rounded = (n: number) => Math.round(n * 10) / 10

/** Where on the way from `from` to `to` a value lies, as a number of the box. */
export const across = (box: Box, value: number, from: number, to: number): number =>
  rounded(box.left + (to === from ? 0 : ((value - from) / (to - from)) * box.width))
/** Zero is the floor of the box, `most` its ceiling. */
export const upwards = (box: Box, value: number, most: number): number =>
  rounded(box.top + box.height * (1 - (most ? value / most : 0)))

/** "M0 10L5 8": a line through these points; a gap where there is none. */
export function pathOf(points: readonly ({ x: number; y: number } | null)[]): string {
  let path = ''
  let isDown = false
  for (const point of points) {
    if (point) path += `${isDown ? 'L' : 'M'}${point.x} ${point.y}`
    isDown = point !== null
  }
  return path
}

/** The next round number: 1, 2, 4, 5, 6, 8, 10, 20, 40 … */
export function roundMost(most: number): number {
  if (most <= 1) return 1
  const ten = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 4, 5, 6, 8, 10].map((n) => n * ten).find((n) => n >= most)!
}
