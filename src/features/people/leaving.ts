/**
 * Who leaves a shop, or the board: their open work goes to somebody (WHO-6). Not part of index.ts, because the orders
 * room that this asks stands on the shops' and the people's.
 */
import { may, type Role } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { giveHold, holdsOwnedBy } from '../orders/index.ts'
import { checkDuties, checkNotLast, managedPerson, type NewPerson } from './actions.ts'
import { words } from './messages.ts'
import { refusal } from './refusals.ts'
import { isEmail } from './rules.ts'
import { endSessionsOf } from './stations.ts'
import { leaveRoutes } from './report-routes.ts'
import { linkShops, personById, replacePerson, unlinkShops, type PersonWithShops } from './store.ts'

type Place = { roles: readonly Role[]; shopIds: readonly string[] }

/** Open holds that the person could not keep in this place. */
async function orphaned(db: Reader, personId: string, { roles, shopIds }: Place) {
  const owned = await holdsOwnedBy(db, personId)
  return owned.filter((hold) => !shopIds.includes(hold.shopId) || !may({ roles }, 'orders.hold'))
}

const NOWHERE: Place = { roles: [], shopIds: [] }

/** How many open holds wait for a new owner if this person went. */
export const workOf = async (db: Reader, personId: string): Promise<number> =>
  (await orphaned(db, personId, NOWHERE)).length

/** Gives what the person cannot keep to the heir; throws `invalid` without one who can take it. */
async function handOver(tx: Tx, ctx: Context, person: PersonWithShops, place: Place, heirId: string | undefined) {
  const orphans = await orphaned(tx, person.id, place)
  if (!orphans.length) return null
  const heir = heirId ? await personById(tx, heirId) : undefined
  if (!heir) {
    const say = (lang: 'zh' | 'en') => words(lang).heirNeeded(orphans.length)
    throw new AppError('invalid', say, { heir: say })
  }
  const takesAll = orphans.every((hold) => heir.shopIds.includes(hold.shopId)) && may(heir, 'orders.hold')
  if (!takesAll || heir.id === person.id || heir.disabledAt !== null) throw refusal('invalid', 'heirWrong', 'heir')
  for (const hold of orphans) await giveHold(ctx, hold.id, heir.id, hold.ownerShift)
  return heir.handle
}

/**
 * Disables somebody: signed out everywhere at once, their links end, their open holds go to the heir and the daily
 * reports that they got to theirs. Twice changes nothing more.
 */
export const disablePerson = (ctx: Context, id: string, heirId?: string, reportHeirId = heirId): Promise<void> =>
  ctx.write(async (tx, record) => {
    const before = await managedPerson(tx, ctx, id)
    if (before.disabledAt !== null) return
    await checkNotLast(tx, before, NOWHERE)
    const heir = await handOver(tx, ctx, before, NOWHERE, heirId)
    await leaveRoutes(tx, ctx, record, { person: before, place: NOWHERE, heirId: reportHeirId })
    if (!(await replacePerson(tx, before, { disabledAt: ctx.now }))) throw refusal('conflict', 'changedMeanwhile')
    await endSessionsOf(tx, id)
    for (const shopId of before.shopIds) await record('person.disabled', `person:${id}`, { shopId, after: { heir } })
  })

/** Lets somebody in again with the password they had. */
export const enablePerson = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const before = await managedPerson(tx, ctx, id)
    if (before.disabledAt === null) return
    if (!(await replacePerson(tx, before, { disabledAt: null }))) throw refusal('conflict', 'changedMeanwhile')
    for (const shopId of before.shopIds) await record('person.enabled', `person:${id}`, { shopId })
  })

export type Duties = Required<Pick<NewPerson, 'roles' | 'shopIds' | 'email' | 'name' | 'staffNumber'>>

/** What somebody does and where; the same again changes and records nothing. */
export const assignDuties = (
  ctx: Context,
  id: string,
  duties: Duties,
  heirId?: string,
  reportHeirId = heirId,
): Promise<void> =>
  ctx.write(async (tx, record) => {
    const before = await managedPerson(tx, ctx, id)
    const { roles, shopIds, ...rest } = duties
    if (rest.email !== null && !isEmail(rest.email)) throw refusal('invalid', 'emailBad', 'email')
    checkDuties(ctx, roles, shopIds)
    await checkNotLast(tx, before, duties)
    const [was, is] = [shown(before), shown(duties)]
    if (JSON.stringify(was) === JSON.stringify(is)) return
    await handOver(tx, ctx, before, duties, heirId)
    await leaveRoutes(tx, ctx, record, { person: before, place: duties, heirId: reportHeirId })
    if (!(await replacePerson(tx, before, { ...rest, roles: [...roles] })))
      throw refusal('conflict', 'changedMeanwhile')
    const left = before.shopIds.filter((shopId) => !shopIds.includes(shopId))
    await unlinkShops(tx, id, left)
    await linkShops(tx, [id], shopIds)
    for (const shopId of new Set([...before.shopIds, ...shopIds]))
      await record('person.duties_changed', `person:${id}`, { shopId, before: was, after: is })
  })

const shown = ({ roles, shopIds, email, name, staffNumber }: Duties) => ({
  roles: [...roles].sort(),
  shopIds: [...shopIds].sort(),
  email,
  name,
  staffNumber,
})
