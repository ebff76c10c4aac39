/** The flag tables as a manager types them (ORD-2), checked. Pure. */
import { AppError } from '../../core/errors.ts'
import type { Lang } from '../../core/i18n.ts'
import { colours, isColour, type Colour, type FlagTable, type Meaning } from './flags.ts'
import { words } from './messages.ts'

/** Rows of a form, in their order; a row whose first cell is empty is left out. */
export type TypedTables = {
  codes: { code: string; colour: string; label: string }[]
  policy: Partial<Record<string, string>>
  labels: { label: string; colour: string }[]
}

const meanings: readonly string[] = ['ship', 'hold', 'undecided'] satisfies Meaning[]

type Faults = ReturnType<typeof words>['flagFault']
function fault(field: string, say: (t: Faults) => string): AppError {
  const said = (lang: Lang) => say(words(lang).flagFault)
  return new AppError('invalid', said, { [field]: said })
}

/** Throws `invalid` that names the row. */
export function readTables({ codes, policy, labels }: TypedTables): FlagTable {
  return { codes: readCodes(codes), policy: readPolicy(policy), labels: readLabels(labels) }
}

function readCodes(rows: TypedTables['codes']): FlagTable['codes'] {
  const filled = rows.map((row) => ({ ...row, code: row.code.normalize('NFKC').trim() })).filter((row) => row.code)
  const read = filled.map(({ code, colour, label }) => {
    if (!/^\d{1,2}$/.test(code)) throw fault('code', (t) => t.number(code))
    if (!isColour(colour)) throw fault('code', (t) => t.colourOf(code))
    return { code: Number(code), colour, label: label.trim().slice(0, 20) || words('zh').colour[colour] }
  })
  const twice = read.find(({ code }, i) => read.findIndex((other) => other.code === code) !== i)
  if (twice) throw fault('code', (t) => t.numberTwice(twice.code))
  if (!read.length) throw fault('code', (t) => t.noNumbers)
  return read.sort((a, b) => a.code - b.code)
}

/** Only what is decided is kept: a colour that is not named is undecided. */
function readPolicy(policy: TypedTables['policy']): FlagTable['policy'] {
  const kept = colours.map((colour) => [colour, policy[colour] ?? 'undecided'] as const)
  const strange = kept.find(([, meaning]) => !meanings.includes(meaning))
  if (strange) throw fault('policy', (t) => t.meaningOf(strange[1]))
  return Object.fromEntries(kept.filter(([, meaning]) => meaning !== 'undecided'))
}

function readLabels(rows: TypedTables['labels']): FlagTable['labels'] {
  const read = new Map<string, Colour>()
  for (const { label, colour } of rows) {
    const text = label.normalize('NFKC').trim()
    if (!text) continue
    if (!isColour(colour)) throw fault('label', (t) => t.colourOf(text))
    if (read.has(text)) throw fault('label', (t) => t.labelTwice(text))
    read.set(text, colour)
  }
  return Object.fromEntries(read)
}

/** The same whatever the order in which it was typed or stored. */
export const sameTables = (a: FlagTable, b: FlagTable): boolean => canonical(a) === canonical(b)

const canonical = ({ codes, policy, labels }: FlagTable) =>
  JSON.stringify([
    codes.map(({ code, colour, label }) => [code, colour, label]).sort((a, b) => Number(a[0]) - Number(b[0])),
    colours.map((colour) => policy[colour] ?? 'undecided'),
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
