import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { evidence, prizes, remarks } from '../../db/schema.ts'
import { withFacts } from '../../src/features/orders/index.ts'
import {
  checkClaim,
  claimPaid,
  claimPrize,
  claimUnpaid,
  correctClaim,
  moveClaim,
  nightListOf,
  openClaims,
  payEarly,
  settleFailed,
  shipWithout,
  uncheckClaim,
  waitForPrize,
  withdrawClaim,
} from '../../src/features/claims/index.ts'
import { planCampaign } from '../../src/features/campaigns/index.ts'
import { addPicture } from '../../src/features/claims/evidence.ts'
import { addPrize, leftOf } from '../../src/features/prizes/index.ts'
import { addOrder, at, openWorld, orderNow, TODAY, type TestWorld } from '../world.ts'
import { claimed, idOf, looker, newSerial, prizeOf, rostered, setting, tradeNow } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('10:00')
  await w.store.write((tx) => tx.update(prizes).set({ endedAt: 1 })) // each test has a catalogue of its own
})
afterAll(() => w.close())
const remarksOf = (orderId: string) => w.store.read.select().from(remarks).where(eq(remarks.orderId, orderId))
const { now, kindsOf, told, giftsOf, entryOf } = looker(() => w)

const pass = (id: string, who = '木樨') => checkClaim(w.as(who), id, { passed: true })
const fail = (id: string, who = '木樨') => checkClaim(w.as(who), id, { passed: false, note: '名单里没有' })
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

