/** Refusals of this room, in its words. */
import { AppError, type ErrorCode } from '../../core/errors.ts'
import { words } from './messages.ts'

type Words = ReturnType<typeof words>
type Refusal = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words]

/** `field`: the form's field that is to be mended. */
export function refusal(code: ErrorCode, word: Refusal, field?: string): AppError {
  const say = (lang: 'zh' | 'en') => words(lang)[word]
  return new AppError(code, say, field ? { [field]: say } : {})
}
