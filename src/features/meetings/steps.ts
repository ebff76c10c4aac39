/** What the day's line sees of a person's meetings: there, or read afterwards. */
import type { Feature, MeetingKind } from '../../feature.ts'
import { attendanceOf } from './store-people.ts'
import { findMeeting } from './store.ts'

type Step = NonNullable<NonNullable<Feature['steps']>['morning_meeting']>

const stepOf =
  (kind: MeetingKind): Step =>
  async (db, { shop, personId, day }) => {
    const href = `/meeting/${day}/${kind}`
    const meeting = await findMeeting(db, shop.id, { day, kind })
    if (!meeting) return { doneAt: null, count: 0, href }
    const mine = (await attendanceOf(db, [meeting.id])).find((row) => row.personId === personId)
    if (mine?.state === 'present') return { doneAt: meeting.closedAt ?? meeting.openedAt, count: 1, href }
    return { doneAt: mine?.readAt ?? null, count: 0, left: 1, href }
  }

export const meetingSteps = { morning_meeting: stepOf('morning'), evening_meeting: stepOf('evening') }
