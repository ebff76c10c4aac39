/** The demo's day, walked through from the morning to the next one: what each station promises is there. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, gt } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { engine, orders, outbox, shipments } from '../../db/schema.ts'
import { layDemoShops } from '../../db/seeds/lay.ts'
import { ledgerOf, type Ledger } from '../../db/seeds/ledger.ts'
import { createApp } from '../../src/app.tsx'
import { clockFrom } from '../../src/core/clock.ts'
import { migrate } from '../../src/core/migrate.ts'
import { openStore, type Store } from '../../src/core/store.ts'
import { addDays, instantOf, timeOf } from '../../src/core/time.ts'
import { features } from '../../src/features.ts'
import { openClaims } from '../../src/features/claims/index.ts'
import { batchOf } from '../../src/features/cutoff/index.ts'
import { printsOf } from '../../src/features/cutoff/store-prints.ts'
import { stationsOf, type StationName } from '../../src/features/demo/stations.ts'
import { tourOf } from '../../src/features/demo/tour.ts'
import { acknowledgeItem, handoverOfTurn, linesOf, waitingFor } from '../../src/features/handovers/index.ts'
import { agendaSources, draftAgenda, findMeeting } from '../../src/features/meetings/index.ts'
import { flagOrders } from '../../src/features/orders/index.ts'
import { missingNow, owedOn } from '../../src/features/reports/index.ts'
import { allShops, type Shop } from '../../src/features/shops/index.ts'
import { visitorOf } from './visitor.ts'

const ZONE = 'Asia/Shanghai'
const DAY = '2026-11-22'
const MORROW = addDays(DAY, 1)
const sources = features.flatMap((feature) => feature.handover ?? [])

describe.runIf(engine === 'sqlite')('the day of the demo', () => {
  const stations = stationsOf(DAY)
  const refused: string[] = []
  const faults = vi.spyOn(console, 'error').mockImplementation(() => {})
  let clock: ReturnType<typeof clockFrom>
  let store: Store
  let shops: Shop[]
  let shop: Shop
  let ledger: Ledger
  let visitor: ReturnType<typeof visitorOf>
  let press: (day: string, to: StationName) => Promise<string | null>

  beforeAll(async () => {
    clock = clockFrom(stations[0]!.at, () => 0)
    store = openStore(join(mkdtempSync(join(tmpdir(), 'zaowan-tour-')), 'demo.db'))
    await migrate(store)
    const told = await layDemoShops(store, clock.now(), features)
    const story = {
      async playTo(...[to, at]: Parameters<typeof told.playTo>) {
        refused.push(...(await told.playTo(to, at)))
        return refused
      },
    }
    const tour = { ...tourOf({ id: 'this day', store, story, clock, stations }), again: vi.fn() }
    const app = createApp({ store, clock: clock.now, demo: true, secure: false, dataDir: tmpdir(), tour })
    const ask = (request: Request) => app.request(request)
    visitor = visitorOf(ask)
    press = async (day, to) => {
      const headers = { 'sec-fetch-site': 'same-origin', host: 'board.test', referer: 'http://board.test/orders' }
      const form = new URLSearchParams({ day, to })
      return (await ask(new Request('http://board.test/demo/next', { method: 'POST', body: form, headers }))).headers.get('location') // prettier-ignore
    }
    shops = await allShops(store.read)
    shop = shops.find(({ code }) => code === 'CY')!
    ledger = ledgerOf(store)
  })
  afterAll(async () => {
    faults.mockRestore()
    await store.close()
  })

  const as = (handle: string) => ledger.as(handle, clock.now(), shop)
  const time = () => timeOf(clock.now(), ZONE)
  const next = (to: StationName) => press('this day', to)
  const handover = (day: string, side: 'day' | 'night') => handoverOfTurn(store.read, shop.id, { day, side })
  const parcelsAt = (stage: typeof shipments.$inferSelect.stage) =>
    store.read.$count(shipments, and(eq(shipments.shopId, shop.id), eq(shipments.stage, stage), eq(shipments.batchId, batchId))) // prettier-ignore
  const agenda = async (day: string) =>
    (await draftAgenda(store.read, agendaSources(features), shop, { day, kind: 'morning', now: clock.now() })).map(({ source }) => source) // prettier-ignore
  let batchId = ''
  let decided = ''

  test('08:25: the night has handed over, the agenda of the morning meeting is drafted', async () => {
    expect([time(), (await handover(addDays(DAY, -1), 'night'))?.state]).toEqual(['08:25', 'given'])
    expect(await agenda(DAY)).toContain('hold')
    const page = await visitor.post('/demo/look', { at: 'morning' })
    expect([page.status, page.path]).toEqual([200, `/meeting/${DAY}/morning`])
    expect(page.text).toContain('木樨')
    expect(page.text).toContain('data-from="/demo/bar"')
  })

  test('09:10: two who press at once move one station, and both are told what is to be seen', async () => {
    const answers = await Promise.all([next('orders'), next('orders')])
    expect([time(), ...answers]).toEqual(['09:10', '/orders#demo-here', '/orders#demo-here'])
    expect((await handover(addDays(DAY, -1), 'night'))?.state).toBe('taken')
    expect((await findMeeting(store.read, shop.id, { day: DAY, kind: 'morning' }))?.state).toBe('closed')
    expect((await openClaims(store.read, shop.id)).filter(({ state }) => state === 'to_check')).toEqual([])
    expect((await visitor.get('/imports')).text).toContain('ExportOrderList202611220855')
  })

  test('a press on an older page, or one of a day that is over, moves nothing and says so', async () => {
    const answers = [await next('orders'), await next('morning'), await press('another day', 'flags')]
    expect([time(), ...answers]).toEqual(['09:10', '/orders#demo-late', '/orders#demo-late', '/orders#demo-late'])
    expect((await visitor.get('/demo/bar')).text).toMatch(/id="demo-late".*09:10 夜里的订单/s)
  })

  test('15:24: flags, holds and prizes wait for a decision; what a visitor decides now stands', async () => {
    await next('flags')
    expect(time()).toBe('15:24')
    expect((await openClaims(store.read, shop.id)).some(({ state }) => state === 'to_check')).toBe(true)
    const [asked] = await store.read.select().from(orders).where(and(eq(orders.shopId, shop.id), eq(orders.paidAt, instantOf(DAY, '09:37', ZONE)))) // prettier-ignore
    decided = asked!.id
    const hold = { reason: 'information' as const, dueOn: MORROW, note: '等买家选' }
    await flagOrders(await as('小满'), [decided], { flag: 'purple', remark: '买家要等雾灰', hold })
  })

  test('15:45: the countdown agrees with the moved clock, what still blocks is named', async () => {
    await next('before')
    const page = await visitor.get('/board')
    const until = Number(/role="timer" data-until="(\d+)"/.exec(page.text)?.[1])
    expect([time(), until]).toEqual(['15:45', instantOf(DAY, '16:00', ZONE)])
    expect((await visitor.get('/now')).text).toBe(String(clock.now()))
    expect(await batchOf(store.read, shop.id, DAY)).toBeUndefined()
    const [order] = await store.read.select().from(orders).where(eq(orders.id, decided))
    expect([order?.flag, refused]).toEqual(['purple', [expect.stringContaining('15:42')]])
  })

  test('16:00: each shop has its batch, frozen on the minute', async () => {
    await next('freeze')
    for (const one of shops) {
      const batch = (await batchOf(store.read, one.id, DAY))!
      expect([one.code, batch.frozenAt - batch.cutoffAt < 1000]).toEqual([one.code, true])
      if (one.id === shop.id) batchId = batch.id
    }
    expect(await parcelsAt('waiting')).toBeGreaterThan(300)
    expect((await visitor.post('/demo/look', { at: 'freeze' })).text).toContain('松针')
  })

  test('16:25: the lists are printed, one parcel is stopped, some are packed, the bench has seen the last', async () => {
    await next('bench')
    expect((await printsOf(store.read, batchId)).map(({ sheet }) => sheet).sort()).toEqual(['held', 'picking', 'slips', 'slips']) // prettier-ignore
    expect(await parcelsAt('stopped')).toBe(1)
    expect(await parcelsAt('packed')).toBeGreaterThan(20)
    expect((await visitor.get('/bench')).text).toMatch(/16:2\d:\d\d.*包好了/)
  })

  test('16:45: the handover waits for the night agent, who can begin to take it', async () => {
    await next('handover')
    const night = await as('阿北')
    const waiting = (await waitingFor(night, shop.id))!.handover
    expect([waiting.day, waiting.side]).toEqual([DAY, 'day'])
    const [first] = await linesOf(store.read, waiting.id)
    await acknowledgeItem(night, sources, waiting.id, first!.item.id)
  })

  test('00:30: taken, met, shipped; every report that is owed is filed, its letters wait with TO and CC', async () => {
    await next('reports')
    expect([time(), (await handover(DAY, 'day'))?.state]).toEqual(['00:30', 'taken'])
    expect((await findMeeting(store.read, shop.id, { day: DAY, kind: 'evening' }))?.state).toBe('closed')
    expect([await parcelsAt('printed'), await parcelsAt('packed'), await parcelsAt('stopped')]).toEqual([0, 0, 1])
    for (const one of shops) {
      const owed = await owedOn(store.read, one, DAY)
      expect(owed.length).toBeGreaterThan(1)
      for (const { handle, report, filedAt, dueAt } of owed)
        expect([handle, report?.state, filedAt! <= dueAt]).toEqual([handle, 'filed', true])
      expect((await missingNow(store.read, one, clock.now())).filter(({ day }) => day === DAY)).toEqual([])
      const letters = await store.read.select().from(outbox).where(and(eq(outbox.shopId, one.id), eq(outbox.state, 'pending'), gt(outbox.at, instantOf(DAY, '16:00', ZONE)))) // prettier-ignore
      expect(letters).toHaveLength(owed.length * 3)
      for (const { content } of letters)
        expect(content).toMatchObject({
          to: ['muxi@example.com', 'yunzhou@example.com'],
          cc: ['nanxing@example.com'],
        })
    }
  })

  test('nobody was signed out while the clock was moved through the evening', async () => {
    expect((await visitor.post('/demo/look', { at: 'reports' })).path).toBe('/report-grid')
    await next('next')
    expect((await visitor.get('/report-grid')).path).toBe('/report-grid')
  })

  test('08:45: the hold that was promised is due, the prizes of the night wait for their check, and the agenda has it', async () => {
    expect(time()).toBe('08:45')
    expect((await openClaims(store.read, shop.id)).filter(({ state }) => state === 'to_check')).toHaveLength(2) // prettier-ignore
    expect(await agenda(MORROW)).toContain('hold')
    const page = await visitor.post('/demo/look', { at: 'next' })
    expect([page.status, page.path]).toEqual([200, `/meeting/${MORROW}/morning`])
    expect(page.text).not.toContain('action="/demo/next"')
    expect(page.text).toContain('action="/demo/again"')
  })

  test('nothing else was refused, and no deed failed', () => {
    expect([refused.length, faults.mock.calls]).toEqual([1, []])
  })
})
