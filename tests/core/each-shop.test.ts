import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messages, shops } from '../../db/schema.ts'
import { features } from '../../src/features.ts'
import { addTask } from '../../src/features/tasks/index.ts'
import { openFollowup } from '../../src/features/followups/index.ts'
import { at, openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

test('one shop’s fault keeps no other shop waiting: tasks and follow-ups that are due are told all the same', async () => {
  const [who, shopId] = [w.as('外店'), w.shopB.id]
  await addTask(who, { shopId, kind: 'task', text: '对账', ownerId: who.who.id!, dueAt: at('15:10') })
  await openFollowup(who, shopId, { kind: 'self_service', buyer: 'tb2026', said: '谢谢', nextAt: at('15:10') })
  await w.store.write((tx) => tx.update(shops).set({ timeZone: 'No/Where' }).where(eq(shops.id, w.shopA.id)))
  w.clock.now = at('15:20')
  const failed: string[] = []
  for (const { name, sweep } of features.flatMap(({ jobs }) => jobs ?? []))
    await sweep(w.clockContext()).catch(() => failed.push(name))
  expect(failed).not.toEqual([]) // shop A does fail
  const told = await w.store.read.select({ key: messages.key }).from(messages).where(eq(messages.shopId, shopId))
  expect(told.map(({ key }) => key.split(':')[0])).toEqual(expect.arrayContaining(['task.reminded', 'followups.due']))
})
