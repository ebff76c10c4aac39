import type { Kit } from '../kit.ts'

export function robotTables(k: Kit) {
  /** A robot of a chat group. Its address and secret are sealed (core/sealing.ts) and never shown again. */
  const robots = k.table(
    'robots',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      kind: k.oneOf('dingtalk', 'wecom', 'feishu').notNull(),
      name: k.text().notNull(),
      sealedUrl: k.text().notNull(),
      /** null: the robot wants no signature. */
      sealedSecret: k.text(),
      on: k.bool().notNull(),
      createdAt: k.at().notNull(),
      createdBy: k.text(),
      changedAt: k.at().notNull(),
      endedAt: k.at(),
    },
    (t) => [k.index('robots_shop').on(t.shopId)],
  )

  /** Which notices go into which group: `topic` is the first word of a message's key ("hold", "handover", "report"). */
  const robotTopics = k.table(
    'robot_topics',
    {
      shopId: k.text().notNull(),
      robotId: k.text().notNull(),
      topic: k.text().notNull(),
      /** Only what is late, or all. */
      least: k.oneOf('late', 'soon', 'calm').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.robotId, t.topic] }), k.index('robot_topics_shop').on(t.shopId, t.topic)],
  )

  return { robots, robotTopics }
}
