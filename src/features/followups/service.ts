import { may } from '../../access.ts'
import type { Reader } from '../../core/store.ts'
import { staffOf } from '../people/index.ts'
import { dutiesAround, type Duty } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'

/** WHO-6: shifts of those who may talk to buyers; a warehouse hand who is on cannot take a follow-up over. */
export async function serviceAround(db: Reader, shop: Shop, now: number): Promise<Duty[]> {
  const able = new Set((await staffOf(db, shop.id)).filter((one) => may(one, 'followups.do')).map(({ id }) => id))
  return (await dutiesAround(db, shop, now)).filter(({ personId }) => able.has(personId))
}
