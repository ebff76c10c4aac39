/** Which screen is whose, and in which order its panels stand. Pure. */
import type { Role } from '../../access.ts'
import { boards, type BoardName, type BoardPanel } from '../../feature.ts'

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

/** As the person laid them out; panels that they have not moved stand where their room put them. */
export function laidOut<P extends Pick<BoardPanel, 'name' | 'order'>>(panels: readonly P[], { order }: Layout): P[] {
  const usual = panels.toSorted((a, b) => a.order - b.order)
  const moved = new Set(order)
  if (!usual.some(({ name }) => moved.has(name))) return usual
  const place = new Map(order.map((name, i) => [name, i]))
  return usual
    .map((panel, i) => ({ panel, at: place.get(panel.name) ?? i }))
    .sort((a, b) => a.at - b.at)
    .map(({ panel }) => panel)
}

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
