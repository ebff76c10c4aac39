import { sql } from 'drizzle-orm'
import type { Content } from '../../src/core/outbox-rules.ts'
import type { Kit } from '../kit.ts'

export function outboxTables(k: Kit) {
  /** REPORT-3: what leaves the board, one row for each recipient; written in the transaction of what it tells of. */
  const outbox = k.table(
    'outbox',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      channel: k.oneOf('mail', 'robot').notNull(),
      /** What it tells of, version included: "report:<id>:v1". */
      about: k.text().notNull(),
      /** A mail address, or the id of a robot. */
      address: k.text().notNull(),
      role: k.oneOf('to', 'cc', 'robot').notNull(),
      /** The same for the same recipient of the same thing, however often it goes out: a mailbox recognises a repeat. */
      messageId: k.text().notNull(),
      /** The content's, beside it: lists do not read attachments. */
      subject: k.text().notNull(),
      /** As it was when it was written; what changes later goes out as something new. */
      content: k.json<Content>().notNull(),
      /** bounced: accepted, and came back · failed: refused for good · held: kept back by a person. */
      state: k.oneOf('pending', 'sent', 'bounced', 'failed', 'held').notNull(),
      tries: k.int().notNull(),
      /** Not tried before, UTC ms. */
      nextAt: k.at().notNull(),
      /** Somebody is sending it until then; a process that died leaves it due again after that. */
      leasedUntil: k.at(),
      /** What the server answered last, in its words. */
      said: k.text(),
      at: k.at().notNull(),
      sentAt: k.at(),
      changedAt: k.at().notNull(),
    },
    (t) => [
      k.uniqueIndex('outbox_message').on(t.messageId),
      k
        .index('outbox_pending')
        .on(t.nextAt)
        .where(sql`${t.state} = 'pending'`),
      k.index('outbox_shop').on(t.shopId, t.state, t.at),
      k.index('outbox_about').on(t.about),
    ],
  )

  return { outbox }
}
