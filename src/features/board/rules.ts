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

/** Whether a panel has a neighbour of its own width on this side (-1 above, 1 below). */
export const canMove = (panels: readonly Pick<Placed, 'wide'>[], at: number, step: -1 | 1): boolean =>
  panels[at + step] !== undefined && !panels[at + step]!.wide === !panels[at]!.wide

/** One place up (-1) or down (1) among those that are shown; at an end nothing moves. */
export function movedBy(shown: readonly string[], name: string, step: -1 | 1): string[] {
  const from = shown.indexOf(name)
  const to = from + step
  if (from < 0 || to < 0 || to >= shown.length) return [...shown]
  return shown.toSpliced(from, 1).toSpliced(to, 0, name)
}

/** Folded becomes open, and the other way round. */
export const toggled = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((one) => one !== name) : [...names, name]
