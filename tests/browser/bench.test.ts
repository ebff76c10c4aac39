/** The packing bench with real keys in a real browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addBatch, addHold, addParcel, giftsNow, happened, parcelNow } from '../bench-room/parcels.ts'
import { at } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
let batch: Awaited<ReturnType<typeof addBatch>>
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  batch = await addBatch(site.world, site.world.shopA)
})
beforeEach(() => {
  site.world.clock.now = Math.max(at('16:41'), site.world.clock.now + 60_000) // never back: an undo goes by time
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const parcel = (wish?: Parameters<typeof addParcel>[3]) => addParcel(site.world, site.world.shopA, batch, wish)
const stageOf = async (id: string) => (await parcelNow(site.world, id)).stage
const look = (page: Page) => page.locator('main').getAttribute('data-look')
const said = (page: Page) => page.locator('#said h1').textContent()

async function openBench(wish: PageWish & { as?: string } = {}) {
  const page = await newPage(browser, wish)
  await page.addInitScript(rememberNotes)
  await site.signInAs(page, wish.as ?? '松针')
  await page.goto(`${site.url}/bench`)
  return page
}

/** Which sounds were played: the frequencies that were asked of the browser. */
const rememberNotes = `
  window.notes = []
  const make = AudioContext.prototype.createOscillator
  AudioContext.prototype.createOscillator = function () {
    const tone = make.call(this)
    const start = tone.start
    tone.start = function (at) { window.notes.push(tone.frequency.value); return start.call(this, at) }
    return tone
  }`

/** As a scanner does it: 5 ms between keys, then Enter. The next scan comes three seconds later. */
async function scan(page: Page, code: string) {
  site.world.clock.now += 3000
  await page.evaluate('window.notes = []')
  await page.keyboard.type(code, { delay: 5 })
  await page.keyboard.press('Enter')
}

/** The same with the moments of a real scanner on the events: a busy test machine stretches those of typed keys. */
async function scanByTheClock(page: Page, code: string) {
  site.world.clock.now += 3000
  const devtools = await page.context().newCDPSession(page)
  let timestamp = Date.now() / 1000
  for (const text of [...code, '\r']) {
    const key = text === '\r' ? { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 } : { key: text }
    const event = { code: physical(text), text, timestamp: (timestamp += 0.005), ...key }
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event })
    await devtools.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp', text: '' })
  }
}

async function scanned(page: Page, code: string, expected: string) {
  await scan(page, code)
  await expect.poll(() => look(page)).toBe(expected)
}

test('CUT-6 ship, packed twice, hold, stopped, unknown: each has its word, its shape and its sound', async () => {
  const page = await openBench()
  const plain = await parcel({ items: [['香薰蜡烛', '香型:雪松', 3]] })
  const held = await parcel({ order: { flag: 'purple' } })
  await addHold(site.world, held.order, site.world.actors.小满!.id!)
  const stop = { stopAskedAt: at('16:04'), stopAskedBy: site.world.actors.小满!.id, stopWhy: '买家拍错尺寸' }
  const stopped = await parcel({ shipment: stop })
  const heard = new Map<string, string>()
  const seen = new Set<string>()
  for (const [code, expected] of [
    [plain.order.tid, 'done'],
    [plain.order.tid, 'twice'],
    [held.order.tid, 'hold'],
    [stopped.order.tid, 'stopped'],
    ['3187000000000000000', 'unknown'],
  ] as const) {
    await page.waitForTimeout(expected === 'twice' ? 2000 : 0) // the page, too, ignores a code for two seconds
    await scanned(page, code, expected)
    heard.set(expected, String(await page.evaluate('window.notes.join()')))
    seen.add(
      `${await page.locator('#word').textContent()} ${await page.locator('#sign svg').getAttribute('data-shape')}`,
    )
    expect(await seriousProblems(page)).toEqual([])
  }
  expect(heard.get('done')).not.toBe('')
  expect(new Set(heard.values()).size).toBe(5)
  expect(seen).toEqual(new Set(['包好了 circle', '包过了 square', '暂缓 diamond', '已停 octagon', '不认识 triangle']))
  expect(await page.locator('#last tr').count()).toBe(5)
})

test('what to do stands beside the answer: until when and whom to ask, why it is stopped and a reply', async () => {
  const page = await openBench()
  const held = await parcel()
  await addHold(site.world, held.order, site.world.actors.小满!.id!)
  await scanned(page, held.order.tid, 'hold')
  const text = await page.locator('.answer').textContent()
  for (const word of ['买家说搬完家再发', '11-25 周三', '小满，早班']) expect(text).toContain(word)

  const stop = { stopAskedAt: at('16:04'), stopAskedBy: site.world.actors.小满!.id, stopWhy: '买家拍错尺寸' }
  const stopped = await parcel({ shipment: stop })
  await scanned(page, stopped.order.tid, 'stopped')
  expect(await page.locator('.answer').textContent()).toContain('买家拍错尺寸')
  await scan(page, 'ZW-1') // the number card presses the first button: stopped it
  await expect.poll(() => said(page)).toBe('已经拦下，别发')
  expect(await stageOf(stopped.shipment.id)).toBe('stopped')
})

