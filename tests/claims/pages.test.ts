import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, claims, evidence } from '../../db/schema.ts'
import { checkClaim } from '../../src/features/claims/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { claimed, idOf, looker, prizeOf, rostered, setting } from './scene.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await rostered(w, { 小满: 'day', 阿北: 'night' })
  w.clock.now = at('10:00')
})
afterAll(() => w.close())
const { now } = looker(() => w)

const page = async (path: string, handle = '小满', lang = 'zh') =>
  (await (await w.browserOf(handle)).get(path, { 'accept-language': lang })).text()
const post = async (path: string, form: Record<string, string> | FormData, handle = '小满') =>
  (await w.browserOf(handle)).post(path, form)
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7])
const withPicture = (fields: Record<string, string>, bytes: Uint8Array, name = 'a.png') => {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('picture', new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
  return form
}
const bySerial = async (key: string) => (await w.store.read.select().from(claims).where(eq(claims.serialKey, key)))[0]!

test('the form says what is no evidence; a claim entered by the order’s tail leads to its page', async () => {
  expect(await page('/claims/new')).toContain('不能证明中奖')
  const order = await addOrder(w, w.shopA, { tid: '3187452960099912345' })
  const fields = {
    kind: 'physical',
    serial: 'PG-001',
    order: '99912345',
    what_physical: '陶瓷杯',
    quantity_physical: '2',
  }
  const reply = await post('/claims', fields)
  const made = await bySerial('PG001')
  expect(reply.status).toBe(303)
  expect(reply.headers.get('location')).toContain(`/claim/${made.id}`)
  expect(made).toMatchObject({ orderId: order.id, quantity: 2, what: '陶瓷杯' })
  expect(await page(`/claims/new?order=${order.id}`)).toContain(order.tid)
  const shown = await page(`/orders/${order.id}`)
  expect(shown).toContain(`/claim/${made.id}`)
  expect(shown).toContain(`/claims/new?order=${order.id}`)
})

test('PRIZE-2 a second claim comes back filled in, and shows the first with a link, who, when and its state', async () => {
  const first = await bySerial('PG001')
  const order = await addOrder(w, w.shopA)
  const fields = { kind: 'coupon', serial: 'pg001', order: order.tid, what_coupon: '红包', quantity_coupon: '3', worth_coupon: '5.20' } // prettier-ignore
  const reply = await post('/claims', fields, '阿北')
  const html = await reply.text()
  expect(html).toContain(`href="/claim/${first.id}"`)
  expect(html).toContain('小满 11-20 10:00 登记，待核对')
  for (const typed of [order.tid, '红包', '3', '5.20']) expect(html).toContain(`value="${typed}"`)
  expect(await w.store.read.select().from(claims).where(eq(claims.orderId, order.id))).toEqual([])
})

test('PRIZE-1 a picture sent with a lottery claim is refused with the reason', async () => {
  const order = await addOrder(w, w.shopA)
  const fields = { kind: 'physical', serial: 'PG-002', order: order.tid, what_physical: '杯' }
  const reply = await post('/claims', withPicture(fields, png))
  expect(reply.status).toBe(422)
  expect(await reply.text()).toContain('抽奖不收截图')
})

test('a picture is known by its content and served to be kept, in a sandbox, to people of the shop alone', async () => {
  const fields = { kind: 'favourites', buyer: '木木小屋7' }
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  expect((await post('/claims', withPicture(fields, svg))).status).toBe(422)
  expect((await post('/claims', withPicture(fields, png, 'a.svg'))).status).toBe(303)
  const [kept] = await w.store.read.select().from(evidence)
  const reply = await (await w.browserOf('阿北')).get(`/evidence/${kept!.id}`)
  expect(Buffer.compare(Buffer.from(await reply.arrayBuffer()), Buffer.from(png))).toBe(0)
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': expect.stringMatching(/^attachment; filename="[\w-]+\.png"$/),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect((await (await w.browserOf('松针')).get(`/evidence/${kept!.id}`)).status).toBe(403)
  expect((await (await w.browserOf('外店')).get(`/evidence/${kept!.id}`)).status).toBe(404)
  const large = withPicture(fields, new Uint8Array(4 * 1024 * 1024))
  expect((await post('/claims', large)).status).toBe(422)
})

test('PRIZE-3 the checker’s queue: the next one is open, Y and X answer it, the one before can be taken back', async () => {
  const one = await claimed(w, { serial: 'QUEUE1' })
  const html = await page('/claims', '木樨')
  expect(html).toMatch(/核对 \d+ 件实物奖品/)
  expect(html).toContain('data-key="y"')
  expect(html).toContain('data-key="x"')
  expect((html.match(/class="primary"/g) ?? []).length).toBe(1)
  expect(await page('/claims')).not.toContain('data-key="y"')
  const asked = await page(`/claims?show=check&no=${(await bySerial('PG001')).id}`, '木樨')
  expect(asked).toContain('autofocus')
  const reply = await post(`/claim/${one}/check`, { passed: 'no', note: '没有这个号', from: 'queue' }, '木樨')
  expect(reply.headers.get('location')).toBe(`/claims?show=check&done=${one}.${w.clock.now}`)
  const after = await page(reply.headers.get('location')!, '木樨')
  expect(after).toContain(`action="/claim/${one}/uncheck"`)
  await post(`/claim/${one}/uncheck`, { why: '按错了', from: 'queue' }, '木樨')
  expect((await now(one)).state).toBe('to_check')
})

test('PRIZE-6 each claim shows where it is, who has it and since when; what waits too long has its list', async () => {
  const id = await claimed(w, { serial: 'SHOWN1' })
  const html = await page(`/claim/${id}`)
  for (const part of ['待核对', '木樨', '10:00', 'SHOWN1', '什么时候算久', '登记实物奖品']) expect(html).toContain(part)
  expect(await page('/claims?show=late')).not.toContain(id)
  w.clock.now = at('10:00', '2026-11-21')
  expect(await page('/claims?show=late')).toContain(`/claim/${id}`)
  expect(await page(`/claims?show=all&day=${TODAY}`, '小满', 'en')).toContain(`/claim/${id}`)
  expect(await page('/claims?show=all', '小满', 'en')).toContain('None was entered on this day')
  w.clock.now = at('10:00')
})

test('claims are found by serial number, buyer and order, never another shop’s', async () => {
  const order = await addOrder(w, w.shopA, { buyer: '寻**9', tid: '3187452960077755511' })
  const id = await claimed(w, { orderId: order.id, serial: 'FIND-77' })
  for (const asked of ['find77', '寻觅的人9', order.tid, '77755511'])
    expect([asked, (await page(`/claims?q=${encodeURIComponent(asked)}`)).includes(`/claim/${id}`)]).toEqual([
      asked,
      true,
    ])
  expect(await page('/claims?q=find77', '外店')).not.toContain(id)
  expect(await page('/claims?q=%25')).not.toContain(id)
})

test('the night’s list stands by its day', async () => {
  w.clock.now = at('21:00')
  const id = await claimed(w, {}, '阿北')
  expect(await page(`/claims?night=${TODAY}`)).toContain(`/claim/${id}`)
  expect(await page('/claims?show=all')).toContain(`/claims?night=${TODAY}`)
  expect(await page('/claims?night=2026-11-19')).not.toContain(id)
  w.clock.now = at('10:00')
})

test('reviews are rewarded only after the warning was ticked; both ways are kinds of their own in the log', async () => {
  const kinds = async () =>
    (await w.store.read.select().from(activity).where(eq(activity.subject, `shop:${w.shopA.id}`)).orderBy(activity.seq)).map((row) => row.kind) // prettier-ignore
  expect(await page('/shop/prizes', '南星')).toContain('反不正当竞争法')
  expect((await post('/shop/prizes/reviews', { on: 'yes', why: '试试' }, '南星')).status).toBe(422)
  expect((await post('/shop/prizes/reviews', { on: 'yes', read: 'yes', why: '试试' }, '木樨')).status).toBe(403)
  await post('/shop/prizes/reviews', { on: 'yes', read: 'yes', why: '试试' }, '南星')
  expect(await kinds()).toEqual(['claims.reviews_on'])
  await post('/shop/prizes/reviews', { on: 'no', why: '' }, '南星')
  await post('/shop/prizes', { checkers: idOf(w, '阿北'), claimDays: '2' }, '南星')
  expect(await kinds()).toEqual(['claims.reviews_on', 'claims.reviews_off', 'claims.settings'])
  expect((await post('/shop/prizes', { checkers: idOf(w, '松针'), claimDays: '2' }, '南星')).status).toBe(422)
  expect((await post('/shop/prizes', { claimDays: '0' }, '南星')).status).toBe(422)
  expect(await page('/activity', '木樨')).toContain('改了兑奖设置：核奖人、等多久算久')
  expect(await page('/shop/settings', '南星')).toContain('href="/shop/prizes"')
})

test('what may happen now is on the page for who may do it, and for nobody else', async () => {
  const prize = await prizeOf(w, 'physical')
  const id = await claimed(w, { prizeId: prize.id })
  const forms = async (handle: string) => [
    ...new Set([...(await page(`/claim/${id}`, handle)).matchAll(/action="\/claim\/[\w-]+\/(\w+)"/g)].map((m) => m[1])),
  ]
  expect(await forms('木樨')).toEqual(['check', 'move', 'without', 'withdraw'])
  expect(await forms('小满')).toEqual(['move', 'withdraw'])
  expect(await forms('松针')).toEqual([])
  await checkClaim(w.as('木樨'), id, { passed: false, note: '没有' })
  expect(await forms('小满')).toEqual(['settle', 'correct', 'withdraw'])
})

test('PRIZE-6 a prize’s number of pieces leads to the claims that it counts, and to no others', async () => {
  const prize = await prizeOf(w, 'physical', 10, '小夜灯')
  const two = await claimed(w, { prizeId: prize.id, quantity: 2 })
  const failed = await claimed(w, { prizeId: prize.id })
  await checkClaim(w.as('木樨'), failed, { passed: false, note: '转盘名单里没有这个号' })
  const other = await claimed(w, { prizeId: (await prizeOf(w, 'physical', 10, '杯垫')).id })
  const html = await page(`/claims?prize=${prize.id}`)
  expect(html).toContain('小夜灯：兑出 2 份')
  expect(html).toContain(`/claim/${two}`)
  expect(html).not.toContain(`/claim/${failed}`)
  expect(html).not.toContain(`/claim/${other}`)
  expect(await page('/prizes')).toContain(`/claims?prize=${prize.id}`)
  expect((await (await w.browserOf('小满')).get('/claims?prize=nowhere')).status).toBe(404)
})

test('a review has nothing to fill in while its reward is off', async () => {
  expect(await page('/claims/new?kind=review')).not.toContain('worth_review')
  await setting(w, { reviewRewards: true })
  expect(await page('/claims/new?kind=review')).toContain('worth_review')
  await setting(w, { reviewRewards: false })
})
