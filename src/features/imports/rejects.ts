/** Refused lines as they may be kept and given back: only columns that we read, and those masked. */
import { maskAddress, maskName, maskNick, maskPhone, placeOf, scrubbed } from '../../core/masking.ts'
import { LONGEST_CELL } from './cells.ts'
import type { Field, Layout } from './columns.ts'

const masks: Partial<Record<Field, (text: string) => string>> = {
  buyer: maskNick,
  receiver: maskName,
  phone: maskPhone,
  mobile: maskPhone,
  address: maskPlace,
}

function maskPlace(text: string) {
  const { region, address } = placeOf(text)
  return `${region} ${maskAddress(address)}`.trim()
}

/** More refused lines than anybody mends by hand; those after them are only counted. */
export const MOST_KEPT = 20_000

/** One letter too many: a cell that is too long stays refused until somebody has shortened it. */
const kept = (cell: string | undefined) => (cell ?? '').slice(0, LONGEST_CELL + 1)

/** The cells of the known columns, in the order of `layout.known`. */
export function maskedCells(layout: Layout, cells: readonly string[]): string[] {
  const fieldAt = new Map<number, Field>()
  for (const [field, places] of Object.entries(layout.at) as [Field, readonly number[]][])
    for (const i of places) fieldAt.set(i, field)
  return layout.known.map((i) => (masks[fieldAt.get(i)!] ?? scrubbed)(kept(cells[i])))
}

/** Of a line whose cells are not where they belong, only what looks like its number. */
export const onlyNumber = (layout: Layout, cells: readonly string[]): string[] =>
  layout.known.map((i) => (layout.at.tid!.includes(i) && /^\W*\d+\W*$/.test(cells[i] ?? '') ? cells[i]! : ''))
