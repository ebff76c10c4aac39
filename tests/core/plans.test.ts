/** What is looked at by every page and every sweep goes by an index of what is open, however long the history is. */
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engine } from '../../db/schema.ts'
import type { Reader } from '../../src/core/store.ts'
import { endedSince as endedFollowups } from '../../src/features/followups/store.ts'
import { lostBetween } from '../../src/features/followups/store-open.ts'
import { foundOf } from '../../src/features/giftrules/store-leftover.ts'
import { openOrders, ordersPaid } from '../../src/features/giftrules/store-orders.ts'
import { openProposals } from '../../src/features/giftrules/store-proposals.ts'
import { openItems } from '../../src/features/handovers/store-items.ts'
import { notesSince, untalkedOn } from '../../src/features/notebook/store.ts'
import { openSwaps } from '../../src/features/shifts/store-roster.ts'
import { openPasses } from '../../src/features/tasks/store-passes.ts'
import { endedSince as endedTasks } from '../../src/features/tasks/store.ts'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
let plain: Database.Database
beforeAll(async () => {
  w = await openWorld()
  if (engine === 'sqlite') plain = new Database(w.store.url, { readonly: true })
})
afterAll(async () => {
  plain?.close()
  await w.close()
})

const queries: [what: string, index: RegExp, ask: (db: Reader) => unknown][] = [
  ['open items of the handover', /handover_items_open/, (db) => openItems(db, 's')],
  ['shifts offered', /swaps_open/, (db) => openSwaps(db, 's')],
  ['tasks offered', /swaps_open/, (db) => openPasses(db, 's')],
  ['tasks that ended lately', /tasks_ended \(shop_id=\? AND ended_at>/, (db) => endedTasks(db, 's', 1)],
  ['follow-ups that ended lately', /followups_ended \(shop_id=\? AND ended_at>/, (db) => endedFollowups(db, 's', 1)],
  [
    'buyers lost today',
    /followups_shop \(.*opened_at.*followups_ended \(.*ended_at/s,
    (db) => lostBetween(db, 's', 1, 2),
  ],
  ['gift proposals to decide', /gift_proposals_open \(shop_id=\?\)/, (db) => openProposals(db, 's', undefined, 100)],
  ['orders with only gifts', /gift_only_shop/, (db) => foundOf(db, 's', 100)],
  ['open orders by payment', /orders_open \(shop_id=\?/, (db) => openOrders(db, 's', { paidAt: 1, id: 'a' }, 200)],
  [
    'a past day’s orders',
    /orders_gone \(shop_id=\? AND paid_at>\?/,
    (db) => ordersPaid(db, 's', { from: 1, to: 2, open: false }, undefined, 200),
  ],
  ['notes for the meeting', /notebook_agenda/, (db) => untalkedOn(db, 's', '2026-11-20')],
  ['notes of the last weeks', /notebook_shop \(shop_id=\? AND at>/, (db) => notesSince(db, 's', 1)],
]

test.runIf(engine === 'sqlite').each(queries)('%s: %s', (_what, index, ask) => {
  const { sql, params } = (ask(w.store.read) as { toSQL(): { sql: string; params: unknown[] } }).toSQL()
  const steps = plain.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[]
  expect(steps.map(({ detail }) => detail).join('\n')).toMatch(index)
})
