/** One call of the command line, taken apart: words, what they take, options. Refusals say what would be right. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { AppError } from '../core/errors.ts'
import type { Lang } from '../core/i18n.ts'
import { words } from './messages.ts'

/** Where a command speaks: the process, or a test. Standard output carries results only, so that scripts can read it. */
export type Terminal = {
  out(line: string): void
  err(line: string): void
  /** Standard input to its end. */
  input(): Promise<string>
  env: NodeJS.ProcessEnv
}

/** An option and the word for its value in the help ("CODE"); none: a switch. */
export type Options = Record<string, { value?: string; must?: boolean }>
export type Shape = { usage: string; takes: readonly string[]; options: Options }

export type Call = {
  terminal: Terminal
  lang: Lang
  /** What the command takes, in order: CODE, FILE. */
  given: readonly string[]
  /** An option's value; undefined when it was not given. */
  option(name: string): string | undefined
  has(name: string): boolean
}

const always: Options = { lang: { value: 'zh|en' }, help: {} }

/** Takes `argv` apart by what the command knows; throws `invalid` for all that it does not. */
export function readCall(argv: readonly string[], terminal: Terminal, lang: Lang, shape: Shape): Call {
  const known = { ...always, ...shape.options }
  const { tokens, positionals } = parseArgs({ ...loosely(known), args: [...argv], tokens: true })
  const options = tokens.filter((token) => token.kind === 'option')
  const values = new Map(options.map(({ name, value }) => [name, value]))
  const wrong =
    mistakeIn(options, known, lang) ?? (values.has('help') ? undefined : gapIn(positionals, values, shape, lang))
  if (wrong) throw new AppError('invalid', () => `${wrong}\n${words(lang).usage}${shape.usage}`)
  return { terminal, lang, given: positionals, option: (name) => values.get(name), has: (name) => values.has(name) }
}

/** Not strict: what parseArgs would say about a mistake is English only. */
function loosely(known: Options) {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(known).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
  )
  return { options, strict: false, allowPositionals: true } as const
}

type Given = { name: string; rawName: string; value?: string | undefined; inlineValue?: boolean | undefined }

function mistakeIn(options: readonly Given[], known: Options, lang: Lang): string | undefined {
  const t = words(lang)
  for (const { name, rawName, value, inlineValue } of options) {
    const rule = known[name]
    if (!rule) return t.unknownOption(rawName)
    const swallowed = !inlineValue && value?.startsWith('--') // "--shop --json": the value was forgotten
    if (rule.value && (!value || swallowed)) return t.wantsValue(rawName, rule.value)
    if (!rule.value && inlineValue) return t.wantsNoValue(rawName)
  }
}

function gapIn(given: readonly string[], values: Map<string, unknown>, { takes, options }: Shape, lang: Lang) {
  const t = words(lang)
  const gap = takes[given.length]
  if (gap) return t.missing(gap)
  const surplus = given[takes.length]
  if (surplus !== undefined) return t.tooMuch(surplus)
  const forgotten = Object.entries(options).find(([name, { must }]) => must && !values.has(name))
  if (forgotten) return t.missing(`--${forgotten[0]} ${forgotten[1].value}`)
}
