/** What the day's line sees of a person's meetings: there, or read afterwards. */
import type { MeetingKind, StepSource } from '../../feature.ts'
import { attendanceOf } from './store-people.ts'
import { findMeeting } from './store.ts'

const stepOf =
  (kind: MeetingKind): StepSource =>
  async (db, { shop, day, shifts }) => {
    const href = `/meeting/${day}/${kind}`
    const meeting = await findMeeting(db, shop.id, { day, kind })
    const rows = meeting && new Map((await attendanceOf(db, [meeting.id])).map((row) => [row.personId, row]))
    return shifts.map(({ personId }) => {
      if (!meeting) return { doneAt: null, count: 0, href }
      const mine = rows?.get(personId)
      if (mine?.state === 'present') return { doneAt: meeting.closedAt ?? meeting.openedAt, count: 1, href }
      return { doneAt: mine?.readAt ?? null, count: 0, left: 1, href }
    })
  }

export const meetingSteps = { morning_meeting: stepOf('morning'), evening_meeting: stepOf('evening') }
