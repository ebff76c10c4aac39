import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../db/kit.ts'
import { answerStop } from '../../src/features/cutoff/index.ts'
import { addOrder, at, openWorld, type TestWorld } from '../world.ts'
import { addBatch, addHold, addParcel, happened, packer } from './parcels.ts'

let w: TestWorld
let batch: Awaited<ReturnType<typeof addBatch>>
beforeAll(async () => {
  w = await openWorld()
  batch = await addBatch(w, w.shopA)
})
beforeEach(() => {
  w.clock.now = Math.max(w.clock.now + 60_000, at('16:41'))
})
afterAll(() => w.close())

const parcel = (wish?: Parameters<typeof addParcel>[3]) => addParcel(w, w.shopA, batch, wish)

test('WHO-1 only the warehouse and those who lead it may scan', async () => {
  const { order } = await parcel()
  for (const handle of ['小满', '远志']) {
    const agent = await w.browserOf(handle)
    expect((await agent.get('/bench')).status).toBe(403)
    expect((await agent.post('/bench/scans', { id: newId(), code: order.tid })).status).toBe(403)
  }
  expect(await happened(w, order.id)).toEqual([])
})

test('a form gets a page back at the address of its scan, and the address shows the same again', async () => {
  const browser = await w.browserOf('松针')
  const { order } = await parcel({ order: { receiver: '贺*兰' } })
  const id = newId()
  const answer = await browser.post('/bench/scans', { id, code: order.tid })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/bench?scan=${id}&mode=pack`])
  const page = await (await browser.get(answer.headers.get('location')!)).text()
  expect(page).toContain('data-look="done"')
  expect(page).toContain('贺*兰')
})

test('a script gets the screen without the frame; another program gets JSON for JSON', async () => {
  const browser = await w.browserOf('松针')
  const { order, shipment } = await parcel()
  const id = newId()
  const told = await w.app.request('/bench/scans', {
    method: 'POST',
    headers: { ...browser.headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ id, code: order.tid }),
  })
  expect(await told.json()).toEqual({
    id,
    code: order.tid,
    answer: 'ship',
    did: 'packed',
    shipment: shipment.id,
    order: order.id,
  })
  const screen = await browser.post('/bench/scans', { id, code: order.tid }, { 'hx-request': 'true' })
  expect(await screen.text()).toMatch(/^<main id="main" class="scan" data-tone="done" data-look="done"/)
})

test('what is not a scan is refused with the field named, and leaves nothing', async () => {
  const browser = await w.browserOf('松针')
  const forms: Record<string, string>[] = [
    { code: '1' },
    { id: 'x', code: '1' },
    { id: newId(), code: '1', mode: 'eat' },
  ]
  for (const form of forms) expect((await browser.post('/bench/scans', form)).status).toBe(422)
})

test('two codes read as one, or a whole text, are answered as unknown and stand among the last five', async () => {
  const browser = await w.browserOf('松针')
  for (const code of ['7'.repeat(201), `QR${'长'.repeat(5000)}`]) {
    const answer = await browser.post('/bench/scans', { id: newId(), code }, { 'hx-request': 'true' })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).toContain('data-look="unknown"')
    expect(text).toContain(`<p>${code.slice(0, 200)}</p>`)
    expect(text.split('id="last"')[1]).toContain(`…${code.slice(194, 200)}`)
  }
})

test('every answer says what to do, in both languages, whatever is known of the order', async () => {
  const held = await parcel({ packing: ['x'] })
  await addHold(w, held.order, w.actors.小满!.id!)
  const stop = { stopAskedAt: at('16:04'), stopAskedBy: w.actors.小满!.id, stopWhy: '拍错' }
  const scans = [
    [
      (
        await parcel({
          gifts: ['火柴'],
          packing: ['易碎'],
          items: [
            ['杯', '色:白', 1],
            ['垫', '', 2],
          ],
        })
      ).order.tid,
      'ship',
    ],
    [held.order.tid, 'hold'],
    [(await parcel({ shipment: stop })).order.tid, 'stopped'],
    [(await parcel({ shipment: { stage: 'handed', waybill: 'YT1', carrier: '圆通速递' } })).order.tid, 'gone_before'],
    [(await parcel({ shipment: { stage: 'packed', packedAt: at('16:20') } })).order.tid, 'twice'],
    ['9999999999999999999', 'unknown'],
    ['ZW-UNDO', 'unknown'],
  ] as const
  const browser = await w.browserOf('木樨')
  for (const lang of ['zh', 'en'])
    for (const [code, look] of scans) {
      w.clock.now += 3000
      const answer = await browser.post(
        '/bench/scans',
        { id: newId(), code },
        { 'hx-request': 'true', 'accept-language': lang },
      )
      const text = await answer.text()
      expect([code, lang, text.match(/data-look="(\w+)"/)?.[1]]).toEqual([code, lang, look])
      expect(text).toMatch(/<h1>[^<]{3,}<\/h1><p>[^<]+<\/p>/)
      expect(text).not.toMatch(/undefined|\[object|null/)
    }
})

test('nothing is forgotten: what lies aside and stops without an answer are counted on the screen', async () => {
  const bench = packer(w)
  const { order } = await parcel()
  await bench.scan(order.tid)
  await bench.scan('ZW-OUT')
  await parcel({ shipment: { stopAskedAt: at('16:30'), stopAskedBy: w.actors.小满!.id, stopWhy: '不要了' } })
  const page = await (await (await w.browserOf('松针')).get('/bench')).text()
  expect(page).toMatch(/要停没回 \d/)
  expect(page).toContain('放一边 1')
})

test('packing counts what is packed, handing over what the courier has', async () => {
  const browser = await w.browserOf('松针')
  const counted = async (mode: string) => {
    const page = await (await browser.get(`/bench?mode=${mode}`)).text()
    return Number(/id="progress">(\d+) \/ \d+</.exec(page)![1])
  }
  const [packed, handed] = [await counted('pack'), await counted('hand')]
  await parcel({ shipment: { stage: 'packed', packedAt: at('16:20') } })
  expect([await counted('pack'), await counted('hand')]).toEqual([packed + 1, handed])
  await parcel({ shipment: { stage: 'handed', waybill: 'YT7', carrier: '圆通速递' } })
  expect([await counted('pack'), await counted('hand')]).toEqual([packed + 2, handed + 1])
})

test('what keeps an order back names who can settle it; a stopped parcel says why once', async () => {
  const browser = await w.browserOf('松针')
  const scanned = async (code: string) => {
    w.clock.now += 3000
    return (await browser.post('/bench/scans', { id: newId(), code }, { 'hx-request': 'true' })).text()
  }
  expect(await scanned((await addOrder(w, w.shopA, { flag: 'blue' })).tid)).toContain('客服，在订单页上定下来才能发')
  const asked = { stopAskedAt: at('16:30'), stopAskedBy: w.actors.小满!.id, stopWhy: '拍错了' }
  const { order, shipment } = await parcel({ shipment: asked })
  await answerStop(w.as('松针'), shipment.id, 'stopped')
  const stopped = (await scanned(order.tid)).split('id="last"')[0]!
  expect(stopped).toContain('已经拦下')
  expect(stopped.match(/拍错了/g)).toHaveLength(1)
  const other = await parcel({ shipment: asked })
  await scanned(other.order.tid)
  await answerStop(w.as('松针'), other.shipment.id, 'too_late')
  const [, first] = /id="last"[^]*?<th[^>]*>([^]*?)<\/th>/.exec(await (await browser.get('/bench')).text())!
  expect(first).toContain('来不及') // it goes, whatever it was scanned as
})

test('the cards page has a bar code for every card and says nothing of any order', async () => {
  const page = await (await (await w.browserOf('松针')).get('/bench/cards', { 'accept-language': 'en' })).text()
  expect(page.match(/class="bars"/g)).toHaveLength(16)
  expect(page).toContain('aria-label="ZW-UNDO"')
})
