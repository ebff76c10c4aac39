/** How long a notice stands, and who has not read it. Pure. */
import { addDays, type Day } from '../../core/time.ts'

type Standing = { expiresOn: Day; withdrawnAt: number | null }

/** Until the end of its last day, unless somebody took it down. */
export const stands = ({ expiresOn, withdrawnAt }: Standing, today: Day): boolean =>
  withdrawnAt === null && expiresOn >= today

/** A week is long enough for everybody to have been on shift. */
const USUAL_DAYS = 7
export const usualExpiry = (today: Day): Day => addDays(today, USUAL_DAYS)
/** What stands longer than this is no notice any more. */
const MOST_DAYS = 366
export const latestExpiry = (today: Day): Day => addDays(today, MOST_DAYS)

type ExpiryFault = 'past' | 'far'
export const expiryFault = (expiresOn: Day, today: Day): ExpiryFault | undefined =>
  expiresOn < today ? 'past' : expiresOn > latestExpiry(today) ? 'far' : undefined

/** Letters. */
export const LONGEST_TITLE = 80
export const LONGEST_BODY = 4000

type Colleague = { id: string }

/** Of those who work here now: who has read it and who has not. Who wrote it knows it. */
export function readersOf<P extends Colleague>(
  notice: { authorId: string | null },
  staff: readonly P[],
  readers: ReadonlySet<string>,
): { read: P[]; unread: P[] } {
  const asked = staff.filter(({ id }) => id !== notice.authorId)
  return { read: asked.filter(({ id }) => readers.has(id)), unread: asked.filter(({ id }) => !readers.has(id)) }
}
