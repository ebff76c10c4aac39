import { sql } from 'drizzle-orm'
import type { Both } from '../../src/core/i18n.ts'
import type { Kit } from '../kit.ts'

export function inboxTables(k: Kit) {
  /** What the board tells one person: an alert, something due, a mention. */
  const messages = k.table(
    'messages',
    {
      id: k.id(),
      personId: k.text().notNull(),
      /** null: it concerns no single shop. */
      shopId: k.text(),
      /** What it is about, for good: the same key is never told twice to a person ("hold.alerted:<id>:<day>"). */
      key: k.text().notNull(),
      /** late: act now · soon: act today · calm: know it. */
      tone: k.oneOf('late', 'soon', 'calm').notNull(),
      text: k.json<Both>().notNull(),
      href: k.text().notNull(),
      at: k.at().notNull(),
      /** When it came into the inbox; null: waits for the end of quiet hours or for the next sweep. */
      deliveredAt: k.at(),
      /** It is told inside this digest, not by itself. */
      digestId: k.text(),
      readAt: k.at(),
    },
    (t) => [
      k.uniqueIndex('messages_key').on(t.personId, t.key),
      k
        .index('messages_waiting')
        .on(t.personId, t.at)
        .where(sql`${t.deliveredAt} is null`),
      k
        .index('messages_unread')
        .on(t.personId, t.deliveredAt)
        .where(sql`${t.readAt} is null and ${t.digestId} is null`),
      k.index('messages_digest').on(t.digestId),
      k.index('messages_person').on(t.personId, t.at),
    ],
  )

  /** When a person wants no calm messages: "22:00" to "08:00" of the shop's clock; no row: the default. */
  const quietHours = k.table('quiet_hours', {
    personId: k.text().primaryKey(),
    from: k.text(),
    to: k.text(),
  })

  /** Standing notices: apart from handovers, and they expire. */
  const notices = k.table(
    'notices',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      title: k.text().notNull(),
      body: k.text().notNull(),
      authorId: k.text(),
      author: k.text().notNull(),
      at: k.at().notNull(),
      /** The last day on which it stands. */
      expiresOn: k.day().notNull(),
      withdrawnAt: k.at(),
    },
    (t) => [k.index('notices_shop').on(t.shopId, t.expiresOn)],
  )
  const noticeReads = k.table(
    'notice_reads',
    { noticeId: k.text().notNull(), personId: k.text().notNull(), at: k.at().notNull() },
    (t) => [k.primaryKey({ columns: [t.noticeId, t.personId] })],
  )

  return { messages, quietHours, notices, noticeReads }
}
