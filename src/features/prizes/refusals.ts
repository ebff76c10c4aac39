/** Refusals of this room, in its words. */
import { AppError, refusalsIn, type ErrorCode } from '../../core/errors.ts'
import type { Lang } from '../../core/i18n.ts'
import { words } from './messages.ts'

export const refusal = refusalsIn(words)

/** One that says a number or a name, at the form's field. */
export function refusalWith(code: ErrorCode, field: string, pick: (t: ReturnType<typeof words>) => string): AppError {
  const say = (lang: Lang) => pick(words(lang))
  return new AppError(code, say, { [field]: say })
}
