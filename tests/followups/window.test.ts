import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFollowup } from '../../src/features/followups/actions.ts'
import { findShop } from '../../src/features/shops/index.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { looker, note } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
const { now } = looker(() => w)

test('DAY-1 a manager moves the window of unpaid orders, and the next ones are proposed in it', async () => {
  const manager = await w.browserOf('南星')
  const save = (unpaidWindow: string) =>
    manager.post('/shop/settings/alerts', { warnMinutes: '30 10', holdAlertMinutes: '30', idleLockMinutes: '10', unpaidWindow }) // prettier-ignore
  for (const wrong of ['5 30', '', '300 5', '30 30']) expect([wrong, (await save(wrong)).status]).toEqual([wrong, 422])
  expect((await save('45 15')).status).toBe(303)
  expect((await findShop(w.store.read, w.shopA.id))!.settings.unpaidWindow).toEqual({ from: 45, to: 15 })
  const { id } = await openFollowup(w.as('小满'), w.shopA.id, { ...note, kind: 'unpaid' })
  expect(await now(id)).toMatchObject({ nextAt: at('15:15') })
  const form = { warnMinutes: '30 10', holdAlertMinutes: '30', idleLockMinutes: '10' }
  await manager.post('/shop/settings/alerts', form)
  expect((await findShop(w.store.read, w.shopA.id))!.settings.unpaidWindow).toEqual({ from: 45, to: 15 })
})
