/** What the chat tool counted for an agent on a day: the same each time, so that report and import agree. */
import type { Day } from '../../src/core/time.ts'
import { yuan } from '../../src/core/text.ts'
import { chanceFrom } from './chance.ts'

/** Counts, seconds, fen. */
export type DayCounts = { enquiries: number; orders: number; amount: number; first: number; average: number }

/** How busy somebody is and how quickly they answer, in seconds. */
const ways: Record<string, { enquiries: number; first: number }> = {
  小满: { enquiries: 78, first: 9 },
  青禾: { enquiries: 64, first: 14 },
  半夏: { enquiries: 58, first: 17 },
  甘棠: { enquiries: 46, first: 21 },
  阿北: { enquiries: 71, first: 11 },
  山岚: { enquiries: 52, first: 19 },
  竹青: { enquiries: 33, first: 12 },
  白露: { enquiries: 29, first: 15 },
}

export function countsOf(handle: string, day: Day): DayCounts {
  const { enquiries, first } = ways[handle]!
  const chance = chanceFrom([...`${handle}${day}`].reduce((sum, letter) => sum * 31 + letter.codePointAt(0)!, 7) | 0)
  const asked = enquiries + chance.whole(-12, 16)
  const orders = Math.round(asked * (0.46 + chance.next() * 0.18))
  return {
    enquiries: asked,
    orders,
    amount: orders * chance.whole(168, 268) * 100,
    first: first + chance.whole(-3, 5),
    average: first * 2 + chance.whole(4, 16),
  }
}

export type Counted = { handle: string; day: Day; counts: DayCounts }

/** The table as the chat tool exports it. */
export const figuresTable = (rows: readonly Counted[]): string =>
  [
    '统计日期,客服,询单人数,成交人数,成交金额,首次响应时间,平均响应时间',
    ...rows.map(({ handle, day, counts: { enquiries, orders, amount, first, average } }) =>
      [day, handle, enquiries, orders, yuan(amount).replaceAll(',', ''), first, average].join(','),
    ),
  ].join('\n')
