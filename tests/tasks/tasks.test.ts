import { afterAll, beforeAll, expect, test } from 'vitest'
import { swaps } from '../../db/schema.ts'
import { findShop } from '../../src/features/shops/index.ts'
import { taskReminders } from '../../src/features/tasks/jobs.ts'
import {
  acceptTask,
  declineTask,
  dropTask,
  finishTask,
  moveTask,
  passTask,
  reopenTask,
} from '../../src/features/tasks/index.ts'
import { taskAgenda, taskHandover } from '../../src/features/tasks/sources.ts'
import { openPassOf } from '../../src/features/tasks/store-passes.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { givenTask, idOf, kindsOf, rostered, taskNow, toldOf } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
const shopNow = async () => (await findShop(w.store.read, w.shopA.id))!

async function clockAt<T>(now: number, work: () => Promise<T>): Promise<T> {
  w.clock.now = now
  try {
    return await work()
  } finally {
    w.clock.now = at('15:00')
  }
}

test('a task is given, its owner is told, its line says how it ended, who gave it hears of it', async () => {
  const id = await givenTask(w)
  expect(await taskNow(w, id)).toMatchObject({ state: 'open', ownerId: idOf(w, '小满'), ownerSide: 'night' })
  expect(await toldOf(w, '小满')).toContain('task.given')
  await finishTask(w.as('小满'), id, '发了')
  expect(await taskNow(w, id)).toMatchObject({ state: 'done', ending: '发了', endedBy: idOf(w, '小满') })
  expect(await kindsOf(w, `task:${id}`)).toEqual(['task.added', 'task.finished'])
  expect(await toldOf(w, '木樨')).toContain('task.ended')
})

test('without a line it does not end; twice changes nothing more', async () => {
  const id = await givenTask(w)
  await expect(finishTask(w.as('小满'), id, ' ')).rejects.toMatchObject({ code: 'invalid' })
  await expect(dropTask(w.as('小满'), id, '')).rejects.toMatchObject({ code: 'invalid' })
  await finishTask(w.as('小满'), id, '发了')
  await expect(finishTask(w.as('小满'), id, '又发了')).rejects.toMatchObject({ code: 'conflict' })
  expect(await taskNow(w, id)).toMatchObject({ ending: '发了' })
  expect(await kindsOf(w, `task:${id}`)).toEqual(['task.added', 'task.finished'])
})

test('two settle it at once: one wins, the other is told', async () => {
  const id = await givenTask(w)
  const tries = [finishTask(w.as('小满'), id, '甲'), dropTask(w.as('木樨'), id, '乙')]
  const results = await Promise.allSettled(tries)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  expect(await kindsOf(w, `task:${id}`)).toHaveLength(2)
})

