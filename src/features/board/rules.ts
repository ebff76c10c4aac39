/** Which screen is whose, and in which order its panels stand. Pure. */
import type { Role } from '../../access.ts'
import { boards, type BoardName } from '../../feature.ts'

const boardOf: Record<Role, BoardName> = {
  agent: 'agent',
  aftersales: 'agent',
  warehouse: 'warehouse',
  supervisor: 'lead',
  director: 'lead',
  manager: 'lead',
  admin: 'lead',
}

/** The screens of these roles; whoever leads opens on what is late. */
export const boardsOf = (roles: readonly Role[]): BoardName[] =>
  boards.filter((name) => roles.some((role) => boardOf[role] === name)).toReversed()

export type Layout = { order: string[]; folded: string[] }
export const plain: Layout = { order: [], folded: [] }

type Placed = { name: string; order: number; wide?: true | undefined }

/** As the person laid them out, lists before the rest; what they have not moved stands where its room put it. */
export function laidOut<P extends Placed>(panels: readonly P[], { order }: Layout): P[] {
  const place = new Map(order.map((name, i) => [name, i]))
  return panels
    .toSorted((a, b) => a.order - b.order)
    .map((panel, i) => ({ panel, at: place.get(panel.name) ?? i }))
    .sort((a, b) => Number(b.panel.wide ?? false) - Number(a.panel.wide ?? false) || a.at - b.at)
    .map(({ panel }) => panel)
}

/**
 * The columns of a desk: the lists in the broad one, the rest in two that stand below each other where there is no room
 * for three. Read one after the other they are in the person's order.
 */
export function columnsOf<P extends Pick<Placed, 'wide'>>(panels: readonly P[]): P[][] {
  const broad = panels.filter(({ wide }) => wide)
  const rest = panels.filter(({ wide }) => !wide)
  const half = Math.ceil(rest.length / 2)
  return [broad, rest.slice(0, half), rest.slice(half)].filter((column) => column.length > 0)
}

/** The neighbour above (-1) or below (1) whose place a panel can take: one of its own width. */
export const neighbour = <P extends Pick<Placed, 'wide'>>(shown: readonly P[], at: number, step: -1 | 1) =>
  shown[at + step] && isAsWide(shown[at + step]!, shown[at]!) ? shown[at + step] : undefined

const isAsWide = (a: Pick<Placed, 'wide'>, b: Pick<Placed, 'wide'>) => !a.wide === !b.wide

/** The names in their order after a panel has taken another's place; a list and a narrow panel do not change places. */
export function movedTo(shown: readonly Pick<Placed, 'name' | 'wide'>[], name: string, to: string): string[] {
  const names = shown.map((panel) => panel.name)
  const [from, at] = [names.indexOf(name), names.indexOf(to)]
  if (from < 0 || at < 0 || !isAsWide(shown[from]!, shown[at]!)) return names
  return names.toSpliced(from, 1).toSpliced(at, 0, name)
}

/** Folded becomes open, and the other way round. */
export const toggled = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((one) => one !== name) : [...names, name]
