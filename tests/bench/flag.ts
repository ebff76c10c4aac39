/** A flag change (row + remark + activity in one durable transaction) beside a bare prepared one of the same rows. */
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { newId } from '../../db/kit.ts'
import { orders } from '../../db/schema.ts'
import { makeContext } from '../../src/core/context.ts'
import { flagOrders } from '../../src/features/orders/index.ts'
import type { benchShop } from './data.ts'
import { inTurn, round, type Figure } from './figure.ts'

const CHANGES = 100

/** Each round sets the other colour, so that every change is one. */
let turn = 0

type Bench = Awaited<ReturnType<typeof benchShop>>

/** Changes a second, one after the other, each acknowledged only when the disk has it. */
async function perSecond(change: (id: string, flag: 'red' | 'yellow') => unknown, ids: string[]) {
  turn++
  const started = performance.now()
  for (let i = 0; i < CHANGES; i++) await change(ids[i % ids.length]!, (i + turn) % 2 ? 'red' : 'yellow')
  return CHANGES / ((performance.now() - started) / 1000)
}

export async function flagBench({ store, shop, who }: Bench, file: string): Promise<Figure> {
  const open = await store.read.select({ id: orders.id }).from(orders).where(eq(orders.open, true)).limit(CHANGES)
  const ids = open.map((o) => o.id)
  const bare = bareFlagging(file, shop.id)
  const ours = () =>
    perSecond(
      (id, flag) =>
        flagOrders(makeContext({ store, who, now: Date.now(), shopId: shop.id }), [id], { flag, remark: '周五前发' }),
      ids,
    )
  const [fast, plain] = await inTurn(21, ours, () => perSecond(bare.change, ids))
  bare.close()
  return {
    name: 'flag change, durable',
    ours: round(fast),
    bare: round(plain),
    unit: 'changes/s',
    ratio: round(fast / plain),
    target: '≥ 0.75',
    means: 'What rules, checks and words cost on top of writing the same three rows safely to disk.',
  }
}

/** The same rows by prepared statements, synchronous=FULL, nothing asked and nothing checked. */
function bareFlagging(file: string, shopId: string) {
  const db = new Database(file, { timeout: 5000 })
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'wal_autocheckpoint = 0'])
    db.pragma(pragma)
  const update = db.prepare('update orders set flag = ?, meaning = ?, changed_at = ? where id = ? and flag <> ?')
  const remark = db.prepare(
    "insert into remarks (id, shop_id, order_id, kind, text, author_id, author, at, for_packing) values (?, ?, ?, 'flag', ?, ?, ?, ?, 0)",
  )
  const log = db.prepare(
    'insert into activity (at, shop_id, actor_id, actor, kind, subject, before, after, why, deed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const all = db.transaction((id: string, flag: string) => {
    const now = Date.now()
    update.run(flag, 'ship', now, id, flag)
    remark.run(newId(), shopId, id, '周五前发', 'x', '木樨', now)
    log.run(
      now,
      shopId,
      'x',
      '木樨',
      'order.flagged',
      `order:${id}`,
      '{"flag":"red"}',
      `{"flag":"${flag}"}`,
      '周五前发',
      newId(),
    )
  })
  return {
    change: (id: string, flag: string) => all.immediate(id, flag),
    close: () => db.close(),
  }
}
