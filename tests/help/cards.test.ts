/** A card's times and flags are the shop's own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardTimes } from '../../src/features/help/card-times.ts'
import { cards, cardWords, ownCardHref, rowsOf, type Card } from '../../src/features/help/cards.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import { at, handles, openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const timesOf = (card: Card, shop: Shop) => {
  const times = cardTimes(shop, at('15:00'))
  return rowsOf(cardWords('zh')[card], times).map((row) => [times.clock(row.at), row.what.split('：')[0]])
}

describe('its day', () => {
  test('DAY-1 REPORT-4 in time order, by the rules of this shop', () => {
    const day = timesOf('agent', w.shopA)
    expect(day).toContainEqual(['15:30', '催付'])
    expect(day).toContainEqual(['16:00', '截单'])
    expect(day.at(-1)).toEqual(['17:30', '日报'])
    const moments = rowsOf(cardWords('zh').night, cardTimes(w.shopA, at('15:00'))).map((row) => row.at)
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
  })

  test('another cutoff, another shift, another deadline: another card', () => {
    const shop: Shop = {
      ...w.shopA,
      cutoff: '14:00',
      shifts: { day: { from: '08:00', to: '16:00' }, night: { from: '15:00', to: '23:00' } },
      settings: { ...w.shopA.settings, reportMinutes: 45, acknowledgeMinutes: 20, unpaidWindow: { from: 60, to: 10 } },
    }
    const day = timesOf('agent', shop)
    expect([day[0]![0], day.find(([, what]) => what === '催付')![0]]).toEqual(['08:00', '13:00'])
    const lead = rowsOf(cardWords('zh').supervisor, cardTimes(shop, at('15:00')))
    expect(lead.find(({ what }) => what.startsWith('交接'))!.what).toContain('20 分没接')
    const times = cardTimes(shop, at('15:00'))
    expect([times.clock(times.reportDue.day), times.clock(times.reportDue.night)]).toEqual(['16:45', '23:45'])
  })

  test('a night past midnight ends its day with the report of that day', () => {
    const night = timesOf('night', w.shopA)
    expect([night[0]![0], night.at(-1)!]).toEqual(['16:30', ['00:30', '日报']])
  })
})

test('both languages have the same lines, musts and keys', () => {
  const times = cardTimes(w.shopA, at('15:00'))
  for (const card of cards) {
    const [zh, en] = [cardWords('zh')[card], cardWords('en')[card]]
    const moments = (words: typeof zh) => rowsOf(words, times).map(({ at: from, to }) => [from, to])
    expect({ card, rows: moments(en) }).toEqual({ card, rows: moments(zh) })
    expect([card, en.musts.length, en.keys.length]).toEqual([card, zh.musts.length, zh.keys.length])
    expect(/\p{Script=Han}/u.test(JSON.stringify([en.title, en.lead, en.musts, en.keys]))).toBe(false)
  }
})

test('everybody reads every card, with the flags of the shop they look at', async () => {
  for (const handle of handles) {
    const browser = await w.browserOf(handle)
    expect([handle, (await browser.get('/help/cards/night')).status]).toEqual([handle, 200])
  }
  const other = await (await w.browserOf('外店')).get('/help/cards/warehouse')
  const text = await other.text()
  expect([text.includes('示例木作'), text.includes('澄野家居'), text.includes('data-flag="purple"')]).toEqual([
    true,
    false,
    true,
  ])
})

test('a card that there is not is not found', async () => {
  expect((await (await w.browserOf('小满')).get('/help/cards/boss')).status).toBe(404)
})

test('the menu leads each to their own', async () => {
  expect(await (await (await w.browserOf('松针')).get('/orders')).text()).toContain('href="/help/cards/warehouse"')
  expect([ownCardHref(['director']), ownCardHref(['agent', 'supervisor']), ownCardHref(['admin'])]).toEqual([
    '/help/cards/supervisor',
    '/help/cards/supervisor',
    '/help/cards/manager',
  ])
})