describe('PRIZE-1 what a claim needs', () => {
  test.each(['physical', 'coupon'] as const)('%s: refused without a serial number', async (kind) => {
    await expect(claimed(w, { kind, serial: ' ' })).rejects.toMatchObject({ code: 'invalid', fields: { serial: expect.anything() } }) // prettier-ignore
  })

  test('a picture is never evidence of a win: an uploaded one is refused with that reason', async () => {
    const refused = claimed(w, { picture: png })
    await expect(refused).rejects.toMatchObject({ code: 'invalid', fields: { picture: expect.anything() } })
    await expect(refused).rejects.toThrow('never proves a win')
  })

  test('a prize travels with an order, found by its tail; a closed one and a foreign one are refused', async () => {
    const order = await addOrder(w, w.shopA)
    const wish = { shopId: w.shopA.id, kind: 'physical' as const, what: '杯', serial: newSerial() }
    const id = await claimPrize(w.as('小满'), { ...wish, order: order.tid.slice(-8) })
    expect(await now(id)).toMatchObject({ orderId: order.id, buyer: order.buyer, state: 'to_check' })
    const closed = await addOrder(w, w.shopA, { state: 'closed' })
    await expect(claimed(w, { orderId: closed.id })).rejects.toThrow('closed')
    const foreign = await addOrder(w, w.shopB)
    await expect(claimed(w, { orderId: foreign.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(claimPrize(w.as('小满'), { ...wish, serial: newSerial() })).rejects.toMatchObject({ fields: { order: expect.anything() } }) // prettier-ignore
    await expect(claimPrize(w.as('外店'), { ...wish, order: order.tid })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('favourites need a picture by its content, and are given on the spot', async () => {
    const wish = { shopId: w.shopA.id, kind: 'favourites' as const, buyer: '木木小屋7' }
    await expect(claimPrize(w.as('小满'), wish)).rejects.toThrow('screenshot')
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    await expect(claimPrize(w.as('小满'), { ...wish, picture: svg })).rejects.toThrow('PNG')
    const large = new Uint8Array(3 * 1024 * 1024 + 1)
    large.set(png)
    await expect(claimPrize(w.as('小满'), { ...wish, picture: large })).rejects.toThrow('3 MB')
    const id = await claimPrize(w.as('小满'), { ...wish, picture: png })
    expect(await now(id)).toMatchObject({ state: 'given', buyer: '木**7', endedAt: w.clock.now })
    const kept = (await w.store.read.select().from(evidence)).find((one) => one.claimId === id)!
    expect(kept).toMatchObject({ type: 'image/png' })
    expect(Buffer.compare(Buffer.from(kept.content), Buffer.from(png))).toBe(0)
  })

  test('reviews are not rewarded until a manager switched it on; then due the same evening', async () => {
    const wish = { shopId: w.shopA.id, kind: 'review' as const, buyer: '木木小屋8', worth: 300 }
    await expect(claimPrize(w.as('小满'), wish)).rejects.toThrow('Anti-Unfair Competition')
    await setting(w, { reviewRewards: true })
    const id = await claimPrize(w.as('小满'), wish)
    expect(await now(id)).toMatchObject({ state: 'to_pay', worth: 300 })
    const evening = at('00:30', '2026-11-21')
    expect(await entryOf(id)).toMatchObject({ kind: 'review', amount: 300, state: 'to_pay', dueAt: evening })
    await setting(w, { reviewRewards: false })
  })
})

test('PRIZE-2 a serial number is claimed once, however it is written; the second is shown the first', async () => {
  const id = await claimed(w, { serial: 'zj-2026 777' })
  const again = claimed(w, { serial: 'ＺＪ2026777', kind: 'coupon', worth: 500 }, '阿北')
  await expect(again).rejects.toMatchObject({ code: 'conflict', fields: { serial: expect.anything() } })
  await expect(again).rejects.toThrow('小满 11-20 10:00, to be checked')
  await withdrawClaim(w.as('小满'), id, '登错了')
  expect(await claimed(w, { serial: 'ZJ2026777' }, '阿北')).toBeTruthy()
})

test('PRIZE-2 of two who claim one number at the same moment one wins', async () => {
  const serial = newSerial()
  const both = await Promise.allSettled([claimed(w, { serial }), claimed(w, { serial }, '阿北')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a claim beyond what is left of its prize is refused; what failed or was withdrawn is free again', async () => {
  const prize = await prizeOf(w, 'physical', 2)
  const one = await claimed(w, { prizeId: prize.id, quantity: 2 })
  await expect(claimed(w, { prizeId: prize.id })).rejects.toThrow('Nothing is left')
  await fail(one)
  expect(await leftOf(w.store.read, prize.id)).toBe(2)
  await claimed(w, { prizeId: prize.id })
  await expect(correctClaim(w.as('小满'), one, { serial: newSerial() })).rejects.toThrow('Only 1')
  await expect(claimed(w, { what: '目录外' })).rejects.toMatchObject({ fields: { prize: expect.anything() } })
})

test('WHO-2 a prize of another shop, or of a campaign that has not begun, is not claimed, whoever asks', async () => {
  const texts = { rules: '转盘', coupons: '', answers: '', bigDay: false }
  const prizeIn = async (shopId: string, from: string, to: string) => {
    const run = { startsAt: at('10:00', from), endsAt: at('22:00', to) }
    const { id } = await planCampaign(w.as('管家'), shopId, { ...texts, ...run, name: newSerial() })
    return (await addPrize(w.as('管家'), { campaignId: id, kind: 'physical', name: '杯', planned: 3 })).id
  }
  const foreign = await prizeIn(w.shopB.id, '2026-11-18', '2026-11-24')
  await expect(claimed(w, { prizeId: foreign })).rejects.toMatchObject({ code: 'not_found' })
  await expect(claimed(w, { prizeId: foreign }, '管家')).rejects.toMatchObject({ code: 'invalid', fields: { prize: expect.anything() } }) // prettier-ignore
  const coming = await prizeIn(w.shopA.id, '2026-12-18', '2026-12-24')
  await expect(claimed(w, { prizeId: coming })).rejects.toMatchObject({ code: 'invalid', fields: { prize: expect.anything() } }) // prettier-ignore
})

describe('PRIZE-3 the check', () => {
  test('by day the named checkers are told at once; who claimed it never checks it', async () => {
    await setting(w, { prizeCheckers: [idOf(w, '阿北')] })
    const id = await claimed(w)
    expect((await told('阿北', id)).map(({ key }) => key)).toEqual([expect.stringContaining('claim.check')])
    expect(await told('木樨', id)).toEqual([])
    await expect(pass(id, '小满')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(pass(id, '远志')).rejects.toThrow('not yours to check')
    const own = await claimed(w, {}, '阿北')
    await expect(pass(own, '阿北')).rejects.toThrow('somebody else')
    expect(await told('木樨', own)).toHaveLength(1)
    await pass(own, '木樨')
    await pass(id, '阿北')
    expect((await told('阿北', id))[0]!.readAt).toBe(w.clock.now)
    await setting(w, { prizeCheckers: [] })
  })

  test('won: a line of the parcel and a typed remark with the quantity; the agent hears of it', async () => {
    const order = await addOrder(w, w.shopA)
    const id = await claimed(w, { orderId: order.id, quantity: 2, serial: 'ZJ555' })
    await pass(id)
    const [gift] = await giftsOf(order.id)
    expect(gift).toMatchObject({ kind: 'prize', what: '陶瓷杯', quantity: 2, withdrawnAt: null })
    expect(await remarksOf(order.id)).toMatchObject([{ id: gift!.remarkId, kind: 'prize', forPacking: false }])
    expect(await now(id)).toMatchObject({ state: 'passed', giftId: gift!.id, endedAt: w.clock.now })
    expect(await kindsOf(id)).toEqual(['claim.made', 'claim.passed'])
    expect(await told('小满', `claim.passed:${id}`)).toHaveLength(1)
  })

  test('of two who check at the same moment one wins, and one line is put', async () => {
    const order = await addOrder(w, w.shopA)
    const id = await claimed(w, { orderId: order.id })
    const both = await Promise.allSettled([pass(id, '木樨'), pass(id, '云舟')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await giftsOf(order.id)).toHaveLength(1)
    await expect(pass(id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('won when its order has gone: without a parcel, until it is moved to another order of the buyer', async () => {
    const gone = await addOrder(w, w.shopA, { state: 'shipped', buyer: '晚**1' })
    const id = await claimed(w, { orderId: gone.id })
    await pass(id)
    expect(await now(id)).toMatchObject({ state: 'passed', giftId: null, endedAt: null })
    expect(await told('小满', `claim.homeless:${id}`)).toHaveLength(1)
    expect((await openClaims(w.store.read, w.shopA.id)).map((claim) => claim.id)).toContain(id)
    const other = await addOrder(w, w.shopA, { buyer: '别**2' })
    await expect(moveClaim(w.as('小满'), id, { order: other.tid })).rejects.toThrow('another buyer')
    const next = await addOrder(w, w.shopA, { buyer: '晚***1' })
    await moveClaim(w.as('小满'), id, { order: next.tid })
    expect(await giftsOf(next.id)).toMatchObject([{ kind: 'prize', what: '陶瓷杯' }])
    await expect(moveClaim(w.as('小满'), id, { order: gone.tid })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('taken back before it is packed: off the parcel, with a remark that says so, to be checked anew', async () => {
    const order = await addOrder(w, w.shopA)
    const id = await claimed(w, { orderId: order.id })
    await pass(id)
    await expect(uncheckClaim(w.as('小满'), id, '看错了')).rejects.toMatchObject({ code: 'forbidden' })
    await uncheckClaim(w.as('木樨'), id, '看错了')
    expect((await giftsOf(order.id))[0]!.withdrawnAt).toBe(w.clock.now)
    expect(await now(id)).toMatchObject({ state: 'to_check', giftId: null, checkedAt: null, endedAt: null })
    await fail(id)
    await uncheckClaim(w.as('木樨'), id, '又看错了')
    await pass(id)
    await withdrawClaim(w.as('小满'), id, '买家不要了')
    expect((await giftsOf(order.id)).every((gift) => gift.withdrawnAt !== null)).toBe(true)
  })

  test('at night nobody is told; it stands on the night’s list', async () => {
    await rostered(w, { 阿北: 'night' })
    w.clock.now = at('20:00')
    const id = await claimed(w, {}, '阿北')
    expect(await told('木樨', id)).toEqual([])
    expect(await now(id)).toMatchObject({ day: TODAY, side: 'night' })
    const day = await claimed(w, {}, '小满')
    w.clock.now = at('00:10', '2026-11-21')
    const late = await claimed(w, {}, '阿北')
    expect(await told('木樨', late)).toEqual([])
    const list = (await nightListOf(w.store.read, w.shopA, TODAY)).map((claim) => claim.id)
    expect(list).toEqual([id, day, late])
  })
})

test('PRIZE-5 a leave to go without it was for that order: won and moved, it keeps the next one back if it is unchecked', async () => {
  const id = await claimed(w)
  await shipWithout(w.as('木樨'), id, '买家催发')
  await tradeNow(w, (await now(id)).orderId!, 'done')
  await pass(id)
  const other = await addOrder(w, w.shopA)
  await moveClaim(w.as('小满'), id, { orderId: other.id })
  await uncheckClaim(w.as('木樨'), id, '按错了')
  const [known] = await withFacts(w.store.read, [await orderNow(w, other.id)])
  expect(known!.facts.uncheckedPrizes).toEqual(['陶瓷杯'])
})

describe('PRIZE-4 not won', () => {
  test('needs a reason; a task of the next day shift, and the agent hears of it', async () => {
    await rostered(w, { 阿北: 'day' }, '2026-11-21')
    const id = await claimed(w)
    await expect(checkClaim(w.as('木樨'), id, { passed: false, note: ' ' })).rejects.toMatchObject({ fields: { note: expect.anything() } }) // prettier-ignore
    await fail(id)
    const { state, taskId, checkNote } = await now(id)
    expect({ state, checkNote }).toEqual({ state: 'failed', checkNote: '名单里没有' })
    const { taskById } = await import('../../src/features/tasks/index.ts')
    const task = await taskById(w.store.read, taskId!)
    expect(task).toMatchObject({ ownerId: idOf(w, '阿北'), dueAt: at('10:30', '2026-11-21'), href: `/claim/${id}`, state: 'open' }) // prettier-ignore
    expect(await told('小满', `claim.failed:${id}`)).toHaveLength(1)
    await settleFailed(w.as('阿北'), id, '买家看错了，没意见')
    expect(await now(id)).toMatchObject({ state: 'failed', endedAt: w.clock.now })
    expect((await taskById(w.store.read, taskId!))!.state).toBe('done')
    await expect(settleFailed(w.as('阿北'), id, '再来')).rejects.toMatchObject({ code: 'conflict' })
    await expect(correctClaim(w.as('阿北'), id, { serial: newSerial() })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('nobody on the roster: the leads have the task', async () => {
    w.clock.now = at('10:00', '2026-12-01')
    const id = await claimed(w)
    await fail(id)
    const { taskById } = await import('../../src/features/tasks/index.ts')
    expect(await taskById(w.store.read, (await now(id)).taskId!)).toMatchObject({
      ownerId: idOf(w, '木樨'),
      dueAt: at('10:30', '2026-12-02'),
    })
  })

  test('a corrected serial number is checked anew, and not by who corrected it', async () => {
    const id = await claimed(w)
    await fail(id)
    await expect(correctClaim(w.as('云舟'), id, { serial: (await now(id)).serial! })).rejects.toThrow('the same')
    const taken = await claimed(w, { serial: 'ZJTAKEN1' })
    await expect(correctClaim(w.as('云舟'), id, { serial: 'zj-taken-1' })).rejects.toThrow('was claimed')
    await correctClaim(w.as('云舟'), id, { serial: 'ZJFRESH1' })
    expect(await now(id)).toMatchObject({ state: 'to_check', serialKey: 'ZJFRESH1', taskId: null })
    await expect(pass(id, '云舟')).rejects.toThrow('somebody else')
    await pass(id, '木樨')
    expect(taken).not.toBe(id)
  })

  test('corrected at night it waits for the morning, whoever claimed it', async () => {
    const id = await claimed(w)
    await fail(id)
    const before = (await told('木樨', id)).length
    w.clock.now = at('20:00')
    await correctClaim(w.as('阿北'), id, { serial: newSerial() })
    expect(await told('木樨', id)).toHaveLength(before)
  })
})

test('PRIZE-5 an unchecked prize keeps its order back, until a supervisor lets it go without, with a reason', async () => {
  const order = await addOrder(w, w.shopA)
  const id = await claimed(w, { orderId: order.id })
  const unchecked = async () => (await withFacts(w.store.read, [await orderNow(w, order.id)]))[0]!.facts.uncheckedPrizes // prettier-ignore
  expect(await unchecked()).toEqual(['陶瓷杯'])
  await expect(shipWithout(w.as('小满'), id, '买家急')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(shipWithout(w.as('木樨'), id, ' ')).rejects.toMatchObject({ fields: { why: expect.anything() } })
  await shipWithout(w.as('木樨'), id, '买家急')
  expect(await unchecked()).toEqual([])
  await expect(shipWithout(w.as('木樨'), id, '买家急')).rejects.toMatchObject({ code: 'conflict' })
  await waitForPrize(w.as('木樨'), id)
  expect(await unchecked()).toEqual(['陶瓷杯'])
  expect(await kindsOf(id)).toEqual(['claim.made', 'claim.waived', 'claim.unwaived'])
})

describe('coupons', () => {
  test('wait for their trade; before it only after-sales agrees to pay, with a reason', async () => {
    const order = await addOrder(w, w.shopA)
    const id = await claimed(w, { kind: 'coupon', orderId: order.id, what: '五元券', worth: 500 })
    expect(await now(id)).toMatchObject({ state: 'waiting_trade', worth: 500, entryId: null })
    await expect(payEarly(w.as('小满'), id, '说好了')).rejects.toMatchObject({ code: 'forbidden' })
    await payEarly(w.as('远志'), id, '和售后说好了')
    const entry = await entryOf(id)
    expect(entry).toMatchObject({ kind: 'coupon', amount: 500, state: 'to_pay', orderId: order.id })
    expect(await now(id)).toMatchObject({ state: 'to_pay', entryId: entry!.id })
  })

  test('are to be paid at once when the trade has succeeded, once; and back when the payout comes back', async () => {
    const order = await addOrder(w, w.shopA)
    await tradeNow(w, order.id, 'done')
    const prize = await prizeOf(w, 'coupon', 5, '五元券')
    const id = await claimed(w, { kind: 'coupon', orderId: order.id, prizeId: prize.id, quantity: 2 })
    expect(await now(id)).toMatchObject({ state: 'to_pay', worth: 1000 })
    await claimPaid(w.as('远志'), id, '红包 88123')
    expect(await now(id)).toMatchObject({ state: 'paid', endedAt: w.clock.now })
    await expect(claimPaid(w.as('远志'), id, '红包 88124')).rejects.toMatchObject({ code: 'conflict' })
    await expect(withdrawClaim(w.as('小满'), id, '登错了')).rejects.toMatchObject({ code: 'conflict' })
    await claimUnpaid(w.as('远志'), id)
    expect(await now(id)).toMatchObject({ state: 'to_pay', endedAt: null })
    await withdrawClaim(w.as('小满'), id, '登错了')
    expect(await entryOf(id)).toMatchObject({ state: 'done' })
  })
})

test('what a line of the sheet could not hold is refused as it is claimed, not when the clock pays it', async () => {
  const wish = { kind: 'coupon' as const, what: '大额券', worth: 1_000_000 }
  await expect(claimed(w, { ...wish, quantity: 11 })).rejects.toMatchObject({ code: 'invalid', fields: { quantity: expect.anything() } }) // prettier-ignore
  const id = await claimed(w, { ...wish, quantity: 10 })
  expect(await payEarly(w.as('远志'), id, '店长同意').then(() => now(id))).toMatchObject({ state: 'to_pay' })
})

test('a claim keeps ten pictures, and no more', async () => {
  const id = await claimPrize(w.as('小满'), {
    shopId: w.shopA.id,
    kind: 'favourites',
    buyer: '木木小屋6',
    picture: png,
  })
  for (let n = 1; n < 10; n++) await addPicture(w.as('小满'), id, png)
  await expect(addPicture(w.as('小满'), id, png)).rejects.toMatchObject({ code: 'conflict' })
})

test('WHO-2 another shop’s people reach none of it', async () => {
  const id = await claimed(w)
  const them = w.as('外店')
  for (const deed of [
    () => checkClaim(them, id, { passed: true }),
    () => withdrawClaim(them, id, '不要'),
    () => shipWithout(them, id, '急'),
    () => moveClaim(them, id, { order: '1234' }),
    () => uncheckClaim(them, id, '错'),
  ])
    await expect(deed()).rejects.toMatchObject({ code: 'not_found' })
  expect(await kindsOf(id)).toEqual(['claim.made'])
})
