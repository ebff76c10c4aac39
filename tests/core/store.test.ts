import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, orders, orderItems } from '../../db/schema.ts'
import { revisionOf } from '../../src/core/activity.ts'
import { claim } from '../../src/core/due.ts'
import { openStore } from '../../src/core/store.ts'
import { addOrder, openWorld, orderNow, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const text = async (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (e) => String(e.cause ?? e),
  )

test('WHO-4 nothing edits or deletes the activity log', async () => {
  await w.as('小满').write((_tx, record) => record('order.flagged', 'order:1', { shopId: w.shopA.id, why: '试' }))
  expect(await text(w.store.write((tx) => tx.update(activity).set({ why: 'x' })))).toContain('append-only')
  expect(await text(w.store.write((tx) => tx.delete(activity)))).toContain('append-only')
  const rows = await w.store.read.select().from(activity).where(eq(activity.subject, 'order:1'))
  expect(rows.map((r) => [r.actor, r.kind, r.why])).toEqual([['小满', 'order.flagged', '试']])
})

test('a failure half-way leaves nothing, the activity row included', async () => {
  const order = await addOrder(w, w.shopA)
  const failed = w.as('小满').write(async (tx, record) => {
    await tx.update(orders).set({ urgent: true }).where(eq(orders.id, order.id))
    await record('order.urgent', `order:${order.id}`)
    throw new Error('half-way')
  })
  await expect(failed).rejects.toThrow('half-way')
  expect((await orderNow(w, order.id)).urgent).toBe(false)
  expect(await w.store.read.$count(activity, eq(activity.subject, `order:${order.id}`))).toBe(0)
})

test('the revision of a shop changes with every change of it and with no other', async () => {
  const before = [await revisionOf(w.store.read, w.shopA.id), await revisionOf(w.store.read, w.shopB.id)]
  await w.as('小满').write((_tx, record) => record('x.y', 'x:1', { shopId: w.shopA.id }))
  const after = [await revisionOf(w.store.read, w.shopA.id), await revisionOf(w.store.read, w.shopB.id)]
  expect(after[0]).not.toBe(before[0])
  expect(after[1]).toBe(before[1])
})

test('a planned moment is claimed once, and again when the work that claimed it failed', async () => {
  const other = openStore(process.env.DATABASE_URL!)
  const failing = w.store.write(async (tx) => {
    await claim(tx, 'job', 'k', 1000, 2000)
    throw new Error('died')
  })
  await expect(failing).rejects.toThrow('died')
  const got = await Promise.all(
    [w.store, other, w.store].map((s) => s.write((tx) => claim(tx, 'job', 'k', 1000, 2000))),
  )
  expect(got.filter(Boolean)).toHaveLength(1)
  await other.close()
})

test('bulk rows: inserted, overwritten where they differ, json and booleans as everywhere', async () => {
  const order = await addOrder(w, w.shopA)
  const columns = [
    'id',
    'shopId',
    'orderId',
    'oid',
    'title',
    'variant',
    'code',
    'quantity',
    'price',
    'refund',
    'service',
  ]
  const row = (id: string, title: string, quantity: number | null) => [
    id,
    w.shopA.id,
    order.id,
    '1',
    title,
    '',
    'C',
    quantity,
    100,
    'none',
    true,
  ]
  const insert = { table: orderItems, columns, conflict: { key: ['orderId', 'oid'], update: ['title', 'quantity'] } }
  await w.store.write((tx) => w.store.bulk(tx, { ...insert, rows: [row('a', '杯', null)] }))
  await w.store.write((tx) => w.store.bulk(tx, { ...insert, rows: [row('b', '杯子', 2)] }))
  const items = await w.store.read.select().from(orderItems).where(eq(orderItems.orderId, order.id))
  expect(items).toMatchObject([{ id: 'a', title: '杯子', quantity: 2, service: true }])
})
