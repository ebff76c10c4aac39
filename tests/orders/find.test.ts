import { afterAll, beforeAll, expect, test } from 'vitest'
import { find, isCalled } from '../../src/features/orders/finding.ts'
import { addOrder, openWorld, type TestWorld } from '../world.ts'
import { parcelOf } from './scene.ts'

let w: TestWorld
const tids: Record<string, string> = {}
beforeAll(async () => {
  w = await openWorld()
  const add = async (name: string, more: Parameters<typeof addOrder>[2], shop = w.shopA) =>
    (tids[name] = (await addOrder(w, shop, more)).tid)
  await add('cup', { tid: '3187452960018830001', buyer: 't**1', receiver: '吴*', summary: '陶瓷马克杯' })
  await add('quilt', { tid: '3187452960018834321', buyer: 'q**2', receiver: '沈*云', summary: '夏凉被 100%蚕丝' })
  const shipped = { state: 'shipped', waybill: 'SF1234567890123', summary: '老单子' } as const
  await add('old', { ...shipped, tid: '3187452960018835555', buyer: 't**9', receiver: '吴*' })
  await add('same', { tid: '3187452960018836666', state: 'done', buyer: 't**9', summary: '老单子' })
  await add('foreign', { tid: '3187452960018839999', buyer: 't**1', summary: '陶瓷马克杯' }, w.shopB)
})
afterAll(() => w.close())

const found = async (text: string, who = '小满') => {
  const { orders, exact } = await find(w.store.read, w.actors[who]!, text)
  const nameOf = (tid: string) => Object.keys(tids).find((name) => tids[name] === tid)!
  return { orders: orders.map((o) => nameOf(o.tid)).sort(), exact: exact && nameOf(exact.tid) }
}

test.each([
  ['the whole number', '3187452960018834321', 'quilt'],
  ['a number with spaces around it', ' 3187452960018834321 ', 'quilt'],
  ['a full-width number', '３１８７４５２９６００１８８３４３２１', 'quilt'],
  ['its last four digits', '4321', 'quilt'],
  ['the tail of a past order', '35555', 'old'],
  ['a waybill', 'SF1234567890123', 'old'],
  ['a waybill in small letters', 'sf1234567890123', 'old'],
  ['the beginning of a waybill', 'sf12345678', 'old'],
])('ORD-4 one step to the order by %s', async (_name, text, name) => {
  expect(await found(text)).toEqual({ orders: [name], exact: name })
})

test.each([
  ['an item', '马克杯', ['cup']],
  ['a buyer’s account', 't**1', ['cup']],
  ['a receiver', '沈*云', ['quilt']],
  ['a receiver’s whole name', '沈小云', ['quilt']],
  ['a buyer’s whole account', 'tianya1', ['cup']],
  ['two letters, which are no account', 'tx', []],
  ['a buyer of past orders', 't**9', ['old', 'same']],
  ['a percent sign, which is no wildcard', '100%', ['quilt']],
  ['an underscore, which is no wildcard', '_', []],
  ['three digits, too short a tail', '321', ['quilt']],
  ['a past item: only open ones are looked through', '老单子', []],
  ['nothing', '  ', []],
])('ORD-4 a list by %s', async (_name, text, names) => {
  expect((await found(text)).orders).toEqual(names)
})

test('ORD-4 by the waybill that the bench scanned', async () => {
  const order = await addOrder(w, w.shopA, { tid: '3187452960018837777', summary: '枕' })
  tids['scanned'] = order.tid
  await parcelOf(w, order.id, { waybill: 'YT9876543210' })
  expect(await found('yt9876543210')).toEqual({ orders: ['scanned'], exact: 'scanned' })
})

test('WHO-2 another shop’s orders and people are not found', async () => {
  expect(await found('3187452960018839999')).toEqual({ orders: [], exact: undefined })
  expect((await found('陶瓷', '外店')).orders).toEqual(['foreign'])
  expect((await find(w.store.read, w.actors['小满']!, '外店')).people).toEqual([])
  expect((await found('陶瓷', '管家')).orders).toEqual(['cup', 'foreign'])
})

test('people by handle, by its pinyin and by the initials of that', async () => {
  for (const text of ['小满', '小', 'xiaoman', 'XM', 'xm'])
    expect((await find(w.store.read, w.actors['小满']!, text)).people.map((p) => p.handle)).toContain('小满')
  expect(isCalled('小满', '满')).toBe(false)
  expect(isCalled('Anna', 'an')).toBe(true)
})
