/** Who is told what by the rooms of orders and batches. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { holds, orders, roster } from '../../db/schema.ts'
import { freezeJob } from '../../src/features/cutoff/jobs.ts'
import { answerStop, askStop } from '../../src/features/cutoff/index.ts'
import { deliverMessages } from '../../src/features/inbox/index.ts'
import { releaseHold } from '../../src/features/orders/index.ts'
import { holdReminders } from '../../src/features/orders/jobs.ts'
import { heldOrder, parcelOf } from '../orders/scene.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { forget, told, toldWhom } from './told.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await forget(w)
  await w.store.write(async (tx) => {
    await tx.delete(roster)
    await tx.delete(holds)
    await tx.update(orders).set({ open: false })
  })
})
afterAll(() => w.close())

const sweepHolds = async (time: string, day = TODAY) => {
  w.clock.now = at(time, day)
  await holdReminders.sweep(w.clockContext())
}
/** A hold that 小满 opened yesterday afternoon. */
async function heldYesterday(dueOn = TODAY) {
  const made = await heldOrder(w, { dueOn })
  const openedAt = at('15:00', '2026-11-19')
  await w.store.write((tx) => tx.update(holds).set({ openedAt }).where(eq(holds.id, made.hold.id)))
  return made
}
const works = (handle: string, code: string, day = TODAY) =>
  w.store.write((tx) =>
    tx
      .insert(roster)
      .values({ shopId: w.shopA.id, day, personId: w.actors[handle]!.id!, code, published: code, changedAt: 1 }),
  )

test('HOLD-3 thirty minutes before the cutoff the supervisor is told, once, and which buyer it is about', async () => {
  const { hold } = await heldYesterday()
  await sweepHolds('15:29')
  expect(await toldWhom(w, 'hold.alerted')).toEqual([])
  await sweepHolds('15:30')
  await sweepHolds('15:31')
  expect(await toldWhom(w, 'hold.alerted')).toEqual(['木樨'])
  expect((await told(w, '木樨'))[0]).toMatchObject({
    tone: 'late',
    href: `/holds/${hold.id}`,
    text: {
      zh: '暂缓还没结：陈*平，等信息，新地址。16:00 就截单，放行、改期或取消',
      en: expect.stringContaining('Cutoff at 16:00') as string,
    },
  })
})

test('HOLD-3 at the cutoff the managers are told too that it is overdue', async () => {
  await heldYesterday()
  await sweepHolds('16:00')
  expect(await toldWhom(w, 'hold.overdue')).toEqual(['木樨', '南星'])
  expect((await told(w, '南星')).map(({ tone }) => tone)).toEqual(['late'])
})

test('HOLD-3 on the morning of its date its owner is told, once', async () => {
  await heldYesterday()
  await sweepHolds('08:29')
  expect(await toldWhom(w, 'hold.due')).toEqual([])
  await sweepHolds('08:30')
  await sweepHolds('09:00')
  expect(await toldWhom(w, 'hold.due')).toEqual(['小满'])
  expect((await told(w, '小满')).map(({ tone }) => tone)).toEqual(['soon'])
})

test('WHO-6 while its owner is off duty, those of the shift that is on are told', async () => {
  await heldYesterday()
  await works('小满', 'night')
  await works('阿北', 'day')
  await sweepHolds('08:30')
  expect(await toldWhom(w, 'hold.due')).toEqual(['阿北'])
})

test('HOLD-3 who opens a hold for today knows of it; of one that waits nothing is said', async () => {
  await heldOrder(w)
  await heldYesterday('2026-11-21')
  await sweepHolds('15:10')
  expect(await toldWhom(w, 'hold.')).toEqual([])
})

test('HOLD-3 settled before the morning, nobody is told', async () => {
  const { hold } = await heldYesterday()
  w.clock.now = at('08:00')
  await releaseHold(w.as('小满'), hold.id, { flag: 'red', remark: '好了' })
  await sweepHolds('08:30')
  expect(await toldWhom(w, 'hold.')).toEqual([])
})

