/** Reading forms: what a browser sends becomes typed values, or an error that names the field. */
import type { z } from 'zod'
import { AppError } from './errors.ts'
import type { Said } from './i18n.ts'
import type { Ask } from './web.ts'

const required: Said = (lang) => (lang === 'zh' ? '要填' : 'Required')
const tooLong =
  (n: unknown): Said =>
  (lang) =>
    lang === 'zh' ? `最多 ${String(n)}` : `At most ${String(n)}`
const wrong: Said = (lang) => (lang === 'zh' ? '看不懂，请按提示填' : 'Not understood: please follow the hint')
const someWrong: Said = (lang) =>
  lang === 'zh' ? '有几处要改，改好再提交' : 'A few entries need mending before this can be saved'

function wordOf(issue: z.core.$ZodIssue): Said {
  if (issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined)) return required
  if (issue.code === 'too_big') return tooLong(issue.maximum)
  return wrong
}

/** The form's fields as the schema shapes them. Repeated fields arrive as arrays; throws `invalid` with fields named. */
export async function readForm<S extends z.ZodType>(c: Ask, schema: S): Promise<z.output<S>> {
  return parse(schema, await c.req.parseBody({ all: true }))
}

/** The same fields from a form or, for other programs, from JSON. */
export async function readBody<S extends z.ZodType>(c: Ask, schema: S): Promise<z.output<S>> {
  if (!c.req.header('content-type')?.startsWith('application/json')) return readForm(c, schema)
  return parse(schema, await c.req.json().catch(() => null))
}

/** The same for a query string. */
export const readQuery = <S extends z.ZodType>(c: Ask, schema: S): z.output<S> => parse(schema, c.req.query())

/** What both databases can keep: PostgreSQL refuses a NUL and half of a surrogate pair. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  if (Array.isArray(value)) return value.map(storable)
  return value
}

function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const fields = input && Object.fromEntries(Object.entries(input).map(([name, value]) => [name, storable(value)]))
  const result = schema.safeParse(fields)
  if (result.success) return result.data
  const faults = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.'), wordOf(issue)]))
  throw new AppError('invalid', someWrong, faults)
}
