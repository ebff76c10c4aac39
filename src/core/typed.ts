/** WHO-5: what people type, as it is kept: trimmed, and with no buyer's number in it. */
import { AppError } from './errors.ts'
import type { Said } from './i18n.ts'
import { scrubbed } from './masking.ts'

/** Letters of a line that somebody types. */
export const LONGEST_LINE = 500

const missingLine: Said = (lang) => (lang === 'zh' ? '要写一句话。' : 'One line is needed.')
const tooLong =
  (most: number): Said =>
  (lang) =>
    lang === 'zh' ? `太长了，最多 ${most} 字。` : `Too long: at most ${most} characters.`

/** May be empty; throws `invalid` at its field when it has more than `most` letters. */
export function textIn(text: string, field: string, most = LONGEST_LINE): string {
  const kept = scrubbed(text.trim())
  if ([...kept].length > most) throw new AppError('invalid', tooLong(most), { [field]: tooLong(most) })
  return kept
}

/** The same; throws `invalid` at its field, in the words of `missing`, when nothing was typed. */
export function neededText(
  text: string,
  field: string,
  { most = LONGEST_LINE, missing = missingLine }: { most?: number; missing?: Said } = {},
): string {
  const kept = textIn(text, field, most)
  if (!kept) throw new AppError('invalid', missing, { [field]: missing })
  return kept
}
