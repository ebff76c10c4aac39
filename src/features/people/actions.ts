/** Every change to people: adding them, what they do and where. */
import type { Role } from '../../access.ts'
import type { Context, Record } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { fold } from '../../core/text.ts'
import { makeInvite, newPasswordHash } from './invites.ts'
import { words } from './messages.ts'
import { refusal } from './refusals.ts'
import { givableRoles, isEmail, isHandle, mayManage, owns } from './rules.ts'
import {
  freeHue,
  idsWithRole,
  insertPerson,
  linkShops,
  otherOwners,
  personById,
  personByKey,
  type Person,
  type PersonWithShops,
} from './store.ts'

export type NewPerson = {
  handle: string
  roles: readonly Role[]
  shopIds: readonly string[]
  email?: string | null
  name?: string | null
  staffNumber?: string | null
  /** At the server's own terminal and in set-up; everybody else chooses their own, by a link. */
  password?: string
}

/** The person, and the token of the link with which they set their password: nobody can see it again. */
export type Added = { person: Person; inviteToken: string | null }

/** Adds people, all or none. They can sign in once they have set a password by their link, within 7 days. */
export async function addPeople(ctx: Context, list: readonly NewPerson[]): Promise<Added[]> {
  const hashes: (string | null)[] = []
  for (const { password, handle } of list)
    hashes.push(password === undefined ? null : await newPasswordHash(password, handle))
  return ctx.write(async (tx, record) => {
    const added: Added[] = []
    for (const [i, one] of list.entries()) added.push(await add(tx, ctx, record, one, hashes[i]!))
    return added
  })
}

export const addPerson = async (ctx: Context, one: NewPerson): Promise<Added> => (await addPeople(ctx, [one]))[0]!

async function add(tx: Tx, ctx: Context, record: Record, one: NewPerson, passwordHash: string | null): Promise<Added> {
  const { handle, roles, shopIds, email = null, name = null, staffNumber = null } = one
  if (!isHandle(handle)) throw refusal('invalid', 'handleBad', 'handle')
  if (email !== null && !isEmail(email)) throw refusal('invalid', 'emailBad', 'email')
  checkDuties(ctx, roles, shopIds)
  const handleKey = fold(handle)
  if (await personByKey(tx, handleKey)) {
    const say = (lang: 'zh' | 'en') => words(lang).handleTaken(handle)
    throw new AppError('conflict', say, { handle: say, lines: say })
  }
  const hue = await freeHue(tx)
  const own = { handle, handleKey, email, name, staffNumber, passwordHash }
  const person = await insertPerson(tx, { ...own, roles: [...roles], hue, createdAt: ctx.now })
  await linkShops(tx, [person.id], shopIds)
  const inviteToken = passwordHash === null ? await makeInvite(tx, ctx, person.id) : null
  for (const shopId of shopIds)
    await record('person.added', `person:${person.id}`, { shopId, after: { handle, roles: [...roles] } })
  return { person, inviteToken }
}

/** Roles and shops that this person may hand out. */
export function checkDuties(ctx: Context, roles: readonly Role[], shopIds: readonly string[]) {
  if (!roles.length) throw refusal('invalid', 'noRoles', 'roles')
  if (!shopIds.length) throw refusal('invalid', 'noShops', 'shops')
  if (!shopIds.every((id) => ctx.who.shopIds.includes(id))) throw refusal('not_found', 'noSuchShop', 'shops')
  checkGivable(ctx, roles)
}

function checkGivable(ctx: Context, roles: readonly Role[]) {
  const tooHigh = roles.filter((role) => !givableRoles(ctx.who).includes(role))
  if (!tooHigh.length) return
  throw new AppError('forbidden', (lang) =>
    words(lang).rolesTooHigh(tooHigh.map((role) => words(lang).role[role]).join(' ')),
  )
}

/** Somebody of one's own shops whom one may manage; throws not_found or forbidden. */
export async function managedPerson(db: Reader, ctx: Context, id: string) {
  const person = await personById(db, id)
  if (!person?.shopIds.some((shopId) => ctx.who.shopIds.includes(shopId))) throw refusal('not_found', 'notFound')
  if (person.id === ctx.who.id) throw refusal('forbidden', 'notYourself')
  if (!mayManage(ctx.who, person)) throw refusal('forbidden', 'notYours')
  return person
}

/** No shop loses its last manager or admin, and the board not its last admin. */
export async function checkNotLast(
  tx: Tx,
  before: PersonWithShops,
  after: { roles: readonly Role[]; shopIds: readonly string[] },
) {
  if (before.disabledAt !== null) return
  const left = before.shopIds.filter((id) => !owns(after.roles) || !after.shopIds.includes(id))
  if (owns(before.roles))
    for (const shopId of left)
      if ((await otherOwners(tx, shopId, before.id)) === 0) throw refusal('conflict', 'lastOwner')
  if (before.roles.includes('admin') && !after.roles.includes('admin'))
    if ((await idsWithRole(tx, 'admin')).length === 1) throw refusal('conflict', 'lastAdmin')
}

/** A new link for somebody who lost theirs or forgot the password; links made before it stop working. */
export const invitePerson = (ctx: Context, id: string): Promise<Added> =>
  ctx.write(async (tx, record) => {
    const person = await managedPerson(tx, ctx, id)
    if (person.disabledAt !== null) throw refusal('conflict', 'changedMeanwhile')
    const inviteToken = await makeInvite(tx, ctx, id)
    for (const shopId of person.shopIds) await record('person.invited', `person:${id}`, { shopId })
    return { person, inviteToken }
  })
