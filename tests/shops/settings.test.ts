import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activity, holidayYears, orders, personShops, shopDays, shops } from '../../db/schema.ts'
import { revisionOf } from '../../src/core/activity.ts'
import { makeContext, operator } from '../../src/core/context.ts'
import { addShop } from '../../src/features/shops/actions.ts'
import { loadYear, yearWarning } from '../../src/features/shops/calendar.ts'
import { changeFlags, flagEffect } from '../../src/features/shops/flag-change.ts'
import { defaultFlags, type FlagTable } from '../../src/features/shops/flags.ts'
import { changeAlerts, changeHours, clearDay, keepBuyerData, setDay } from '../../src/features/shops/settings.ts'
import type { ShopDay } from '../../src/features/shops/rules.ts'
import { findShop } from '../../src/features/shops/store.ts'
import { addOrder, at, openWorld, orderNow, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
beforeEach(() => (w.clock.now = at('15:00')))

const shopNow = async () => (await findShop(w.store.read, w.shopA.id))!
const rowsOf = (kind: string, shopId = w.shopA.id) =>
  w.store.read
    .select()
    .from(activity)
    .where(and(eq(activity.kind, kind), eq(activity.shopId, shopId)))
    .orderBy(activity.seq)
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

describe('hours and alerts', () => {
  const hours = { name: '澄野家居', cutoff: '15:30', restDays: [7, 6], keepsHolidays: true }

  test('CUT-1 a change is one row with before and after; the same again is none', async () => {
    await changeHours(w.as('南星'), w.shopA.id, hours)
    await changeHours(w.as('南星'), w.shopA.id, hours)
    expect(await shopNow()).toMatchObject({ cutoff: '15:30', restDays: [6, 7] })
    const rows = await rowsOf('shop.settings_changed')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      actor: '南星',
      before: { cutoff: '16:00', restDays: [7] },
      after: { cutoff: '15:30', restDays: [6, 7] },
    })
  })

  test('what makes no sense is refused at its field', async () => {
    const wrong = async (more: Partial<typeof hours>) =>
      changeHours(w.as('南星'), w.shopA.id, { ...hours, ...more }).catch((e: { fields: object }) =>
        Object.keys(e.fields),
      )
    expect(await wrong({ cutoff: '25:00' })).toEqual(['cutoff'])
    expect(await wrong({ name: ' ' })).toEqual(['name'])
    expect(await wrong({ restDays: [1, 2, 3, 4, 5, 6, 7] })).toEqual(['restDays'])
    const alerts = { warnMinutes: [30, 10], holdAlertMinutes: 30, idleLockMinutes: 0 }
    expect(await code(changeAlerts(w.as('南星'), w.shopA.id, alerts))).toBe('invalid')
  })

  test('WHO-2 another shop is not found', async () => {
    expect(await code(changeHours(w.as('南星'), w.shopB.id, hours))).toBe('not_found')
  })

  test('two managers change different things at once: both are kept', async () => {
    await Promise.all([
      changeHours(w.as('南星'), w.shopA.id, { ...hours, cutoff: '16:30' }),
      changeAlerts(w.as('管家'), w.shopA.id, { warnMinutes: [60, 15], holdAlertMinutes: 45, idleLockMinutes: 5 }),
    ])
    expect(await shopNow()).toMatchObject({ cutoff: '16:30', settings: { warnMinutes: [60, 15], idleLockMinutes: 5 } })
  })

  test('the page saves and shows what was saved', async () => {
    const manager = await w.browserOf('南星')
    const form = { name: '澄野', cutoff: '16:00', restDays: ['7'], keepsHolidays: 'yes' }
    expect((await manager.post('/shop/settings/hours', form)).headers.get('location')).toMatch(
      /^\/shop\/settings\?saved=\d+$/,
    )
    const shifts = { dayFrom: '09:00', dayTo: '18:00', nightFrom: '17:00', nightTo: '01:00' }
    await manager.post('/shop/settings/shifts', shifts)
    await manager.post('/shop/settings/alerts', {
      warnMinutes: '10, 40',
      holdAlertMinutes: '30',
      idleLockMinutes: '10',
    })
    expect(await shopNow()).toMatchObject({
      name: '澄野',
      shifts: { night: { from: '17:00', to: '01:00' } },
      settings: { warnMinutes: [40, 10] },
    })
    const page = await (await manager.get('/shop/settings')).text()
    expect(page).toContain('value="40 10"')
    expect(page).toMatch(/value="澄野"/)
  })
})

