/** The people of one shop: invented handles, what they do, which of them act. */
import type { Actor, Role } from '../../src/access.ts'

export type Member = { id: string; handle: string; role: Role; actor: Actor }

const first = '小阿半青石木南云远松竹晚初知若林苏夏秋白'
const last = '满北夏禾榴樨星舟志针青棠晴微水深叶月桐露'

/** The n-th handle; all different for n < 400. */
export const handleOf = (n: number) =>
  `${first[n % first.length]}${last[(n + Math.floor(n / first.length)) % last.length]}`

/** A small shop's team: six agents for two shifts, the others work by day. */
export const roles: readonly Role[] = [
  'agent',
  'agent',
  'agent',
  'agent',
  'agent',
  'agent',
  'aftersales',
  'warehouse',
  'supervisor',
  'manager',
]

export const thoseWho = (team: readonly Member[], ...wanted: readonly Role[]): Member[] =>
  team.filter(({ role }) => wanted.includes(role))
