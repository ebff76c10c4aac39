import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handovers, shops } from '../../db/schema.ts'
import { acknowledgeItem, draftFor, giveHandover, linesOf, signHandover } from '../../src/features/handovers/index.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { eveningGiven } from './evening.ts'
import { DAY, handoverNow, plan } from './scene.ts'

let w: TestWorld
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.close())

const gated = (handoverGate: boolean) =>
  w.store.write((tx) =>
    tx
      .update(shops)
      .set({ settings: { ...w.shopA.settings, handoverGate } })
      .where(eq(shops.id, w.shopA.id)),
  )

test('SHIFT-3 a shop can make the handover a gate: who comes reaches orders after taking over, by default at once', async () => {
  const { id } = await eveningGiven(w)
  const comes = await w.browserOf('阿北')
  expect((await comes.get('/orders')).status).toBe(200)
  await gated(true)
  const held = await comes.get('/orders')
  expect([held.status, held.headers.get('location')]).toEqual([303, `/handover/${id}`])
  expect((await comes.get('/batch')).status).toBe(200)
  expect((await (await w.browserOf('小满')).get('/orders')).status).toBe(200)
  for (const { item } of await linesOf(w.store.read, id)) await acknowledgeItem(w.as('阿北'), [], id, item.id)
  await signHandover(w.as('阿北'), id)
  expect((await comes.get('/orders')).status).toBe(200)
})

test('SHIFT-3 the manager switches the gate on a page, and the log says so', async () => {
  const manager = await w.browserOf('南星')
  const alerts = { warnMinutes: '30 10', holdAlertMinutes: '30', idleLockMinutes: '10', acknowledgeMinutes: '30' }
  await manager.post('/shop/settings/alerts', { ...alerts, handoverGate: 'yes' })
  const [shop] = await w.store.read.select().from(shops).where(eq(shops.id, w.shopA.id))
  expect(shop!.settings.handoverGate).toBe(true)
})

test('SHIFT-3 the gate holds back nobody who cannot open it: the warehouse, and who gave the handover and stays on', async () => {
  const { id } = (await handoverNow(w, DAY))!
  await plan(w, { [`${TODAY} day`]: ['远志'], [`${TODAY} night`]: ['小满', '阿北', '松针'] })
  await w.store.write((tx) => tx.update(handovers).set({ state: 'given' }).where(eq(handovers.id, id)))
  await gated(true)
  const statusOf = async (handle: string) => (await (await w.browserOf(handle)).get('/orders')).status
  expect([await statusOf('阿北'), await statusOf('松针'), await statusOf('小满')]).toEqual([303, 200, 200])
})

test('WHO-6 a rostered warehouse hand is on no side of a handover: it never waits for somebody who cannot open it', async () => {
  await plan(w, { '2026-11-23 day': ['小满'], '2026-11-23 night': ['松针'], '2026-11-24 day': ['远志'] })
  w.clock.now = at('17:00', '2026-11-23')
  const { id } = await draftFor(w.as('小满'), [], w.shopA, { day: '2026-11-23', side: 'day' })
  const given = await giveHandover(w.as('小满'), [], id)
  expect(given).toMatchObject({ toDay: '2026-11-24', toSide: 'day' })
})
