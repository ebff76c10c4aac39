/** DAY-1: the board sees for itself whether a person's handover was given. */
import type { Reader } from '../../core/store.ts'
import type { StepSeen, StepSource } from '../../feature.ts'
import type { Turn } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { handoverOfTurn, signaturesOf } from './store.ts'
import { lineCounts } from './store-items.ts'

export const handoverStep: StepSource = async (db, { shop, day, shifts }) => {
  const sides = [...new Set(shifts.map(({ side }) => side))]
  const turns = await Promise.all(sides.map(async (side) => [side, await turnSeen(db, shop, { day, side })] as const))
  const seenBy = new Map(turns)
  return shifts.map(({ side, personId }) => seenBy.get(side)!(personId))
}

/** One turn's, by person. A draft has no number: it is brought up to date by opening it, and until then tells an old one. */
async function turnSeen(db: Reader, shop: Shop, turn: Turn): Promise<(personId: string) => StepSeen> {
  const handover = await handoverOfTurn(db, shop.id, turn)
  if (!handover) return () => ({ doneAt: null, count: 0, href: '/handovers' })
  const signed = (await signaturesOf(db, handover.id)).filter(({ role }) => role === 'giving')
  const { count } = (await lineCounts(db, [handover.id])).get(handover.id) ?? { count: 0 }
  const href = `/handover/${handover.id}`
  return (personId) => {
    const doneAt = signed.find((one) => one.personId === personId)?.at ?? handover.givenAt
    return doneAt === null ? { doneAt, count: 0, href } : { doneAt, count, left: 0, href }
  }
}