describe('special days', () => {
  const sale = { day: '2026-11-11', works: null, cutoff: '22:00', why: '大促' }

  test('CUT-1 a sale day with its own cutoff is set once, changed, and taken away', async () => {
    const ctx = w.as('南星')
    await setDay(ctx, w.shopA.id, sale)
    await setDay(ctx, w.shopA.id, sale)
    await setDay(ctx, w.shopA.id, { ...sale, cutoff: '23:00' })
    await clearDay(ctx, w.shopA.id, sale.day)
    await clearDay(ctx, w.shopA.id, sale.day)
    expect(await w.store.read.select().from(shopDays)).toEqual([])
    const told = [...(await rowsOf('shop.day_set')), ...(await rowsOf('shop.day_removed'))]
    expect(told.map((row) => [row.kind, row.why])).toEqual([
      ['shop.day_set', '大促'],
      ['shop.day_set', '大促'],
      ['shop.day_removed', '大促'],
    ])
  })

  test('a special day that changes nothing, or without a reason, is refused', async () => {
    const set = (more: Partial<ShopDay>) => code(setDay(w.as('南星'), w.shopA.id, { ...sale, ...more }))
    expect(await set({ cutoff: null })).toBe('invalid')
    expect(await set({ why: ' ' })).toBe('invalid')
    expect(await set({ day: '2026-02-30' })).toBe('invalid')
    expect(await code(setDay(w.as('南星'), w.shopB.id, sale))).toBe('not_found')
  })

  test('a day off today shows on the bar of every page', async () => {
    const manager = await w.browserOf('南星')
    await manager.post('/shop/days', { day: '2026-11-20', works: 'no', dayCutoff: '', why: '盘点' })
    expect(await (await manager.get('/calendar')).text()).toContain('今天不发货')
    await manager.post('/shop/days/2026-11-20/remove')
    expect(await (await manager.get('/calendar')).text()).not.toContain('今天不发货')
  })
})

describe('WHO-5 buyers’ data', () => {
  test('is masked unless a manager says until when and why; both are logged, and it ends', async () => {
    expect((await shopNow()).settings.buyerDataUntil).toBeNull()
    const ctx = w.as('南星')
    expect(await code(keepBuyerData(ctx, w.shopA.id, '2027-01-31', ''))).toBe('invalid')
    expect(await code(keepBuyerData(ctx, w.shopA.id, '2026-11-19', '过去'))).toBe('invalid')
    expect(await code(keepBuyerData(ctx, w.shopA.id, '2027-11-22', '一年多'))).toBe('invalid')
    await keepBuyerData(ctx, w.shopA.id, '2027-01-31', '平台书面同意')
    expect((await shopNow()).settings.buyerDataUntil).toBe('2027-01-31')
    await keepBuyerData(ctx, w.shopA.id, null, '不用了')
    expect((await shopNow()).settings.buyerDataUntil).toBeNull()
    expect((await rowsOf('shop.buyer_data')).map((row) => row.why)).toEqual(['平台书面同意', '不用了'])
  })

  test('the page warns, and says while it is kept in the clear', async () => {
    const manager = await w.browserOf('南星')
    expect(await (await manager.get('/shop/settings')).text()).toContain('各平台都不许')
    await manager.post('/shop/buyer-data', { until: '2026-12-01', why: '平台书面同意' })
    expect(await (await manager.get('/shop/settings')).text()).toContain('原文留到 2026-12-01')
    await manager.post('/shop/buyer-data', { why: '不用了' })
    expect(await (await manager.get('/shop/settings')).text()).not.toContain('原文留到')
  })
})

