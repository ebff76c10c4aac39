import { sql } from 'drizzle-orm'
import type { Both } from '../../src/core/i18n.ts'
import { openItem } from '../conditions.ts'
import type { Kit } from '../kit.ts'

export function handoverTables(k: Kit) {
  /** What one side of a shop's day leaves to the next. */
  const handovers = k.table(
    'handovers',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      /** The business day on which the outgoing shift began, and its side. */
      day: k.day().notNull(),
      side: k.oneOf('day', 'night').notNull(),
      /** draft: being written · given: to be taken over · taken: every item acknowledged or settled, and signed. */
      state: k.oneOf('draft', 'given', 'taken').notNull(),
      startedAt: k.at().notNull(),
      givenAt: k.at(),
      givenBy: k.text(),
      /** Who takes over: the next side with people on it; null: nobody is planned. */
      toDay: k.day(),
      toSide: k.oneOf('day', 'night'),
      /** Until then every item is to be acknowledged; then the supervisors are alerted. */
      dueAt: k.at(),
      takenAt: k.at(),
    },
    (t) => [
      k.uniqueIndex('handovers_shift').on(t.shopId, t.day, t.side),
      k
        .index('handovers_waiting')
        .on(t.shopId, t.dueAt)
        .where(sql`${t.state} = 'given'`),
    ],
  )

  /** Something that one shift leaves to the next: open until somebody settles it, in however many handovers it stands. */
  const handoverItems = k.table(
    'handover_items',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      /** The open thing that it was drafted from ("hold:<id>"); null: the agent's own words. */
      key: k.text(),
      urgency: k.oneOf('steady', 'watch', 'urgent').notNull(),
      summary: k.json<Both>().notNull(),
      /** What is to be done. */
      todo: k.json<Both>(),
      /** By when, and by whom. */
      dueAt: k.at(),
      ownerId: k.text(),
      /** "if … then …" */
      ifThen: k.text(),
      href: k.text(),
      orderId: k.text(),
      /** Masked, as a list would show it. */
      buyer: k.text(),
      /** Everything it can be found by, folded. */
      search: k.text().notNull(),
      writerId: k.text(),
      writer: k.text().notNull(),
      bornAt: k.at().notNull(),
      bornDay: k.day().notNull(),
      bornSide: k.oneOf('day', 'night').notNull(),
      state: k.oneOf('open', 'settled').notNull(),
      settledAt: k.at(),
      settledBy: k.text(),
      /** One line: how it ended. */
      ending: k.json<Both>(),
      /** The agent left it out of the draft, with a reason. */
      leftOutWhy: k.text(),
    },
    (t) => [
      k
        .uniqueIndex('handover_items_key')
        .on(t.shopId, t.key)
        .where(sql`${t.state} = 'open' and ${t.key} is not null`),
      k.index('handover_items_open').on(t.shopId, t.bornAt).where(openItem(t)),
      k.index('handover_items_order').on(t.orderId),
      k.index('handover_items_shop').on(t.shopId, t.bornAt),
    ],
  )

  /** An item on a handover's list, as it was when it was given; and who of the next shift acknowledged it. */
  const handoverLines = k.table(
    'handover_lines',
    {
      handoverId: k.text().notNull(),
      itemId: k.text().notNull(),
      place: k.int().notNull(),
      /** The item's own fields as they were handed over; null while it is a draft. */
      given: k.json<Record<string, unknown>>(),
      acknowledgedAt: k.at(),
      acknowledgedBy: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.handoverId, t.itemId] }), k.index('handover_lines_item').on(t.itemId)],
  )

  /** What is said on an item: asked back, answered, amended after it was given. Append-only. */
  const handoverTalk = k.table(
    'handover_talk',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      itemId: k.text().notNull(),
      handoverId: k.text().notNull(),
      kind: k.oneOf('question', 'answer', 'amendment').notNull(),
      text: k.text().notNull(),
      authorId: k.text().notNull(),
      author: k.text().notNull(),
      at: k.at().notNull(),
    },
    (t) => [k.index('handover_talk_item').on(t.itemId)],
  )

  /** Each person signs for themself: who hands over, who takes over. */
  const handoverSignatures = k.table(
    'handover_signatures',
    {
      handoverId: k.text().notNull(),
      personId: k.text().notNull(),
      role: k.oneOf('giving', 'taking').notNull(),
      at: k.at().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.handoverId, t.personId, t.role] })],
  )

  return { handovers, handoverItems, handoverLines, handoverTalk, handoverSignatures }
}