test('GIFT-1 ticks by hand and by number card; the last tick packs', async () => {
  const page = await openBench()
  const { order, shipment } = await parcel({ gifts: ['火柴', '靠枕'], packing: ['易碎：加气泡膜'] })
  await scanned(page, order.tid, 'ship')
  await page.getByLabel('赠品 火柴').check()
  expect(await page.evaluate('document.activeElement.id')).toBe('code')
  await scan(page, 'ZW-2')
  await expect.poll(() => page.getByLabel('赠品 靠枕').isChecked()).toBe(true)
  expect(await stageOf(shipment.id)).toBe('printed')
  await scanned(page, '3', 'done') // typed by hand: the third
  expect(await stageOf(shipment.id)).toBe('packed')
  expect((await giftsNow(site.world, order.id)).every((g) => g.packedAt !== null)).toBe(true)
})

test('GIFT-1 a missing gift asks why; the reason is typed in peace, and a scan meanwhile does not land in it', async () => {
  const page = await openBench()
  const { order, shipment } = await parcel({ gifts: ['火柴'] })
  const next = await parcel()
  await scanned(page, order.tid, 'ship')
  await scanned(page, 'ZW-DONE', 'why')
  const reason = page.getByLabel('别的原因')
  await reason.click()
  await page.keyboard.type('盒子', { delay: 60 })
  await page.waitForTimeout(80)
  await scanByTheClock(page, next.order.tid)
  await expect.poll(() => look(page)).toBe('done')
  expect(await stageOf(next.shipment.id)).toBe('packed')

  await scanned(page, order.tid, 'ship')
  await scanned(page, 'ZW-DONE', 'why')
  await reason.click()
  await page.keyboard.type('盒子太小', { delay: 60 })
  expect(await reason.inputValue()).toBe('盒子太小')
  await page.keyboard.press('Enter', { delay: 60 })
  await expect.poll(() => look(page)).toBe('done')
  expect((await giftsNow(site.world, order.id))[0]).toMatchObject({ leftOutWhy: '盒子太小' })
  expect(await stageOf(shipment.id)).toBe('packed')
})

test('slip, waybill, and in the other mode the waybill again: with the courier', async () => {
  const page = await openBench({ lang: 'en' })
  const { order, shipment } = await parcel()
  await scanned(page, order.tid, 'done')
  await scanned(page, 'SF0000000000031', 'labelled')
  await page.getByRole('button', { name: 'YTO' }).click()
  await expect.poll(async () => (await parcelNow(site.world, shipment.id)).carrier).toBe('圆通速递')
  await scan(page, 'ZW-HAND')
  await expect.poll(() => page.locator('main').getAttribute('data-mode')).toBe('hand')
  await page.waitForTimeout(2000)
  await scanned(page, 'SF0000000000031', 'gone')
  expect(await stageOf(shipment.id)).toBe('handed')
  await scanned(page, 'ZW-UNDO', 'undone')
  expect(await stageOf(shipment.id)).toBe('packed')
})

test('a code read twice within two seconds is one scan', async () => {
  const page = await openBench()
  const { order } = await parcel({ packing: ['箱角垫纸'] })
  await scan(page, order.tid)
  await scan(page, order.tid)
  await expect.poll(() => look(page)).toBe('ship')
  await scanned(page, 'ZW-DONE', 'done') // a second scan would have packed it, and this were the twice
  expect(await happened(site.world, order.id)).toEqual(['parcel.packed'])
})

test('a slow or absent server: scans wait in order with their ids, are shown, and survive a reload', async () => {
  const page = await openBench({ expect: /ERR_|Failed to load/ })
  const list = [await parcel(), await parcel(), await parcel()]
  const ids: string[] = []
  let away = true
  await page.route('**/bench/scans', async (route) => {
    ids.push(new URLSearchParams(route.request().postData() ?? '').get('id')!)
    await (away ? route.abort() : route.continue())
  })
  for (const { order } of list) await scan(page, order.tid)
  await expect.poll(() => page.locator('#waiting').textContent()).toContain('在等 3')
  await expect.poll(() => page.locator('#link').textContent()).toContain('断线')
  expect(new Set(ids).size).toBe(1) // one after another: the first is tried again and again
  await page.reload()
  away = false
  await expect.poll(() => stageOf(list[2]!.shipment.id), { timeout: 10_000 }).toBe('packed')
  await expect.poll(() => page.locator('#waiting').textContent()).toBe('')
  expect(await page.locator('#link').textContent()).toBe('已连上')
  for (const { shipment, order } of list) {
    expect(await stageOf(shipment.id)).toBe('packed')
    expect(await happened(site.world, order.id)).toEqual(['parcel.packed'])
  }
  expect(new Set(ids).size).toBe(3)
  const told = await page.locator('#last .id').allTextContents()
  expect(told.slice(0, 3)).toEqual(list.map(({ order }) => `…${order.tid.slice(-6)}`).toReversed())
})

