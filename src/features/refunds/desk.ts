/** Gathers who refunds in a shop. */
import { may } from '../../access.ts'
import type { Reader } from '../../core/store.ts'
import { staffOf, type Staff } from '../people/index.ts'
import type { Shop } from '../shops/index.ts'
import { teamOf } from '../tasks/index.ts'
import type { Desk } from './rules.ts'

/** Who can be a handler. */
export const ableStaff = async (db: Reader, shopId: string): Promise<Staff[]> =>
  (await staffOf(db, shopId)).filter((person) => may(person, 'refunds.agree'))

export async function deskOf(db: Reader, shop: Shop, now: number): Promise<Desk> {
  const able = new Set((await ableStaff(db, shop.id)).map(({ id }) => id))
  const handlers = (shop.settings.refundHandlers ?? []).filter((id) => able.has(id))
  return { handlers, team: await teamOf(db, shop, now) }
}
