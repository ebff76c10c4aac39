/** Several people at once: lines pasted from a sheet, "花名 角色 邮箱". Pure. */
import { roles, type Role } from '../../access.ts'
import { isEmail, isHandle } from './rules.ts'

type PersonLine = { line: number; handle: string; roles: Role[]; email: string | null }
export type LineFault = { line: number; fault: 'handle' | 'role' | 'no_role' | 'twice'; text: string }

const roleNames: Record<string, Role> = {
  客服: 'agent', 售后: 'aftersales', 仓库: 'warehouse', 主管: 'supervisor', 总监: 'director', 店长: 'manager',
  管理员: 'admin', 'after-sales': 'aftersales', ...Object.fromEntries(roles.map((role) => [role, role])),
} // prettier-ignore

/** "客服", "agent", "After-Sales" → the role. */
export const roleFrom = (word: string): Role | undefined => roleNames[word.normalize('NFKC').toLowerCase()]

/** One person a line, in any order after the handle: roles and an e-mail address. Empty lines are skipped. */
export function peopleFrom(text: string): { people: PersonLine[]; faults: LineFault[] } {
  const people: PersonLine[] = []
  const faults: LineFault[] = []
  for (const [i, raw] of text.normalize('NFKC').split(/\r?\n/).entries()) {
    const cells = raw.split(/[\s,;、/+]+/).filter(Boolean)
    if (!cells.length) continue
    const read = personFrom(cells, i + 1)
    if ('fault' in read) faults.push(read)
    else if (people.some((p) => p.handle === read.handle))
      faults.push({ line: i + 1, fault: 'twice', text: read.handle })
    else people.push(read)
  }
  return { people, faults }
}

function personFrom([handle = '', ...rest]: string[], line: number): PersonLine | LineFault {
  if (!isHandle(handle)) return { line, fault: 'handle', text: handle }
  const person: PersonLine = { line, handle, roles: [], email: null }
  for (const cell of rest) {
    const role = roleFrom(cell)
    if (role) person.roles.push(role)
    else if (isEmail(cell)) person.email = cell
    else return { line, fault: 'role', text: cell }
  }
  return person.roles.length ? person : { line, fault: 'no_role', text: handle }
}
