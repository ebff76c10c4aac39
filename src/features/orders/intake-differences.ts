/** When a disagreement between file and board becomes a question, stays one, or has been answered. Pure. */
import type { DifferenceField } from './verdict.ts'

/**
 * What the board has and what the file says, about one field of one order; they agree when both are equal.
 * `taken`: the file's value was taken at once (an end), and somebody must look at what the board had recorded.
 */
export type Claim = { field: DifferenceField; board: string; file: string; taken?: true }

/** A row of the differences, the newest one of its field and order. */
export type Asked = {
  id: string
  field: DifferenceField
  board: string
  file: string
  state: 'open' | 'kept' | 'taken'
  /** null: nobody decided, file and board agreed again. */
  decidedBy: string | null
}

export type Questions = {
  asked: Claim[]
  /** Open ones whose values have moved on. */
  moved: (Claim & { id: string })[]
  /** Open ones that have gone away by themselves. */
  settled: string[]
  /** Decided ones whose file value is no longer what the platform says: should it come back, it is asked again. */
  outdated: { id: string; file: string }[]
  /** How many fields wait for a person after this. */
  waiting: number
}

/**
 * `last` are the newest differences of this order, by field. Of an order that has `ended` nobody is asked any more
 * about flag, memo and address.
 */
export function questionsOf(
  claims: readonly Claim[],
  last: ReadonlyMap<DifferenceField, Asked>,
  ended: boolean,
): Questions {
  const questions: Questions = { asked: [], moved: [], settled: [], outdated: [], waiting: 0 }
  for (const claim of claims) consider(questions, claim, last.get(claim.field))
  if (ended) questions.settled.push(...[...last.values()].filter(isMoot).map((asked) => asked.id))
  return questions
}
const isMoot = ({ state, field }: Asked) =>
  state === 'open' && (field === 'flag' || field === 'memo' || field === 'address')

function consider(questions: Questions, claim: Claim, last: Asked | undefined) {
  const open = last?.state === 'open' ? last : undefined
  if (claim.board === claim.file) return agree(questions, claim, last)
  if (!claim.taken && isAnswered(claim, last)) return
  questions.waiting++
  if (!open) questions.asked.push(claim)
  else if (open.board !== claim.board || open.file !== claim.file) questions.moved.push({ ...claim, id: open.id })
}

/** A person kept the board's value although the file said exactly this. */
const isAnswered = (claim: Claim, last: Asked | undefined) =>
  last?.state === 'kept' && last.decidedBy !== null && last.file === claim.file

function agree(questions: Questions, { field, file }: Claim, last: Asked | undefined) {
  if (last?.state === 'open') {
    const isNotice = (field === 'status' || field === 'refund') && last.file === file
    if (isNotice) questions.waiting++
    else questions.settled.push(last.id)
  } else if (last?.state === 'kept' && last.decidedBy !== null && last.file !== file)
    questions.outdated.push({ id: last.id, file })
}

/** Receiver, phone, region and address as one text of four lines. */
export const addressText = (of: { receiver: string; phone: string; region: string; address: string }) =>
  [of.receiver, of.phone, of.region, of.address].join('\n')

export function addressFrom(text: string) {
  const [receiver = '', phone = '', region = '', address = ''] = text.split('\n')
  return { receiver, phone, region, address }
}

/** Could be the same text under two maskings: 张* and 张*三, 某某街道***** and 某某街道5号*****. */
export const compatible = (a: string, b: string) => plain(a) === plain(b) || matches(a, b) || matches(b, a)

function matches(masked: string, text: string) {
  if (!masked.includes('*')) return false
  const parts = plain(masked).split('*')
  const target = plain(text)
  if (!target.startsWith(parts[0]!) || !target.endsWith(parts.at(-1)!)) return false
  let at = 0
  return parts.every((part) => (at = target.indexOf(part, at) + part.length) >= part.length)
}
const plain = (text: string) => text.replace(/\s/g, '').replace(/\*+/g, '*')