test('an answer that was lost on the way is asked for again under the same id and changes nothing', async () => {
  const page = await openBench({ expect: /ERR_|Failed to load/ })
  const { order } = await parcel()
  let lost = 0
  await page.route('**/bench/scans', async (route) => {
    if (lost++) return route.continue()
    await route.fetch() // the server has done it, the page never hears
    await route.abort()
  })
  await scanned(page, order.tid, 'done')
  expect(lost).toBe(2)
  expect(await happened(site.world, order.id)).toEqual(['parcel.packed'])
})

/** Windows with a Chinese input method: keys arrive as 229, what stands in the field is a half-composed word. */
async function scanThroughInputMethod(page: Page, code: string) {
  site.world.clock.now += 3000
  const devtools = await page.context().newCDPSession(page)
  for (const [i, character] of [...code].entries()) {
    await page.evaluate(
      ([name, shown]) => {
        const { document, KeyboardEvent } = globalThis as unknown as PageGlobals
        const init = { key: 'Process', code: name, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', init))
        return shown
      },
      [physical(character), character],
    )
    await devtools.send('Input.imeSetComposition', { text: '是非'.repeat(i % 3), selectionStart: 0, selectionEnd: 0 })
  }
  await page.evaluate(() => {
    const { document, KeyboardEvent } = globalThis as unknown as PageGlobals
    const init = { key: 'Process', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', init))
  })
}
type PageGlobals = {
  document: { activeElement: { dispatchEvent(event: unknown): void } }
  KeyboardEvent: new (type: string, init: object) => unknown
}
const physical = (c: string) => (/\d/.test(c) ? `Digit${c}` : c === '-' ? 'Minus' : `Key${c.toUpperCase()}`)

test('a Chinese input method garbles the field: the code is rebuilt from the keys', async () => {
  const page = await openBench()
  const { order, shipment } = await parcel()
  await scanThroughInputMethod(page, order.tid)
  await expect.poll(() => look(page)).toBe('done')
  await scanThroughInputMethod(page, 'SF0000000000041')
  await expect.poll(() => look(page)).toBe('labelled')
  expect(await parcelNow(site.world, shipment.id)).toMatchObject({ waybill: 'SF0000000000041' })
  expect(await page.locator('#code').inputValue()).toBe('')
  await scanned(page, 'ZW-UNDO', 'undone') // and without it again
})

test('the field keeps the focus, wherever a finger pressed', async () => {
  const page = await openBench()
  const focus = () => page.evaluate('document.activeElement.id')
  expect(await focus()).toBe('code')
  await page.locator('.answer').click()
  expect(await focus()).toBe('code')
  await page.locator('#mute').click()
  expect(await focus()).toBe('code')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await focus()).not.toBe('code') // the keyboard still reaches everything
  const { order } = await parcel()
  await scanned(page, order.tid, 'done')
  expect(await page.evaluate('window.notes.length')).toBe(0) // muted
})

test('no pixel is lost sideways: small office screen, phone, English', async () => {
  const { order } = await parcel({ gifts: ['火柴', '靠枕'], packing: ['易碎：加气泡膜，箱角垫纸'] })
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
    [360, 640],
  ] as const) {
    const page = await openBench({ width, height, lang: 'en' })
    await scanned(page, order.tid, 'ship')
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(await seriousProblems(page)).toEqual([])
  }
})

test('the command cards print on one A4 sheet, the longer language too', async () => {
  const page = await openBench({ lang: 'en' })
  await page.goto(`${site.url}/bench/cards`)
  expect(await page.locator('.cards svg').count()).toBe(16)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(await seriousProblems(page)).toEqual([])
})

test('it works without a script, too: a scan is a page, ticks are a form', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await site.signInAs(page, '松针')
  const { order, shipment } = await parcel({ gifts: ['火柴'] })
  await page.goto(`${site.url}/bench`)
  site.world.clock.now += 3000
  await page.locator('#code').fill(order.tid)
  await page.locator('#code').press('Enter')
  await page.getByLabel('赠品 火柴').check()
  site.world.clock.now += 3000
  await page.getByRole('button', { name: '完成' }).click()
  await expect.poll(() => look(page)).toBe('done')
  expect(await stageOf(shipment.id)).toBe('packed')
  await context.close()
})
