import type { Kit } from '../kit.ts'

export function boardTables(k: Kit) {
  /** How a person has laid out the panels of their board: names in their order, and which are folded. */
  const boardLayouts = k.table('board_layouts', {
    personId: k.text().primaryKey(),
    order: k.json<string[]>().notNull(),
    folded: k.json<string[]>().notNull(),
    changedAt: k.at().notNull(),
  })

  /** A screen on a wall: whoever has its address reads figures of one shop, and nothing of any buyer. */
  const walls = k.table(
    'walls',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      /** Where it hangs: "仓库". */
      name: k.text().notNull(),
      /** SHA-256 of the token in its address. */
      tokenHash: k.text().notNull(),
      createdAt: k.at().notNull(),
      createdBy: k.text(),
      /** When a screen last asked, to the minute. */
      seenAt: k.at(),
      endedAt: k.at(),
    },
    (t) => [k.uniqueIndex('walls_token').on(t.tokenHash), k.index('walls_shop').on(t.shopId)],
  )

  return { boardLayouts, walls }
}
