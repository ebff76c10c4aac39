/** WHO-6: each open thing has somebody who is on shift or next on shift; where nobody is, the leads have it. */
import { leadsOf } from '../../../src/features/people/index.ts'
import { dutiesAround, whoHas } from '../../../src/features/shifts/index.ts'
import { onNext, onNow } from '../rota.ts'
import { thingsOf } from './things.ts'
import type { Check, Fault, Look } from './look.ts'
import { track } from './watch.ts'

export const everythingHasAnOwner: Check = async (look) => {
  const { db, place, now, watch, open } = look
  const duties = await dutiesAround(db, place.shop, now)
  const leads = await leadsOf(db, place.shop.id)
  const answerable = whoAnswers(look)
  return thingsOf(open).flatMap(({ kind, key, ownerId, subject }): Fault[] => {
    track(watch, kind, key)
    const { people, because } = whoHas({ id: ownerId }, duties, { now, leads })
    const why = answerable(people)
    return why ? [{ what: key, why: `${why} (${because})`, subject }] : []
  })
}

/** By the simulation's own roster: why these people are nobody; undefined when one of them is there, comes next, or leads. */
function whoAnswers({ place, now }: Look) {
  const on = new Set(onNow(place, now).map(({ personId }) => personId))
  const next = new Set(onNext(place, now).map(({ personId }) => personId))
  const supervisors = new Set(place.team.filter(({ role }) => role === 'supervisor').map(({ id }) => id))
  return (people: readonly string[]): string | undefined => {
    if (people.some((id) => on.has(id))) return undefined
    if (on.size) return people.length ? 'those who have it are not on shift, others are' : 'nobody has it'
    if (people.some((id) => next.has(id))) return undefined
    if (next.size) return 'the next shift does not have it'
    return people.some((id) => supervisors.has(id)) ? undefined : 'nobody is planned, and no supervisor has it'
  }
}
