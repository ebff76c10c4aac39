/** DAY-1: the board sees for itself whether a person's handover was given. */
import type { Reader } from '../../core/store.ts'
import type { DayOfPerson, StepSeen } from '../../feature.ts'
import { handoverOfTurn, signaturesOf } from './store.ts'
import { lineCounts } from './store-items.ts'

export async function handoverStep(
  db: Reader,
  { shop, personId, day, side }: DayOfPerson,
  _now?: number,
): Promise<StepSeen> {
  const handover = await handoverOfTurn(db, shop.id, { day, side })
  if (!handover) return { doneAt: null, count: 0, href: '/handovers' }
  const signed = (await signaturesOf(db, handover.id)).find((one) => one.personId === personId && one.role === 'giving')
  const { count } = (await lineCounts(db, [handover.id])).get(handover.id) ?? { count: 0 }
  const href = `/handover/${handover.id}`
  const doneAt = signed?.at ?? handover.givenAt
  return doneAt === null ? { doneAt, count: 0, left: count, href } : { doneAt, count, left: 0, href }
}
