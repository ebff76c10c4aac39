/** What a file did or would do, counted and shown by example; and what of it goes into the log. Pure. */
import { scrubbed } from '../../core/masking.ts'
import type { Claim, Questions } from './intake-differences.ts'
import type { Intake } from './intake.ts'
import type { ChangedField, Facts } from './staged.ts'
import type { DifferenceField } from './verdict.ts'

/** Every order counts once as new, changed, unchanged or, when nothing of it changes, as a conflict. */
export type Tally = {
  orders: number
  new: number
  changed: number
  unchanged: number
  /** Orders with a difference that waits for a person, changed ones included. */
  conflicts: number
  /** New orders whose flag opens a hold. */
  holds: number
  /** How many orders changed in what. */
  fields: Partial<Record<ChangedField, number>>
  examples: Example[]
}
/** `asks`: about what a person is asked; of addresses and memos only that. */
export type Example = { tid: string; line: number; before: Values; after: Values; asks: Asking[] }
type Asking = { field: DifferenceField; board?: string; file?: string }
type Values = Partial<Record<ChangedField, unknown>>

export const noTally = (): Tally => ({
  orders: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  conflicts: 0,
  holds: 0,
  fields: {},
  examples: [],
})
const MOST_EXAMPLES = 100

/** HOLD-1: a flag that means hold always opens one. */
export const opensHold = ({ facts }: Intake) => facts.open && facts.meaning === 'hold'

/** One decided order; `before` is undefined for a new one. */
type Counted = {
  staged: { tid: string; line: number }
  before: Facts | undefined
  intake: Intake
  questions: Questions
}

export function count(tally: Tally, { staged, before, intake, questions }: Counted) {
  const waits = questions.waiting > 0
  tally.orders++
  if (waits) tally.conflicts++
  if (!before) {
    tally.new++
    if (opensHold(intake)) tally.holds++
    return
  }
  if (intake.changed.length) tally.changed++
  else if (!waits) tally.unchanged++
  for (const field of intake.changed) tally.fields[field] = (tally.fields[field] ?? 0) + 1
  if ((!intake.changed.length && !waits) || tally.examples.length >= MOST_EXAMPLES) return
  tally.examples.push({ ...staged, ...loggable(before, intake), asks: intake.claims.filter(disagrees).map(asking) })
}

const disagrees = ({ board, file }: Claim) => board !== file
const asking = ({ field, board, file }: Claim): Asking =>
  field === 'address' || field === 'memo' ? { field } : { field, board, file }

const personal = new Set<string>(['buyer', 'receiver', 'phone', 'region', 'address', 'items'])

/** What changed, for a log that is never deleted: of buyers only that it did, notes without their numbers. */
export function loggable(before: Facts, { changed, facts }: Intake): { before: Values; after: Values } {
  const told = (field: ChangedField, of: Facts) => (personal.has(field) ? '*' : plain(of[field as keyof Facts]))
  const values = (of: Facts) => Object.fromEntries(changed.map((field) => [field, told(field, of)]))
  return { before: values(before), after: values(facts) }
}
const plain = (value: unknown) => (typeof value === 'string' ? scrubbed(value) : value)