describe('ORD-2 flags', () => {
  const greenShips = (): FlagTable => {
    const flags = defaultFlags('taobao')
    return { ...flags, policy: { ...flags.policy, green: 'ship' } }
  }

  test('the effect on open orders is seen before, and carried out with the change', async () => {
    const [green, closed, other] = [
      await addOrder(w, w.shopA, { flag: 'green' }),
      await addOrder(w, w.shopA, { flag: 'green', state: 'closed' }),
      await addOrder(w, w.shopB, { flag: 'green' }),
    ]
    const effect = [{ flag: 'green', newFlag: 'green', from: 'undecided', to: 'ship', orders: 1 }]
    expect(await flagEffect(w.as('南星'), w.shopA.id, greenShips())).toEqual(effect)
    expect((await orderNow(w, green.id)).meaning).toBe('undecided')
    await changeFlags(w.as('南星'), w.shopA.id, greenShips())
    await changeFlags(w.as('南星'), w.shopA.id, greenShips())
    expect((await orderNow(w, green.id)).meaning).toBe('ship')
    expect((await orderNow(w, closed.id)).meaning).toBe('undecided')
    expect((await orderNow(w, other.id)).meaning).toBe('undecided')
    const rows = await rowsOf('shop.flags_changed')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      before: { policy: { purple: 'hold' } },
      after: { policy: { green: 'ship' }, effect },
    })
  })

  test('a number that gets its colour now takes its orders along', async () => {
    const strange = await addOrder(w, w.shopA, { flag: 'code-7' })
    const flags = greenShips()
    flags.codes = [...flags.codes, { code: 7, colour: 'red', label: '加急' }]
    await changeFlags(w.as('南星'), w.shopA.id, flags)
    expect(await orderNow(w, strange.id)).toMatchObject({ flag: 'red', meaning: 'ship' })
  })

  test('a failure half-way leaves table and orders as they were', async () => {
    const blue = await addOrder(w, w.shopA, { flag: 'blue' })
    const before = (await shopNow()).flags
    const ctx = w.as('南星')
    const failing = ctx.write(async () => {
      await changeFlags(ctx, w.shopA.id, { ...before, policy: { ...before.policy, blue: 'hold' } })
      throw new Error('half-way')
    })
    await expect(failing).rejects.toThrow('half-way')
    expect((await shopNow()).flags).toEqual(before)
    expect((await orderNow(w, blue.id)).meaning).toBe('undecided')
  })

  test('on the page: typed, previewed with counts and numbers, saved as previewed', async () => {
    const blue = await w.store.read.select().from(orders).where(eq(orders.flag, 'blue'))
    const manager = await w.browserOf('南星')
    const flags = (await shopNow()).flags
    const preview = await manager.post('/shop/flags/preview', {
      code: flags.codes.map((c) => String(c.code)),
      codeColour: flags.codes.map((c) => c.colour),
      codeLabel: flags.codes.map((c) => c.label),
      label: Object.keys(flags.labels),
      labelColour: Object.values(flags.labels),
      ...Object.fromEntries(Object.entries(flags.policy).map(([colour, meaning]) => [`policy-${colour}`, meaning])),
      'policy-blue': 'hold',
    })
    const page = await preview.text()
    expect(page).toContain('存下以后，1 张开着的订单会变')
    expect(page).toContain(blue[0]!.tid)
    expect(page).toContain('变成缓的订单没有原因和日期')
    const tables = /name="tables" value="([^"]*)"/.exec(page)![1]!.replaceAll('&quot;', '"')
    const again = await (await manager.post('/shop/flags/edit', { tables })).text()
    expect(again).toMatch(/<input[^>]*name="policy-blue" value="hold"[^>]*checked/)
    expect((await shopNow()).flags).toEqual(flags)
    expect((await manager.post('/shop/flags', { tables })).headers.get('location')).toMatch(
      /^\/shop\/flags\?saved=\d+$/,
    )
    expect((await orderNow(w, blue[0]!.id)).meaning).toBe('hold')
    expect((await manager.post('/shop/flags', { tables: '{' }, { 'hx-request': 'true' })).status).toBe(422)
  })
})

