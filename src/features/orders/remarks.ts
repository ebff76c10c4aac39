/** ORD-3, ORD-6: how a remark is shown, and what goes to the platform's own memo. Pure. */
import { dayOf, monthDay } from '../../core/time.ts'

export const remarkKinds = ['note', 'address', 'special', 'promise', 'gift', 'packing'] as const
/** What a person can write by itself; a flag's remark comes with its flag. */
export type RemarkKind = (typeof remarkKinds)[number]

const packing: readonly string[] = ['address', 'special', 'gift', 'packing']
/**
 * ORD-6: the warehouse sees these while packing, unless the writer says otherwise. Not a prize's: the prize is a line of
 * the parcel, and said twice it would be packed twice.
 */
export const concernsPacking = (kind: RemarkKind | 'prize'): boolean => packing.includes(kind)

type Written = { text: string; author: string; at: number }
/** "等买家改地址 【小满 11-21】" */
export const remarkShown = ({ text, author, at }: Written, zone: string): string =>
  `${text} 【${author} ${monthDay(dayOf(at, zone))}】`

/** As long as a memo in 千牛 may be, UTF-8 bytes. */
export const MEMO_BYTES = 1000

/**
 * The seller's memo to paste into the platform: what stands there, then our remarks that it lacks, oldest first. When
 * that is too long the oldest remarks give way, never the newest; a memo that fills it alone is cut at its front.
 */
export function platformMemo(memo: string, remarks: readonly Written[], zone: string): string {
  const missing = remarks.filter((remark) => !memo.includes(remark.text)).map((remark) => remarkShown(remark, zone))
  const lines = [memo, ...missing].filter(Boolean)
  while (lines.length > 1 && bytes(lines.join('\n')) > MEMO_BYTES) lines.splice(memo && lines.length > 2 ? 1 : 0, 1)
  let text = [...lines.join('\n')]
  while (bytes(text.join('')) > MEMO_BYTES) text = text.slice(1)
  return text.join('')
}

const bytes = (text: string) => Buffer.byteLength(text)
