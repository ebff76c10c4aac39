/** Links with which people set their own passwords; and what sets one. */
import type { Context, Record } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { HOUR } from '../../core/time.ts'
import { hashPassword } from './passwords.ts'
import { refusal } from './refusals.ts'
import { passwordFault } from './rules.ts'
import { hashed, newToken } from './sessions.ts'
import { asPerson, enter, type Entry, type Here } from './sign-in.ts'
import { endSessionsOf } from './stations.ts'
import { openInvite, personById, replaceInvite, replacePerson, useInvite, type Person } from './store.ts'

const INVITE_LASTS = 7 * 24 * HOUR

/** A link's token; links made for the person before stop working. Inside the caller's transaction. */
export async function makeInvite(tx: Tx, ctx: Context, personId: string): Promise<string> {
  const token = newToken()
  await replaceInvite(tx, { id: hashed(token), personId, madeBy: ctx.who.id, expiresAt: ctx.now + INVITE_LASTS })
  return token
}

/** The hash of a password that is good enough; throws `invalid` when it is not. */
export async function newPasswordHash(password: string, handle: string): Promise<string> {
  const fault = passwordFault(password, handle)
  if (fault) throw refusal('invalid', faultWords[fault], 'password')
  return hashPassword(password)
}
const faultWords = { short: 'passwordShort', long: 'passwordLong', weak: 'passwordWeak' } as const

/** Whose link it is; throws not_found when it was used, replaced or has expired. */
export async function invitedPerson(ctx: Context, token: string): Promise<Person> {
  const open = await openInvite(ctx.read, hashed(token), ctx.now)
  if (!open) throw refusal('not_found', 'inviteGone')
  return open.person
}

/** Sets the password by a link, once, ends the person's other sessions and signs in here. */
export async function acceptInvite(ctx: Context, token: string, password: string, here: Here): Promise<Entry> {
  const person = await invitedPerson(ctx, token)
  const passwordHash = await newPasswordHash(password, person.handle)
  const self = asPerson(ctx, (await personById(ctx.read, person.id))!)
  return self.write(async (tx, record) => {
    const open = await openInvite(tx, hashed(token), ctx.now)
    if (!open || !(await useInvite(tx, open.invite.id, ctx.now))) throw refusal('not_found', 'inviteGone')
    await savePassword(tx, self, record, open.person, passwordHash)
    return enter(tx, self, here)
  })
}

/** Every session of the person ends: whoever knew the old password is out. */
export async function savePassword(tx: Tx, self: Context, record: Record, person: Person, passwordHash: string) {
  if (!(await replacePerson(tx, person, { passwordHash }))) throw refusal('conflict', 'changedMeanwhile')
  await endSessionsOf(tx, person.id)
  for (const shopId of self.who.shopIds) await record('person.password_set', `person:${person.id}`, { shopId })
}
