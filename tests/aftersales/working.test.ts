import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../db/kit.ts'
import { claims, payouts } from '../../db/schema.ts'
import {
  backToPay,
  finishEntry,
  giveEntry,
  moveEntry,
  postponeEntry,
  prepareEntry,
  reopenEntry,
  settleEntry,
  takeEntry,
} from '../../src/features/aftersales/index.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { looker, rostered, startAnew } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, TODAY, { 小满: 'day', 远志: 'day', 阿北: 'night' })
})
beforeEach(() => startAnew(w))
afterAll(() => w.close())
const { id, enter, now, kindsOf, logOf, told } = looker(() => w)

test('it waits for somebody, with a line why, and freely for somebody else', async () => {
  const entry = await enter()
  w.clock.now = at('15:20')
  await moveEntry(w.as('远志'), entry, { state: 'waiting_buyer', why: '等买家发照片' })
  expect(await now(entry)).toMatchObject({ state: 'waiting_buyer', since: at('15:20') })
  await moveEntry(w.as('远志'), entry, { state: 'waiting_warehouse', why: '等仓库找盒子' })
  await moveEntry(w.as('远志'), entry, { state: 'open', why: '盒子找到了' })
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.moved', 'entry.moved', 'entry.moved'])
  await expect(moveEntry(w.as('远志'), entry, { state: 'waiting_buyer', why: ' ' })).rejects.toMatchObject({ code: 'invalid' }) // prettier-ignore
  await expect(moveEntry(w.as('远志'), entry, { state: 'open', why: '又一次' })).rejects.toMatchObject({ code: 'conflict' }) // prettier-ignore
})

test('to be paid with an amount; another amount is a change, without one there is none', async () => {
  const entry = await enter()
  const pay = (amount?: number) => moveEntry(w.as('远志'), entry, { state: 'to_pay', why: '退运费', amount })
  await expect(pay()).rejects.toMatchObject({ code: 'invalid', fields: { amount: expect.any(Function) } })
  await pay(800)
  await pay(500)
  expect(await now(entry)).toMatchObject({ state: 'to_pay', amount: 500 })
  await expect(pay(500)).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.moved', 'entry.moved'])
})

