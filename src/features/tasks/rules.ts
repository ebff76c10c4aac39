/** What may happen to a task, when it is late, and whose it is now. Pure. */
import { may, type Actor } from '../../access.ts'
import { dayOf, MINUTE } from '../../core/time.ts'
import type { Urgency } from '../../feature.ts'
import { whoHas, type Duty, type Having } from '../shifts/index.ts'
import { shiftAt, type Shift, type ShiftTimes } from '../shops/index.ts'
import type { Task } from './store.ts'

/** So long after its due time the leads are told; its owner is told at the due time. */
export const LEADS_TOLD_AFTER = 30 * MINUTE

export type Standing = 'overdue' | 'today' | 'later'
/** `now` in UTC ms; the business day is the shop's calendar day. */
export function standingOf({ dueAt }: Pick<Task, 'dueAt'>, now: number, zone: string): Standing {
  if (dueAt <= now) return 'overdue'
  return dayOf(dueAt, zone) === dayOf(now, zone) ? 'today' : 'later'
}

export const urgencyOf = ({ dueAt }: Pick<Task, 'dueAt'>, now: number): Urgency => (dueAt <= now ? 'urgent' : 'watch')

/** Who sees the team's tasks and gives them without asking. */
export const leadsTeam = (who: Pick<Actor, 'roles'>) => may(who, 'day.team')

/** Agents and after-sales hand over to each other; the warehouse and leads do only where the roster has them. */
export const worksShifts = ({ roles }: Pick<Actor, 'roles'>) => roles.includes('agent') || roles.includes('aftersales')

/** All that "whose is it now" needs, once for many tasks. */
export type Team = {
  duties: readonly Duty[]
  staff: ReadonlySet<string>
  /** Those of the staff whose tasks no shift takes over. */
  shiftless: ReadonlySet<string>
  leads: readonly string[]
  now: number
}

/**
 * WHO-6: who has it now: its owner while on duty or on duty again before it is due, else whoever stands in. Somebody
 * who no longer works here owns nothing.
 */
export function haversOf({ ownerId, dueAt }: Pick<Task, 'ownerId' | 'dueAt'>, team: Team): Having {
  const id = ownerId && team.staff.has(ownerId) ? ownerId : null
  const isBackInTime = team.duties.some(({ personId, from }) => personId === id && team.now < from && from < dueAt)
  if (id && (isBackInTime || team.shiftless.has(id))) return { people: [id], because: 'owner' }
  return whoHas({ id }, team.duties, team)
}

/** Its owner, whoever has it for them, who gave it, and the leads. */
export const mayEnd = (task: Pick<Task, 'ownerId' | 'createdBy'>, who: Pick<Actor, 'id' | 'roles'>, having: Having) =>
  who.id === task.ownerId || who.id === task.createdBy || having.people.includes(who.id ?? '') || leadsTeam(who)

/** The side on which the owner works when it is due; without a roster the side that is on then. */
export function sideFor(
  owner: { id: string | null; dueAt: number },
  duties: readonly Duty[],
  { shifts, timeZone }: { shifts: ShiftTimes; timeZone: string },
): Shift {
  const own = duties.filter((duty) => duty.personId === owner.id && duty.to > owner.dueAt)
  const [first] = own.sort((a, b) => a.from - b.from)
  return first && first.from <= owner.dueAt ? first.side : shiftAt(shifts, owner.dueAt, timeZone)
}