test('somebody else’s task is refused; what ended can be opened again', async () => {
  const id = await givenTask(w)
  await expect(finishTask(w.as('松针'), id, '好')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(finishTask(w.as('外店'), id, '好')).rejects.toMatchObject({ code: 'not_found' })
  await dropTask(w.as('木樨'), id, '不用了')
  await reopenTask(w.as('木樨'), id)
  expect(await taskNow(w, id)).toMatchObject({ state: 'open', ending: null, endedAt: null })
})

test('it is not given for a time that has passed, nor to somebody of another shop', async () => {
  await expect(givenTask(w, { dueAt: at('14:59') })).rejects.toMatchObject({ code: 'invalid' })
  await expect(givenTask(w, { ownerId: idOf(w, '外店') })).rejects.toMatchObject({ code: 'invalid' })
  await expect(givenTask(w, { shopId: w.shopB.id })).rejects.toMatchObject({ code: 'not_found' })
})

test('another time needs a reason and is later than now', async () => {
  const id = await givenTask(w)
  await expect(moveTask(w.as('小满'), id, { dueAt: at('14:00'), why: '改' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(moveTask(w.as('小满'), id, { dueAt: at('18:00'), why: '' })).rejects.toMatchObject({ code: 'invalid' })
  await moveTask(w.as('小满'), id, { dueAt: at('18:00'), why: '等快递' })
  expect(await taskNow(w, id)).toMatchObject({ dueAt: at('18:00') })
})

test('SHIFT-1 a task changes hands only when the other accepts, and the supervisor sees it', async () => {
  const id = await givenTask(w)
  expect(await passTask(w.as('小满'), id, { personId: idOf(w, '阿北'), why: '我要下班' })).toBe('asked')
  expect(await taskNow(w, id)).toMatchObject({ ownerId: idOf(w, '小满') })
  expect(await toldOf(w, '阿北')).toContain('task.asked')
  const pass = (await openPassOf(w.store.read, id))!
  await expect(acceptTask(w.as('远志'), pass.id)).rejects.toMatchObject({ code: 'conflict' })
  await expect(acceptTask(w.as('外店'), pass.id)).rejects.toMatchObject({ code: 'not_found' })
  await acceptTask(w.as('阿北'), pass.id)
  expect(await taskNow(w, id)).toMatchObject({ ownerId: idOf(w, '阿北') })
  expect(await toldOf(w, '小满')).toContain('task.accepted')
  expect(await toldOf(w, '木樨')).toContain('task.swapped')
  await expect(acceptTask(w.as('阿北'), pass.id)).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(w, `task:${id}`)).toEqual(['task.added', 'task.pass_asked', 'task.passed'])
})

test('SHIFT-1 declined it stays; ended it needs no answer any more; one question at a time', async () => {
  const id = await givenTask(w)
  const wish = { personId: idOf(w, '阿北'), why: '忙' }
  await passTask(w.as('小满'), id, wish)
  await expect(passTask(w.as('小满'), id, wish)).rejects.toMatchObject({ code: 'conflict' })
  await declineTask(w.as('阿北'), (await openPassOf(w.store.read, id))!.id)
  expect(await taskNow(w, id)).toMatchObject({ ownerId: idOf(w, '小满') })
  await passTask(w.as('小满'), id, wish)
  const second = (await openPassOf(w.store.read, id))!
  await finishTask(w.as('小满'), id, '自己做了')
  await expect(acceptTask(w.as('阿北'), second.id)).rejects.toMatchObject({ code: 'conflict' })
  expect((await w.store.read.select().from(swaps)).filter(({ state }) => state === 'asked')).toEqual([])
})

test('SHIFT-1 a lead gives it outright', async () => {
  const id = await givenTask(w)
  expect(await passTask(w.as('木樨'), id, { personId: idOf(w, '远志'), why: '' })).toBe('given')
  expect(await taskNow(w, id)).toMatchObject({ ownerId: idOf(w, '远志') })
  expect(await toldOf(w, '远志')).toContain('task.given')
})

test('who has it is told when it is due, the leads half an hour later, each once', async () => {
  const id = await givenTask(w, { text: '到点了', dueAt: at('15:30') })
  const sweep = (time: string) => clockAt(at(time), () => taskReminders.sweep(w.clockContext()))
  const reminded = async () => (await kindsOf(w, `task:${id}`)).slice(1)
  await sweep('15:29')
  expect(await reminded()).toEqual([])
  await sweep('15:30')
  await sweep('15:45')
  expect(await reminded()).toEqual(['task.reminded'])
  expect(await toldOf(w, '小满')).toContain('task.reminded')
  w.clock.now = at('16:00')
  await Promise.all([1, 2, 3].map(() => taskReminders.sweep(w.clockContext())))
  await sweep('23:00')
  expect(await reminded()).toEqual(['task.reminded', 'task.overdue'])
  expect(await toldOf(w, '木樨', id)).toEqual(['task.overdue'])
  await finishTask(w.as('小满'), id, '好了')
})

test('MEET-2 what a meeting decided is on both agendas until it is done', async () => {
  const shop = await shopNow()
  const id = await givenTask(w, { kind: 'action', text: '改尺码表', dueAt: at('12:00', '2026-11-25') })
  const plain = await givenTask(w)
  const points = async (kind: 'morning' | 'evening') =>
    (await taskAgenda.points(w.store.read, shop, { kind, day: '2026-11-21', now: w.clock.now })).map(({ key }) => key)
  for (const kind of ['morning', 'evening'] as const) {
    expect(await points(kind)).toContain(`task:${id}`)
    expect(await points(kind)).not.toContain(`task:${plain}`)
  }
  await finishTask(w.as('小满'), id, '改好了')
  expect(await points('morning')).not.toContain(`task:${id}`)
})

test('SHIFT-2 the handover has what is overdue or due before the next turn ends, and hears how it ended', async () => {
  const shop = await shopNow()
  const span = { now: at('16:30'), until: at('00:30', '2026-11-21') }
  const [tonight, tomorrow] = [
    await givenTask(w, { dueAt: at('20:00') }),
    await givenTask(w, { dueAt: at('09:00', '2026-11-21') }),
  ]
  const open = (await taskHandover.open(w.store.read, shop, span)).map(({ key }) => key)
  expect(open).toContain(`task:${tonight}`)
  expect(open).not.toContain(`task:${tomorrow}`)
  await w.store.write((tx) => taskHandover.taken!(tx, `task:${tonight}`, { personId: idOf(w, '阿北'), side: 'night' }))
  expect(await taskNow(w, tonight)).toMatchObject({ ownerId: idOf(w, '阿北'), ownerSide: 'night' })
  await finishTask(w.as('阿北'), tonight, '好了')
  const ended = await taskHandover.ended(w.store.read, shop, [`task:${tonight}`, `task:${tomorrow}`], span)
  expect(ended.get(`task:${tonight}`)).toEqual({ zh: '做完：好了', en: 'Done: 好了' })
  expect(ended.has(`task:${tomorrow}`)).toBe(true) // due after the next turn
})

test('WHO-6 when the owner went home, whoever is on may settle it, and takes it with one press', async () => {
  await rostered(w, { 小满: 'day', 阿北: 'night' })
  const id = await givenTask(w, { dueAt: at('20:00') })
  await expect(finishTask(w.as('阿北'), id, '好')).rejects.toMatchObject({ code: 'forbidden' })
  await clockAt(at('18:00'), async () => {
    await passTask(w.as('阿北'), id, { personId: idOf(w, '阿北'), why: '' })
    await finishTask(w.as('阿北'), id, '好了')
  })
  expect(await taskNow(w, id)).toMatchObject({ state: 'done', ownerId: idOf(w, '阿北'), ownerSide: 'night' })
})
