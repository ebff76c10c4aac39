import { sql } from 'drizzle-orm'
import type { Both } from '../../src/core/i18n.ts'
import type { Kit } from '../kit.ts'

export function meetingTables(k: Kit) {
  /** A morning or evening meeting of a shop's business day. */
  const meetings = k.table(
    'meetings',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      day: k.day().notNull(),
      kind: k.oneOf('morning', 'evening').notNull(),
      state: k.oneOf('open', 'closed').notNull(),
      notes: k.text().notNull(),
      openedAt: k.at().notNull(),
      openedBy: k.text(),
      closedAt: k.at(),
      closedBy: k.text(),
    },
    (t) => [k.uniqueIndex('meetings_day').on(t.shopId, t.day, t.kind)],
  )

  /** A point of the agenda, drafted from data or added by hand. */
  const meetingPoints = k.table(
    'meeting_points',
    {
      id: k.id(),
      meetingId: k.text().notNull(),
      /** Where it was drafted from ("hold:<id>"); null: added by hand. */
      key: k.text(),
      /** The source's name ("holds"), for its heading. */
      source: k.text(),
      text: k.json<Both>().notNull(),
      href: k.text(),
      place: k.int().notNull(),
      talkedAt: k.at(),
      /** What was said about it. */
      outcome: k.text(),
    },
    (t) => [
      k.index('meeting_points_meeting').on(t.meetingId),
      k
        .uniqueIndex('meeting_points_key')
        .on(t.meetingId, t.key)
        .where(sql`${t.key} is not null`),
    ],
  )

  const attendance = k.table(
    'attendance',
    {
      meetingId: k.text().notNull(),
      personId: k.text().notNull(),
      state: k.oneOf('present', 'absent').notNull(),
      /** Was not there and has read what was missed. */
      readAt: k.at(),
    },
    (t) => [k.primaryKey({ columns: [t.meetingId, t.personId] }), k.index('attendance_person').on(t.personId)],
  )

  const decisions = k.table(
    'decisions',
    {
      id: k.id(),
      meetingId: k.text().notNull(),
      shopId: k.text().notNull(),
      text: k.text().notNull(),
      /** The action item that it became. */
      taskId: k.text(),
      at: k.at().notNull(),
      by: k.text(),
    },
    (t) => [k.index('decisions_meeting').on(t.meetingId)],
  )

  /** Something that one person has to do by a moment: an action item of a meeting, or another room's. */
  const tasks = k.table(
    'tasks',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      kind: k.oneOf('action', 'task').notNull(),
      text: k.text().notNull(),
      ownerId: k.text(),
      /** WHO-6: the owner is a person and a shift. */
      ownerSide: k.oneOf('day', 'night').notNull(),
      dueAt: k.at().notNull(),
      state: k.oneOf('open', 'done', 'dropped').notNull(),
      /** One line: how it ended. */
      ending: k.text(),
      meetingId: k.text(),
      orderId: k.text(),
      /** The page of the thing it is about ("/claims/<id>"). */
      href: k.text(),
      createdAt: k.at().notNull(),
      createdBy: k.text(),
      endedAt: k.at(),
      endedBy: k.text(),
    },
    (t) => [
      k
        .index('tasks_open')
        .on(t.shopId, t.dueAt)
        .where(sql`${t.state} = 'open'`),
      k.index('tasks_owner').on(t.ownerId, t.dueAt),
      k.index('tasks_meeting').on(t.meetingId),
      k
        .index('tasks_ended')
        .on(t.shopId, t.endedAt)
        .where(sql`${t.endedAt} is not null`),
    ],
  )

  /** 备忘本: a problem met at work, kept for the evening meeting. */
  const notebook = k.table(
    'notebook',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      authorId: k.text().notNull(),
      author: k.text().notNull(),
      text: k.text().notNull(),
      orderId: k.text(),
      at: k.at().notNull(),
      /** The business day on whose evening agenda it stands; null: not yet. */
      agendaDay: k.day(),
      talkedAt: k.at(),
      /** What came of it. */
      ending: k.text(),
    },
    (t) => [
      k.index('notebook_author').on(t.authorId, t.at),
      k.index('notebook_shop').on(t.shopId, t.at),
      k
        .index('notebook_agenda')
        .on(t.shopId, t.agendaDay)
        .where(sql`${t.talkedAt} is null`),
    ],
  )

  /** Steps of the day's line that an agent ticked; what the board sees for itself is not kept. */
  const dayTicks = k.table(
    'day_ticks',
    {
      shopId: k.text().notNull(),
      personId: k.text().notNull(),
      day: k.day().notNull(),
      step: k.text().notNull(),
      at: k.at().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.shopId, t.personId, t.day, t.step] })],
  )

  return { meetings, meetingPoints, attendance, decisions, tasks, notebook, dayTicks }
}
