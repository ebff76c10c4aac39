import type { Lang, Said } from './i18n.ts'

export type ErrorCode = 'invalid' | 'forbidden' | 'signed_out' | 'not_found' | 'conflict' | 'too_many' | 'unavailable'

/** HTTP status of each kind of refusal. */
export const statusOf = {
  invalid: 422,
  forbidden: 403,
  signed_out: 401,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>

export type ErrorStatus = (typeof statusOf)[ErrorCode]

/** The one error that people get to read: what is wrong and what to do, in their language; never internals. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly say: Said
  /** By form field, when a form is to come back filled in. */
  readonly fields: Record<string, Said>

  constructor(code: ErrorCode, say: Said, fields: Record<string, Said> = {}) {
    super(say('en'))
    this.name = 'AppError'
    this.code = code
    this.say = say
    this.fields = fields
  }

  in(lang: Lang) {
    return this.say(lang)
  }
}

/** The words of a dictionary that are whole sentences: what a refusal can say. */
type Sentence<Words> = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words]

/** A room's refusals in its own words; `field` is the form's field that is to be mended. */
export const refusalsIn =
  <Words extends object>(words: (lang: Lang) => Words) =>
  (code: ErrorCode, word: Sentence<Words>, field?: string): AppError => {
    const say: Said = (lang) => String(words(lang)[word])
    return new AppError(code, say, field ? { [field]: say } : {})
  }
