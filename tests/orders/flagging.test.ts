import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, holds, remarks } from '../../db/schema.ts'
import { addDays } from '../../src/core/time.ts'
import { flagOrders, previewFlagging } from '../../src/features/orders/flagging.ts'
import { addOrder, at, openWorld, orderNow, TODAY, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const rowsOf = (id: string) =>
  w.store.read
    .select()
    .from(activity)
    .where(eq(activity.subject, `order:${id}`))
    .orderBy(activity.seq)
const remarksOf = (id: string) => w.store.read.select().from(remarks).where(eq(remarks.orderId, id))
const holdsOf = (id: string) => w.store.read.select().from(holds).where(eq(holds.orderId, id))
const purple = { flag: 'purple', remark: '买家要改地址' } as const
const hold = { reason: 'information', dueOn: TODAY, note: '新地址' } as const

test('ORD-3 a flag changes together with its remark and leaves one row of the log', async () => {
  const order = await addOrder(w, w.shopA)
  await flagOrders(w.as('小满'), [order.id], { flag: 'red', remark: ' 先发 ' })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'red', meaning: 'ship' })
  expect(await remarksOf(order.id)).toMatchObject([
    { kind: 'flag', text: '先发', author: '小满', at: at('15:00'), forPacking: false },
  ])
  expect(await rowsOf(order.id)).toMatchObject([
    {
      kind: 'order.flagged',
      actor: '小满',
      why: '先发',
      before: { flag: 'grey', meaning: 'ship' },
      after: { flag: 'red', meaning: 'ship' },
    },
  ])
})

test('ORD-3 refuses a flag without a remark, and nothing changes', async () => {
  const order = await addOrder(w, w.shopA)
  await expect(flagOrders(w.as('小满'), [order.id], { flag: 'red', remark: '  ' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { remark: expect.any(Function) },
  })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'grey' })
  expect(await rowsOf(order.id)).toEqual([])
})

test('ORD-2 what the flag means in this shop is stored with it', async () => {
  const order = await addOrder(w, w.shopA)
  await flagOrders(w.as('小满'), [order.id], { flag: 'blue', remark: '问颜色' })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'blue', meaning: 'undecided' })
  await expect(flagOrders(w.as('小满'), [order.id], { flag: 'pink', remark: '没有这个旗' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('pressing twice changes nothing more', async () => {
  const order = await addOrder(w, w.shopA)
  await flagOrders(w.as('小满'), [order.id], { flag: 'red', remark: '先发' })
  const again = await flagOrders(w.as('小满'), [order.id], { flag: 'red', remark: '先发' })
  expect(again).toMatchObject({ changed: [], skipped: [{ id: order.id, why: 'same' }] })
  expect(await remarksOf(order.id)).toHaveLength(1)
  expect(await rowsOf(order.id)).toHaveLength(1)
})

test('HOLD-1 a purple flag opens a hold with reason, date, note and owner', async () => {
  const order = await addOrder(w, w.shopA)
  await flagOrders(w.as('小满'), [order.id], { ...purple, hold: { ...hold, dueOn: addDays(TODAY, 3) } })
  expect(await holdsOf(order.id)).toMatchObject([
    {
      reason: 'information',
      dueOn: '2026-11-23',
      note: '新地址',
      state: 'open',
      ownerId: w.actors['小满']!.id,
      ownerShift: 'day',
      postponed: 0,
    },
  ])
  expect(await rowsOf(order.id)).toMatchObject([{ kind: 'order.held', after: { hold: { dueOn: '2026-11-23' } } }])
})

test('HOLD-1 refuses a purple flag without a reason', async () => {
  const order = await addOrder(w, w.shopA)
  await expect(flagOrders(w.as('小满'), [order.id], purple)).rejects.toMatchObject({ code: 'invalid' })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'grey' })
})

test.each([
  ['no date', 'information', ''],
  ['no promised date', 'ship_later', ''],
  ['no day at all', 'other', '2026-02-30'],
  ['a day that has passed', 'ship_later', addDays(TODAY, -1)],
] as const)('HOLD-2 refuses a hold with %s', async (_name, reason, dueOn) => {
  const order = await addOrder(w, w.shopA)
  await expect(
    flagOrders(w.as('小满'), [order.id], { ...purple, hold: { reason, dueOn, note: '' } }),
  ).rejects.toMatchObject({ code: 'invalid', fields: { dueOn: expect.any(Function) } })
  expect(await holdsOf(order.id)).toEqual([])
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'grey' })
})

test('HOLD-2 today is a date, also just before midnight', async () => {
  const order = await addOrder(w, w.shopA)
  w.clock.now = at('23:59')
  await flagOrders(w.as('小满'), [order.id], { ...purple, hold })
  w.clock.now = at('00:01', addDays(TODAY, 1))
  const later = await addOrder(w, w.shopA)
  await expect(flagOrders(w.as('小满'), [later.id], { ...purple, hold })).rejects.toMatchObject({ code: 'invalid' })
  w.clock.now = at('15:00')
})