describe('public holidays', () => {
  const file = (days: object[], more: object = {}) => JSON.stringify({ year: 2027, papers: ['国发'], days, ...more })
  const newYear = { name: '元旦', date: '2027-01-01', isOffDay: true }

  test('CUT-1 a missing year is said loudly on every page, until it is loaded', async () => {
    w.clock.now = at('15:00', '2026-11-30')
    expect(await yearWarning(w.as('小满'), w.shopA)).toEqual([])
    w.clock.now = at('15:00', '2026-12-01')
    const [manager, agent] = [await w.browserOf('南星'), await w.browserOf('小满')]
    expect(await yearWarning(w.as('小满'), w.shopA)).toEqual([2027])
    expect(await (await manager.get('/me')).text()).toContain('2027 年的放假安排还没载入')
    expect(await (await agent.get('/me')).text()).toContain('请店长到日历页载入')
    expect(await (await agent.get('/calendar')).text()).toContain('2027 年没有载入')
    expect((await agent.post('/calendar/years', { json: file([newYear]) })).status).toBe(403)
    const missing = await (await manager.get('/calendar')).text()
    expect(missing.indexOf('id="json"')).toBeLessThan(missing.indexOf('class="months"')) // the next thing to do
    const loaded = await manager.post('/calendar/years', { json: file([newYear]) })
    expect(loaded.headers.get('location')).toMatch(/^\/calendar\?year=2027&saved=/)
    expect(await (await manager.get(loaded.headers.get('location')!)).text()).toContain('2027 年载入好了，写明 1 天')
    const there = await (await manager.get('/calendar?year=2027')).text()
    expect(there.indexOf('id="json"')).toBeGreaterThan(there.indexOf('class="months"'))
    expect(await (await agent.get('/me')).text()).not.toContain('还没载入')
  })

  test('loading changes every shop’s days, so every shop’s log and pages learn of it, once', async () => {
    const before = [await revisionOf(w.store.read, w.shopA.id), await revisionOf(w.store.read, w.shopB.id)]
    const days = [newYear, { name: '元旦', date: '2027-01-02', isOffDay: true }]
    await loadYear(w.as('南星'), file(days))
    const after = [await revisionOf(w.store.read, w.shopA.id), await revisionOf(w.store.read, w.shopB.id)]
    expect(after[0]).not.toBe(before[0])
    expect(after[1]).not.toBe(before[1])
    await loadYear(w.as('南星'), file(days))
    expect([await revisionOf(w.store.read, w.shopA.id), await revisionOf(w.store.read, w.shopB.id)]).toEqual(after)
  })

  test('a file without a notice is loaded with a warning, an empty one is refused', async () => {
    const manager = await w.browserOf('南星')
    await manager.post('/calendar/years', { json: file([newYear], { papers: [] }) })
    expect(await (await manager.get('/calendar?year=2027')).text()).toContain('没有写明是哪份通知')
    const empty = await manager.post('/calendar/years', { json: file([], { papers: [] }) }, { 'hx-request': 'true' })
    expect([empty.status, /data-field="json">([^<]+)/.exec(await empty.text())?.[1]]).toEqual([
      422,
      '2027 年这份文件里一天也没有：通知还没发布。没有载入。',
    ])
  })

  test('an uploaded file counts like a pasted one', async () => {
    const form = new FormData()
    form.set('json', '')
    form.set('file', new File([file([{ ...newYear, name: '新年' }])], '2027.json', { type: 'application/json' }))
    expect((await (await w.browserOf('南星')).post('/calendar/years', form)).status).toBe(303)
    const [row] = await w.store.read.select().from(holidayYears).where(eq(holidayYears.year, 2027))
    expect(row!.days[0]!.name).toBe('新年')
  })
})

describe('adding shops', () => {
  const ctx = () => makeContext({ store: w.store, who: operator([]), now: w.clock.now })

  test('a new shop has its platform’s flags and every admin; its code is taken once', async () => {
    const shop = await addShop(ctx(), {
      code: 'DY',
      name: '抖音店',
      platform: 'douyin',
      restDays: [6, 7],
      cutoff: '17:00',
    })
    expect(shop).toMatchObject({ cutoff: '17:00', restDays: [6, 7], flags: defaultFlags('douyin') })
    const people = await w.store.read.select().from(personShops).where(eq(personShops.shopId, shop.id))
    expect(people.map((p) => p.personId)).toEqual([w.actors['管家']!.id])
    expect(await rowsOf('shop.added', shop.id)).toHaveLength(1)
    expect(await code(addShop(ctx(), { code: 'DY', name: '又一家' }))).toBe('conflict')
  })

  test('two who take the same code at once: one has it', async () => {
    const both = await Promise.all(['甲', '乙'].map((name) => code(addShop(ctx(), { code: 'XY', name }))))
    expect(new Set(both)).toEqual(new Set(['done', 'conflict']))
  })

  test('a strange code or an empty name is refused', async () => {
    expect(await code(addShop(ctx(), { code: 'A B', name: '店' }))).toBe('invalid')
    expect(await code(addShop(ctx(), { code: 'AB', name: '' }))).toBe('invalid')
    expect(await w.store.read.$count(shops, eq(shops.code, 'AB'))).toBe(0)
  })

  test('admins add shops on a page, managers do not', async () => {
    const form = { code: 'JD', name: '京东店', platform: 'jd', cutoff: '16:00', restDays: '7' }
    expect((await (await w.browserOf('南星')).post('/shops', form)).status).toBe(403)
    expect((await (await w.browserOf('管家')).post('/shops', form)).headers.get('location')).toBe('/shops')
    expect(await (await (await w.browserOf('管家')).get('/shops')).text()).toContain('京东店')
  })
})

test('SHIFT-1 a night shift that would begin before its day’s day shift is refused: it would take over before it', async () => {
  const manager = await w.browserOf('南星')
  const day = { dayFrom: '09:00', dayTo: '18:00' }
  const refused = await manager.post('/shop/settings/shifts', { ...day, nightFrom: '00:30', nightTo: '09:00' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('晚班要在早班之后')])
  expect((await manager.post('/shop/settings/shifts', { ...day, nightFrom: '18:00', nightTo: '09:00' })).status).toBe(
    303,
  )
})
