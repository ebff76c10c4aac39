import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { importWins } from '../../src/features/prizes/index.ts'
import { disagreeing, reconcile, settleMismatch } from '../../src/features/prizes/reconciling.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { addClaim, addLine, kindsOf, startAnew } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())

const found = (shop = w.shopA) => reconcile(w.store.read, shop, w.clock.now)
const page = async (path: string, lang = 'zh') =>
  (await (await w.browserOf('木樨')).get(path, { 'accept-language': lang })).text()

type Line = Parameters<typeof addLine>[2]
/** A checked prize on an order of its own. */
async function wonOn(order: Parameters<typeof addOrder>[2], line: Line) {
  const { id: orderId } = await addOrder(w, w.shopA, order)
  const giftId = await addLine(w, orderId, line)
  return addClaim(w, { state: 'passed', orderId, giftId, checkedAt: at('12:00') })
}
const shipped = { state: 'shipped' as const, open: false }

test('wins that are on their way, in a parcel or not checked yet agree', async () => {
  await wonOn({}, {})
  await wonOn(shipped, { packedAt: at('14:00') })
  await addClaim(w)
  await addClaim(w, { state: 'failed' })
  const got = await found()
  expect([disagreeing(got), got.withoutParcel, got.withoutWin]).toEqual([0, [], []])
  const html = await page('/prizes/check')
  for (const words of ['都对得上', '还没导入过转盘的中奖名单']) expect(html).toContain(words)
})

test('wins without parcel are named with what happened, each leads to its claim', async () => {
  const closed = { state: 'closed' as const, open: false }
  const claims = {
    no_line: await addClaim(w, { state: 'passed' }),
    taken_off: await wonOn({}, { withdrawnAt: at('13:00') }),
    left_out: await wonOn(shipped, { leftOutWhy: '仓库没货' }),
    gone: await wonOn(shipped, {}),
    closed: await wonOn(closed, {}),
  }
  const { withoutParcel } = await found()
  expect(Object.fromEntries(withoutParcel.map(({ missing, claimId }) => [missing, claimId]))).toEqual(claims)
  const html = await page('/prizes/check')
  expect(html).toContain('5 个奖品中了没发')
  for (const id of Object.values(claims)) expect(html).toContain(`href="/claim/${id}"`)
  expect(html).toContain('仓库没货')
  expect(await page('/prizes')).toContain('处对不上')
})

test('parcels without win: packed though the claim failed, was withdrawn or is not there', async () => {
  const { id: orderId } = await addOrder(w, w.shopA, shipped)
  const packedAt = at('14:00')
  await addLine(w, orderId, { packedAt })
  await addClaim(w, { orderId, giftId: await addLine(w, orderId, { packedAt }), state: 'failed' })
  await addClaim(w, { orderId, giftId: await addLine(w, orderId, { packedAt }), state: 'withdrawn' })
  await addLine(w, orderId, { packedAt, kind: 'gift' })
  await addLine(w, orderId)
  const { withoutWin, withoutParcel } = await found()
  expect(new Set(withoutWin.map(({ state }) => state))).toEqual(new Set(['failed', 'withdrawn', null]))
  expect([withoutWin.length, withoutParcel]).toEqual([3, []])
  const html = await page('/prizes/check')
  expect(html).toContain('3 个奖品没中却发了')
  expect(html).toContain(`href="/orders/${orderId}"`)
})

test('serial numbers are held against the wheel’s list only when there is one, and only those before it', async () => {
  const wrong = await addClaim(w, { serial: 'ZP-9999' })
  await addClaim(w, { serial: 'zp0001' })
  await addClaim(w, { serial: 'ZP-8888', state: 'withdrawn' })
  expect((await found()).notInList).toEqual([])
  await importWins(w.as('木樨'), w.shopA.id, '序列号,奖品\nZP-0001,杯垫\nZP-0002,木梳\nZP-0003,木梳\n')
  w.clock.now = at('16:00')
  await addClaim(w, { serial: 'ZP-7777', claimedAt: at('15:30') })
  const got = await found()
  expect(got.notInList.map(({ claimId }) => claimId)).toEqual([wrong])
  expect([got.newer, got.notClaimed.count, got.list.importedAt]).toEqual([1, 2, at('15:00')])
  const html = await page('/prizes/check')
  for (const words of ['1 个序列号转盘名单里没有', '中了还没来兑：2 个', '11-20 周五 15:00', 'ZP-9999'])
    expect(html).toContain(words)
})

