/** Who may make and manage whom, and what a name, a password and a role may be. Pure. */
import { may, type Actor, type Role } from '../../access.ts'
import { isAddress } from '../../core/mail-settings.ts'

/** A person as far as it decides who may manage them. */
type Colleague = { id: string; roles: readonly Role[]; shopIds: readonly string[] }

const plain: readonly Role[] = ['agent', 'aftersales', 'warehouse']
const all: readonly Role[] = [...plain, 'supervisor', 'director', 'manager']

/** Roles that `who` may give to somebody and take away: leads are made by managers, admins by admins. */
export function givableRoles(who: Pick<Actor, 'roles'>): readonly Role[] {
  if (who.roles.includes('admin')) return [...all, 'admin']
  if (may(who, 'people.roles')) return all
  return may(who, 'people.manage') ? plain : []
}

/**
 * Nobody manages themself, nobody manages a person whose roles they could not give, and who also works for another
 * shop is managed by somebody who has that shop too.
 */
export const mayManage = (who: Actor, person: Colleague): boolean =>
  person.id !== who.id &&
  may(who, 'people.manage') &&
  person.roles.every((role) => givableRoles(who).includes(role)) &&
  person.shopIds.every((id) => who.shopIds.includes(id))

/** A shop without its last manager or admin could not be mended from inside. */
export const owns = (roles: readonly Role[]): boolean => may({ roles }, 'people.roles')

/** A handle signs remarks, "text 【handle MM-DD】": letters and digits of any script, · . _ - between them; 1–20. */
export const isHandle = (text: string): boolean => /^[\p{L}\p{N}](?:[\p{L}\p{N}·._-]{0,19})$/u.test(text)

/** What mail can be sent to. */
export const isEmail = (text: string): boolean => isAddress(text) && /@.+\.[^.]+$/.test(text)

const PASSWORD_MIN = 8
const PASSWORD_MAX = 200

type PasswordFault = 'short' | 'long' | 'weak'

/** What is wrong with a new password; length counts, not kinds of characters. */
export function passwordFault(password: string, handle: string): PasswordFault | undefined {
  if ([...password].length < PASSWORD_MIN) return 'short'
  if (password.length > PASSWORD_MAX) return 'long'
  return isGuessable(password.toLowerCase(), handle.toLowerCase()) ? 'weak' : undefined
}

const runs = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
]
const favourites = ['password', 'woaini1314', 'a1234567', 'aa123456', '1qaz2wsx', 'iloveyou', 'admin123', 'zaowan']

/** The same over and over, a row of keys, what everybody takes, or the handle with little added. */
function isGuessable(password: string, handle: string): boolean {
  const rest = password.replace(handle, '')
  return (
    /^(.{1,3})\1+.{0,2}$/u.test(password) ||
    runs.some((run) => run.includes(password)) ||
    favourites.some((word) => password.startsWith(word) && password.length - word.length < 4) ||
    (rest !== password && [...rest].length < 4)
  )
}