test('HOLD-3 a morning with many holds comes as one digest', async () => {
  for (let i = 0; i < 7; i++) await heldYesterday()
  await sweepHolds('08:30')
  await deliverMessages(w.clockContext())
  const [digest] = (await told(w, '小满')).filter(({ key }) => key.startsWith('digest:'))
  expect(digest).toMatchObject({ tone: 'soon', text: { zh: expect.stringContaining('7 条今天要办') as string } })
})

const sweepCutoff = async (time: string) => {
  w.clock.now = at(time)
  await freezeJob.sweep(w.clockContext())
}

test('CUT-4 what still blocks is told at thirty and ten minutes; without a roster to the agents', async () => {
  await addOrder(w, w.shopA, { flag: 'green' })
  await sweepCutoff('15:29')
  expect(await toldWhom(w, 'batch.blockers')).toEqual([])
  await sweepCutoff('15:30')
  await sweepCutoff('15:40')
  expect(await toldWhom(w, 'batch.blockers')).toEqual(['小满', '阿北'])
  await sweepCutoff('15:50')
  expect((await told(w, '小满')).map(({ tone, href }) => [tone, href])).toEqual([
    ['soon', `/batch/${TODAY}`],
    ['late', `/batch/${TODAY}`],
  ])
})

test('CUT-4 with a roster those on duty are told who may decide; nobody there, the leads', async () => {
  const day = '2026-11-23'
  const sweep = async (time: string, on: string) => {
    w.clock.now = at(time, on)
    await addOrder(w, w.shopA, { flag: 'green', paidAt: at('09:00', on) })
    await freezeJob.sweep(w.clockContext())
  }
  await works('阿北', 'day', day)
  await works('松针', 'day', day)
  await works('小满', 'night', day)
  await sweep('15:30', day)
  expect(await toldWhom(w, 'batch.blockers')).toEqual(['阿北'])
  await forget(w)
  await sweep('15:30', '2026-11-24')
  expect(await toldWhom(w, 'batch.blockers')).toEqual(['木樨'])
})

test('CUT-4 nothing blocks, nobody is told', async () => {
  await w.store.write((tx) => tx.update(orders).set({ open: false }))
  w.clock.now = at('15:30', '2026-11-25')
  await freezeJob.sweep(w.clockContext())
  expect(await toldWhom(w, 'batch.blockers')).toEqual([])
})

test('CUT-5 the warehouse is told to stop a parcel, and the asker what became of it', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await parcelOf(w, order.id)
  await askStop(w.as('小满'), id, '买家不要了')
  expect(await toldWhom(w, 'parcel.stop_asked')).toEqual(['松针'])
  expect((await told(w, '松针'))[0]).toMatchObject({
    tone: 'late',
    href: expect.stringMatching(/^\/batch\/2026-11-\d\d$/) as string,
    text: { zh: '停包裹：陈*平，买家不要了（小满要停）。拦下了还是来不及，回一声' },
  })
  await answerStop(w.as('松针'), id, 'stopped')
  expect(await toldWhom(w, 'parcel.stop_answered')).toEqual(['小满'])
  expect((await told(w, '小满'))[0]).toMatchObject({ tone: 'soon', href: `/orders/${order.id}` })
})

test('CUT-5 too late to stop is late: the asker hears it, and whoever is on while they are off', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await parcelOf(w, order.id)
  await askStop(w.as('小满'), id, '地址错了')
  await works('阿北', 'night')
  await works('小满', 'day')
  w.clock.now = at('20:00')
  await answerStop(w.as('松针'), id, 'too_late')
  expect(await toldWhom(w, 'parcel.stop_answered')).toEqual(['小满', '阿北'])
  expect((await told(w, '阿北'))[0]).toMatchObject({ tone: 'late' })
})

test('a stop that is refused tells nobody', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await parcelOf(w, order.id, { stage: 'handed' })
  await expect(askStop(w.as('小满'), id, '晚了')).rejects.toThrow()
  expect(await toldWhom(w, 'parcel.')).toEqual([])
})
