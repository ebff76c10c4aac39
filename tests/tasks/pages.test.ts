import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPassOf } from '../../src/features/tasks/store-passes.ts'
import { openTasks } from '../../src/features/tasks/index.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { givenTask, idOf, taskNow } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
const textOf = async (reply: Response | Promise<Response>) => (await reply).text()

test('one line, who and when: it stands on the owner’s list, not on another’s', async () => {
  const lead = await w.browserOf('木樨')
  const form = { text: '问仓库要杯垫', person: idOf(w, '小满'), day: '2026-11-20', time: '17:30' }
  expect((await lead.post('/tasks', form)).headers.get('location')).toMatch(/^\/tasks\?saved=/)
  expect(await textOf((await w.browserOf('小满')).get('/tasks'))).toContain('问仓库要杯垫')
  expect(await textOf((await w.browserOf('阿北')).get('/tasks?whose=team'))).not.toContain('问仓库要杯垫')
  const team = await textOf(lead.get('/tasks?whose=team'))
  expect([team.includes('问仓库要杯垫'), team.includes('全组 1 件要做')]).toEqual([true, true])
})

test('a form without a day that is one names its field', async () => {
  const form = { text: '看一下', person: idOf(w, '小满'), day: '', time: '25:00' }
  const reply = await (await w.browserOf('木樨')).post('/tasks', form, { 'hx-request': 'true' })
  expect(reply.status).toBe(422)
  expect(await reply.text()).toContain('data-field="day"')
})

test('a task’s page: asked, accepted, moved, finished, opened again', async () => {
  const id = await givenTask(w)
  const [owner, other] = [await w.browserOf('小满'), await w.browserOf('阿北')]
  await owner.post(`/tasks/${id}/pass`, { person: idOf(w, '阿北'), why: '我要下班' })
  const page = await textOf(other.get(`/tasks/${id}`))
  expect(page).toContain('小满 请你接手')
  const pass = (await openPassOf(w.store.read, id))!
  expect(page).toContain(`/passes/${pass.id}/accept`)
  await other.post(`/passes/${pass.id}/accept`)
  await other.post(`/tasks/${id}/move`, { day: '2026-11-20', time: '19:00', why: '晚点' })
  await other.post(`/tasks/${id}/finish`, { ending: '发了' })
  expect(await taskNow(w, id)).toMatchObject({ state: 'done', dueAt: at('19:00'), ownerId: idOf(w, '阿北') })
  expect(await textOf(other.get('/tasks'))).toContain('发了')
  await other.post(`/tasks/${id}/reopen`)
  expect(await taskNow(w, id)).toMatchObject({ state: 'open' })
})

test('declined and withdrawn from the page', async () => {
  const id = await givenTask(w)
  const [owner, other] = [await w.browserOf('小满'), await w.browserOf('阿北')]
  await owner.post(`/tasks/${id}/pass`, { person: idOf(w, '阿北'), why: '忙' })
  await other.post(`/passes/${(await openPassOf(w.store.read, id))!.id}/decline`)
  await owner.post(`/tasks/${id}/pass`, { person: idOf(w, '阿北'), why: '忙' })
  await owner.post(`/passes/${(await openPassOf(w.store.read, id))!.id}/withdraw`)
  expect(await openPassOf(w.store.read, id)).toBeUndefined()
  await owner.post(`/tasks/${id}/drop`, { ending: '不用了' })
  expect(await taskNow(w, id)).toMatchObject({ state: 'dropped' })
})

test('the pages speak English, and the log knows every sentence', async () => {
  const id = await givenTask(w)
  const browser = await w.browserOf('木樨')
  for (const path of ['/tasks', '/tasks?whose=team', `/tasks/${id}`]) {
    const page = await textOf(browser.get(path, { 'accept-language': 'en' }))
    expect(page.replace(/<title>.*<\/title>|<a class="brand".*?<\/a>/gs, '')).not.toMatch(/undefined|待办|归谁|漏了/)
  }
  expect(await textOf(browser.get('/activity'))).not.toMatch(/task\.\w+/)
})

test('WHO-2 another shop’s person finds and changes nothing', async () => {
  const id = await givenTask(w)
  const before = JSON.stringify(await openTasks(w.store.read, w.shopA.id))
  const browser = await w.browserOf('外店')
  expect((await browser.get(`/tasks/${id}`)).status).toBe(404)
  for (const path of ['finish', 'drop', 'reopen', 'pass', 'move'])
    expect(
      (
        await browser.post(`/tasks/${id}/${path}`, {
          ending: '好',
          why: '好',
          person: idOf(w, '外店'),
          day: '2026-11-25',
          time: '12:00',
        })
      ).status,
    ).toBe(404)
  expect(JSON.stringify(await openTasks(w.store.read, w.shopA.id))).toBe(before)
})
