/** How much and how often: what a platform takes before it shuts a robot up. Pure. */
import { MINUTE } from '../../core/time.ts'
import type { Kind } from './address.ts'

/** So many calls within so many ms. */
const limits: Record<Kind, readonly { calls: number; within: number }[]> = {
  dingtalk: [{ calls: 20, within: MINUTE }],
  wecom: [{ calls: 20, within: MINUTE }],
  feishu: [
    { calls: 100, within: MINUTE },
    { calls: 5, within: 1000 },
  ],
}

/** ms until one more call is allowed after those at `calls` (UTC ms, oldest first); 0: now. */
export const waitBefore = (kind: Kind, calls: readonly number[], now: number): number =>
  Math.max(
    0,
    ...limits[kind].map(({ calls: most, within }) => {
      const first = calls.filter((at) => at > now - within).at(-most)
      return first === undefined ? 0 : first + within - now
    }),
  )

/** Feishu is crowded when every clock strikes: what nobody waits for comes a minute later. */
export const isRushHour = (kind: Kind, now: number): boolean => kind === 'feishu' && Math.floor(now / MINUTE) % 30 === 0

/** Bytes of a text. DingTalk and Feishu count the whole body, so room is left for what stands around it. */
const mostBytes: Record<Kind, number> = { dingtalk: 18_000, wecom: 2048, feishu: 18_000 }

const bytesOf = (text: string) => Buffer.byteLength(text)
/** In a JSON body a line's end takes two, a quote too. */
const bytesInBody = (text: string) => bytesOf(JSON.stringify(text)) - 2

/** `stands`: of how many notices it speaks, for the count of what was left out. */
export type Line = { text: string; stands: number }

/**
 * All lines, or as many as the platform takes and a last one that says how many more there are. A line that is too long
 * by itself ends at a character, never inside one.
 */
export function fitted(kind: Kind, lines: readonly Line[], more: (n: number) => string): string {
  const most = mostBytes[kind]
  const measure = kind === 'wecom' ? bytesOf : bytesInBody
  const whole = lines.map(({ text }) => text).join('\n')
  if (measure(whole) <= most) return whole
  for (let kept = lines.length - 1; kept > 0; kept--) {
    const left = lines.slice(kept).reduce((sum, { stands }) => sum + stands, 0)
    const text = [...lines.slice(0, kept).map((line) => line.text), more(left)].join('\n')
    if (measure(text) <= most) return text
  }
  return cut(lines[0]?.text ?? '', most, measure)
}

function cut(text: string, most: number, measure: (text: string) => number): string {
  const letters = [...text]
  let [fits, tooMany] = [0, letters.length]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (measure(`${letters.slice(0, middle).join('')}…`) <= most) fits = middle
    else tooMany = middle
  }
  return `${letters.slice(0, fits).join('')}…`
}