test('what cannot be undone is explained once by a lead and leaves the list; wins without parcel do not', async () => {
  const { id: orderId } = await addOrder(w, w.shopA, shipped)
  const giftId = await addLine(w, orderId, { packedAt: at('14:00') })
  const claimId = await addClaim(w, { serial: 'ZP-9999' })
  const homeless = await addClaim(w, { state: 'passed' })
  await importWins(w.as('木樨'), w.shopA.id, '序列号\nZP-0001\n')
  const settle = (id: string, who = '木樨', why = '主管同意送的') => settleMismatch(w.as(who), w.shopA.id, { id, why })
  await expect(settle(giftId, '外店')).rejects.toMatchObject({ code: 'not_found' })
  await expect(settle(giftId, '木樨', ' ')).rejects.toMatchObject({ code: 'invalid' })
  await expect(settle(homeless)).rejects.toMatchObject({ code: 'conflict' })
  expect(disagreeing(await found())).toBe(3)
  await settle(giftId)
  await settle(claimId)
  await expect(settle(giftId)).rejects.toMatchObject({ code: 'conflict' })
  expect(disagreeing(await found())).toBe(1)
  expect(await kindsOf(w, `check:${giftId}`)).toEqual(['prize.explained'])
  expect((await (await w.browserOf('小满')).post('/prizes/check/settle', { id: claimId, why: '我' })).status).toBe(403)
})

test('what is older than half a year is over, and another shop’s is not seen', async () => {
  await addClaim(w, { state: 'passed', day: '2026-05-01' })
  await addClaim(w, { state: 'passed', shopId: w.shopB.id })
  expect(disagreeing(await found())).toBe(0)
  expect(disagreeing(await found(w.shopB))).toBe(1)
})

test('PRIZE-6 quantities by day and kind, each number one click from its claims', async () => {
  const { id: orderId } = await addOrder(w, w.shopA, shipped)
  const yesterday = at('23:59', '2026-11-19')
  const giftId = await addLine(w, orderId, { packedAt: at('14:00'), quantity: 3 })
  const packed = await addClaim(w, {
    state: 'passed',
    quantity: 3,
    checkedAt: yesterday,
    giftId,
    orderId,
    buyer: '装**1',
  })
  await addClaim(w, { state: 'failed', quantity: 9, checkedAt: yesterday })
  const paid = { kind: 'coupon' as const, state: 'paid' as const }
  await addClaim(w, { ...paid, quantity: 2, since: at('00:00') })
  await addClaim(w, { ...paid, state: 'to_pay', quantity: 9, since: at('09:00') })
  await addClaim(w, { kind: 'favourites', state: 'given', since: at('10:00'), shopId: w.shopA.id })
  await addClaim(w, { ...paid, quantity: 9, since: at('10:00'), shopId: w.shopB.id })
  const html = await page('/prizes/counts?from=2026-11-19&to=2026-11-20')
  const cells = [...html.matchAll(/aria-label="(11-[^"]*)"/g)].map((m) => m[1])
  expect(cells).toEqual([
    '11-20 周五 实物装包 3 份，看是哪些',
    '11-20 周五 优惠券已付 2 份，看是哪些',
    '11-20 周五 收藏券已送 1 份，看是哪些',
    '11-19 周四 实物核过 3 份，看是哪些',
  ])
  const cell = await page('/prizes/counts?from=2026-11-19&to=2026-11-20&day=2026-11-20&way=packed')
  expect(cell).toContain(`href="/claim/${packed}"`)
  expect(cell).toContain('装**1')
  expect(await page('/prizes/counts?from=gestern&to=x&day=y&way=z', 'en')).toContain('Given out by day')
})
