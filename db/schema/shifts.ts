import { openSwap } from '../conditions.ts'
import type { Kit } from '../kit.ts'

export function shiftTables(k: Kit) {
  /** A shop's own shifts beside day, night and off. */
  const shiftCodes = k.table(
    'shift_codes',
    {
      shopId: k.text().notNull(),
      /** "mid": what the roster holds. */
      code: k.text().notNull(),
      /** 中班 */
      name: k.text().notNull(),
      from: k.text().notNull(),
      to: k.text().notNull(),
      /** Whose side it is on at the handover. */
      side: k.oneOf('day', 'night').notNull(),
      retiredAt: k.at(),
    },
    (t) => [k.primaryKey({ columns: [t.shopId, t.code] })],
  )

  /** Who works which shift on which day: one a person, shop and day. */
  const roster = k.table(
    'roster',
    {
      shopId: k.text().notNull(),
      day: k.day().notNull(),
      personId: k.text().notNull(),
      /** As it is being planned: "day", "night", "off", an own code; null: nothing. */
      code: k.text(),
      /** As the team was told; it counts. null: nothing yet. */
      published: k.text(),
      /** Fell ill, came for somebody: why it changed. */
      note: k.text(),
      changedAt: k.at().notNull(),
      changedBy: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.shopId, t.day, t.personId] }), k.index('roster_person').on(t.personId, t.day)],
  )

  /** A shift or a task that one person asks another to take; the other's shift comes back when it is an exchange. */
  const swaps = k.table(
    'swaps',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      kind: k.oneOf('shift', 'task').notNull(),
      askedBy: k.text().notNull(),
      askedOf: k.text().notNull(),
      /** The asker's day and shift; the other's, if something comes back. */
      day: k.day(),
      code: k.text(),
      otherDay: k.day(),
      otherCode: k.text(),
      taskId: k.text(),
      why: k.text().notNull(),
      state: k.oneOf('asked', 'accepted', 'declined', 'withdrawn').notNull(),
      askedAt: k.at().notNull(),
      answeredAt: k.at(),
    },
    (t) => [
      k.index('swaps_open').on(t.shopId, t.askedAt).where(openSwap(t)),
      k.index('swaps_shop').on(t.shopId, t.askedAt),
    ],
  )

  return { shiftCodes, roster, swaps }
}