test('HOLD-1 a purple flag from outside gets its hold by the same flag', async () => {
  const order = await addOrder(w, w.shopA, { flag: 'purple' })
  const done = await flagOrders(w.as('小满'), [order.id], { ...purple, hold })
  expect(done.changed).toEqual([order.id])
  expect(await holdsOf(order.id)).toHaveLength(1)
})

test('HOLD-4 a shipping flag releases the hold; its promised day is here, so the order is urgent', async () => {
  const order = await addOrder(w, w.shopA)
  await flagOrders(w.as('小满'), [order.id], { ...purple, hold })
  await flagOrders(w.as('阿北'), [order.id], { flag: 'red', remark: '地址给了' })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'red', meaning: 'ship', urgent: true })
  expect(await holdsOf(order.id)).toMatchObject([{ state: 'released', settledBy: w.actors['阿北']!.id }])
})

test('HOLD-4 no flag but a shipping one lets a held order go', async () => {
  const order = await addOrder(w, w.shopA)
  await flagOrders(w.as('小满'), [order.id], { ...purple, hold })
  await expect(flagOrders(w.as('小满'), [order.id], { flag: 'blue', remark: '待定' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await orderNow(w, order.id)).toMatchObject({ flag: 'purple', meaning: 'hold' })
})

test('ORD-7 several at once: a preview of which change and why not, then one deed', async () => {
  const [grey, red, closed, held] = [
    await addOrder(w, w.shopA),
    await addOrder(w, w.shopA, { flag: 'red' }),
    await addOrder(w, w.shopA, { state: 'closed' }),
    await addOrder(w, w.shopA),
  ]
  await flagOrders(w.as('小满'), [held.id], { ...purple, hold })
  const ids = [grey.id, red.id, closed.id, held.id, grey.id]
  const wish = { flag: 'red', remark: '今天发' } as const
  const preview = await previewFlagging(w.as('小满'), ids, wish)
  expect(preview.map(({ plan }) => plan.skip)).toEqual([null, 'same', 'not_open', null])
  const done = await flagOrders(w.as('小满'), ids, wish)
  expect(done.changed).toEqual([grey.id, held.id])
  expect(done.skipped.map((s) => s.why)).toEqual(['same', 'not_open'])
  const deeds = [...(await rowsOf(grey.id)), ...(await rowsOf(held.id)).slice(1)].map((row) => row.deed)
  expect(deeds).toEqual([done.deed, done.deed])
})

test('WHO-2 another shop’s order is not found, and the own ones beside it stay as they are', async () => {
  const [own, foreign] = [await addOrder(w, w.shopA), await addOrder(w, w.shopB)]
  const wish = { flag: 'red', remark: '今天发' } as const
  await expect(flagOrders(w.as('小满'), [own.id, foreign.id], wish)).rejects.toMatchObject({ code: 'not_found' })
  await expect(previewFlagging(w.as('小满'), [foreign.id], wish)).rejects.toMatchObject({ code: 'not_found' })
  expect(await orderNow(w, own.id)).toMatchObject({ flag: 'grey' })
  expect(await rowsOf(own.id)).toEqual([])
})

test('who decided on an outdated flag is told so, and nothing is written', async () => {
  const order = await addOrder(w, w.shopA)
  const wish = (flag: 'red' | 'yellow') => ({ flag, remark: '定了', seen: new Map([[order.id, 'grey']]) })
  const got = await Promise.allSettled([
    flagOrders(w.as('小满'), [order.id], wish('red')),
    flagOrders(w.as('阿北'), [order.id], wish('yellow')),
  ])
  expect(got.map((g) => g.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await rowsOf(order.id)).toHaveLength(1)
  expect(await remarksOf(order.id)).toHaveLength(1)
})

test('a failure half-way leaves nothing', async () => {
  const [first, second] = [await addOrder(w, w.shopA), await addOrder(w, w.shopA)]
  const ctx = w.as('小满')
  let rows = 0
  const write: typeof ctx.write = (work) =>
    ctx.write((tx, record, ...rest) =>
      work(
        tx,
        async (...told) => {
          if (++rows === 2) throw new Error('the power went')
          return record(...told)
        },
        ...rest,
      ),
    )
  await expect(flagOrders({ ...ctx, write }, [first.id, second.id], { ...purple, hold })).rejects.toThrow('power')
  expect(await orderNow(w, first.id)).toMatchObject({ flag: 'grey' })
  expect([...(await holdsOf(first.id)), ...(await remarksOf(first.id)), ...(await rowsOf(first.id))]).toEqual([])
})