test('done needs a line how; twice changes nothing more; it can be opened again with a reason', async () => {
  const entry = await enter()
  await expect(finishEntry(w.as('远志'), entry, { result: ' ' })).rejects.toMatchObject({ code: 'invalid' })
  await finishEntry(w.as('远志'), entry, { result: '补发了' })
  expect(await now(entry)).toMatchObject({ state: 'done', result: '补发了', endedBy: id('远志'), endedAt: at('15:00') })
  await expect(finishEntry(w.as('远志'), entry, { result: '又一次' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(moveEntry(w.as('远志'), entry, { state: 'open', why: 'x' })).rejects.toMatchObject({ code: 'conflict' })
  expect((await now(entry)).result).toBe('补发了')
  await expect(reopenEntry(w.as('远志'), entry, { why: '' })).rejects.toMatchObject({ code: 'invalid' })
  w.clock.now = at('09:00', '2026-11-25')
  await reopenEntry(w.as('远志'), entry, { why: '买家没收到' })
  expect(await now(entry)).toMatchObject({ state: 'open', result: null, endedAt: null, endedBy: null, dueAt: at('17:00', '2026-11-25') }) // prettier-ignore
  await expect(reopenEntry(w.as('远志'), entry, { why: 'x' })).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.done', 'entry.reopened'])
  expect((await logOf(entry)).map(({ why }) => why)).toEqual([null, '补发了', '买家没收到'])
})

test('WHO-2 another agent may look, not change; whoever promised it may; another shop finds nothing', async () => {
  const entry = await enter('小满')
  const finish = (who: string) => finishEntry(w.as(who), entry, { result: '好了' })
  await expect(finish('阿北')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(finish('外店')).rejects.toMatchObject({ code: 'not_found' })
  for (const who of ['阿北', '外店'])
    await expect(postponeEntry(w.as(who), entry, { dueAt: at('20:00'), why: 'x' })).rejects.toThrow()
  await expect(takeEntry(w.as('外店'), entry)).rejects.toMatchObject({ code: 'not_found' })
  expect(await kindsOf(entry)).toEqual(['entry.added'])
  await finish('小满')
  expect((await now(entry)).state).toBe('done')
})

test('somebody was faster: what stood on the page has changed; a race has one winner', async () => {
  const entry = await enter()
  const seen = (await now(entry)).changedAt
  await moveEntry(w.as('远志'), entry, { state: 'waiting_buyer', why: '等照片', seen })
  for (const late of [
    () => finishEntry(w.as('小满'), entry, { result: '好了', seen }),
    () => moveEntry(w.as('小满'), entry, { state: 'open', why: 'x', seen }),
    () => giveEntry(w.as('小满'), entry, { personId: id('阿北'), why: 'x', seen }),
    () => takeEntry(w.as('阿北'), entry, { seen }),
    () => postponeEntry(w.as('小满'), entry, { dueAt: at('20:00'), why: 'x', seen }),
  ])
    await expect(late()).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.moved'])
  const both = await Promise.allSettled(['小满', '远志'].map((who) => finishEntry(w.as(who), entry, { result: who })))
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.moved', 'entry.done'])
})

test('WHO-6 handed over with a line, taken in one click; the new owner is told, their side kept', async () => {
  const entry = await enter()
  await giveEntry(w.as('远志'), entry, { personId: id('阿北'), why: '照片在聊天里' })
  expect(await now(entry)).toMatchObject({ ownerId: id('阿北'), ownerSide: 'night' })
  expect(await told('阿北')).toEqual([expect.stringContaining('远志 交给你')])
  await expect(giveEntry(w.as('远志'), entry, { personId: id('阿北'), why: 'x' })).rejects.toMatchObject({ code: 'conflict' }) // prettier-ignore
  for (const personId of [id('松针'), id('外店'), 'nobody'])
    await expect(giveEntry(w.as('远志'), entry, { personId, why: 'x' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(giveEntry(w.as('远志'), entry, { personId: id('小满'), why: '' })).rejects.toMatchObject({ code: 'invalid' }) // prettier-ignore
  await takeEntry(w.as('木樨'), entry)
  expect((await now(entry)).ownerId).toBe(id('木樨'))
  await expect(takeEntry(w.as('木樨'), entry)).rejects.toMatchObject({ code: 'conflict' })
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.given', 'entry.given'])
  expect(await told('木樨')).toEqual([])
})

test('another time with a reason, later than now', async () => {
  const entry = await enter()
  const move = (dueAt: number, why = '买家周一在家') => postponeEntry(w.as('远志'), entry, { dueAt, why })
  await move(at('11:00', '2026-11-23'))
  expect((await now(entry)).dueAt).toBe(at('11:00', '2026-11-23'))
  await expect(move(at('11:00', '2026-11-23'))).rejects.toMatchObject({ code: 'conflict' })
  await expect(move(at('14:59'))).rejects.toMatchObject({ code: 'invalid' })
  await expect(move(Number.NaN)).rejects.toMatchObject({ code: 'invalid' })
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.postponed'])
})

// --- what other rooms do with it ----------------------------------------------------------------------

test('a prepared payout holds its line: no hand ends or moves it past the payer', async () => {
  const entry = await enter('小满', { state: 'to_pay', amount: 800 })
  const { shopId, buyer } = await now(entry)
  await w.store.write(
    (tx) =>
    tx.insert(payouts).values({ id: newId(), shopId, entryId: entry, buyer, what: '退运费', amount: 800, state: 'prepared', preparedAt: 1 }), // prettier-ignore
  )
  await expect(finishEntry(w.as('远志'), entry, { result: '付了' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(moveEntry(w.as('远志'), entry, { state: 'open', why: 'x' })).rejects.toMatchObject({ code: 'conflict' })
  await settleEntry(w.as('木樨'), entry, '支付宝付了 8 元')
  await settleEntry(w.as('木樨'), entry, '又一次')
  expect(await now(entry)).toMatchObject({ state: 'done', result: '支付宝付了 8 元' })
  await backToPay(w.as('木樨'), { id: entry }, null, '付错人了')
  expect(await now(entry)).toMatchObject({ state: 'to_pay', amount: 800, result: null })
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.done', 'entry.reopened'])
})

test('an open line becomes one to be paid when a payout is prepared for it', async () => {
  const entry = await enter()
  await expect(prepareEntry(w.as('远志'), entry)).rejects.toMatchObject({ code: 'invalid' })
  expect(await prepareEntry(w.as('远志'), entry, 500)).toMatchObject({ state: 'to_pay', amount: 500 })
  expect(await prepareEntry(w.as('远志'), entry, 500)).toMatchObject({ state: 'to_pay', amount: 500 })
  expect(await kindsOf(entry)).toEqual(['entry.added', 'entry.moved'])
  await settleEntry(w.as('远志'), entry, '付了')
  await expect(prepareEntry(w.as('远志'), entry, 500)).rejects.toMatchObject({ code: 'conflict' })
})

test('what comes from an open claim ends with the claim', async () => {
  const claimId = newId()
  const entry = await enter('远志', { kind: 'coupon', claimId, amount: 500, state: 'to_pay' })
  const { shopId, buyer } = await now(entry)
  const claimed = { kind: 'coupon' as const, what: '5 元券', quantity: 1, note: '', claimedByHandle: '小满' }
  const standing = { state: 'to_pay' as const, since: 1, claimedAt: 1, day: TODAY, side: 'day' as const }
  await w.store.write((tx) => tx.insert(claims).values({ id: claimId, shopId, buyer, ...claimed, ...standing }))
  await expect(finishEntry(w.as('远志'), entry, { result: '付了' })).rejects.toMatchObject({ code: 'conflict' })
  await settleEntry(w.as('远志'), entry, '兑奖撤回了')
  expect((await now(entry)).state).toBe('done')
})
