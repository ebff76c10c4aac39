/** The batch's day in a real browser: what blocks, the batch, a stop that others see, and what comes out of the printer. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderItems } from '../../db/schema.ts'
import { freezeBatch, type Batch } from '../../src/features/cutoff/index.ts'
import { parcelOf, promiseGift } from '../cutoff/scene.ts'
import { addOrder, at, TODAY } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

type Order = Awaited<ReturnType<typeof addOrder>>
let browser: Browser
let site: Site
let batch: Batch
const orders: Order[] = []

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  const { world } = site
  for (let i = 0; i < 5; i++)
    orders.push(
      await addOrder(world, world.shopA, {
        flag: 'red',
        memo: '内部：难缠',
        buyerNote: '周末在家',
        paidAt: at('10:00') + i,
      }),
    )
  await addOrder(world, world.shopA, { flag: 'green', summary: '长绒棉四件套 1.8 m 雾蓝 送枕套一对' })
  for (let n = 0; n < 90; n++) {
    const item = {
      title: `商品 ${n}`,
      variant: '雾灰',
      code: `C-${n}`,
      quantity: 1,
      price: 100,
      refund: 'none' as const,
    }
    const oid = `${orders[0]!.tid}-${n}`
    await world.store.write((tx) =>
      tx.insert(orderItems).values({ shopId: world.shopA.id, orderId: orders[0]!.id, oid, service: false, ...item }),
    )
  }
  await promiseGift(world, orders[1]!.id, '火柴')
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function open(handle: string, path: string, wish: PageWish = {}): Promise<Page> {
  const page = await newPage(browser, wish)
  await page.context().addInitScript('window.print = () => { window.prints = (window.prints ?? 0) + 1 }')
  await site.signInAs(page, handle)
  await page.goto(`${site.url}${path}`)
  return page
}
const title = (page: Page) => page.locator('h1').first()
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth')
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length
const sizes: PageWish[] = [
  { width: 360 },
  { width: 455, scheme: 'dark' },
  { lang: 'en', width: 360 },
  { lang: 'en' },
  {},
]

test('CUT-4 before the cutoff: what blocks, in both languages and on a phone, one key away', async () => {
  for (const wish of sizes) {
    const page = await open('小满', '/batch', wish)
    expect(await title(page).textContent()).toMatch(/截单前先定 1 单|Settle 1 order before the cutoff/)
    expect(await fits(page)).toBe(true)
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('n')
    await page.waitForURL(/\/orders\/[^/]+$/) // the order in the way
  }
})

test('CUT-5 after it: an agent stops a parcel, the warehouse sees it without asking, and answers', async () => {
  const { world } = site
  world.clock.now = at('16:00')
  batch = (await freezeBatch(world.clockContext(), world.shopA, TODAY))!
  const warehouse = await newPage(browser)
  await warehouse.clock.install()
  await site.signInAs(warehouse, '松针')
  await warehouse.goto(`${site.url}/batch`)
  expect(await title(warehouse).textContent()).toContain('打印拣货单，5 单')

  const agent = await open('小满', `/shipments/${(await parcelOf(world, orders[4]!.id)).id}/stop`)
  await agent.getByLabel('为什么停').fill('买家退款')
  await agent.getByRole('button', { name: '叫仓库停下' }).click()
  await agent.waitForURL(/\/orders\//)

  await warehouse.clock.fastForward(16_000)
  await warehouse.getByText('先拦 1 个包裹').waitFor()
  expect(await warehouse.locator('#stops').textContent()).toMatch(/小满[\s\S]*买家退款/)
  await warehouse.getByRole('button', { name: '拦下了' }).click()
  await warehouse.locator('#stops').waitFor({ state: 'detached' })
  expect((await parcelOf(world, orders[4]!.id)).stage).toBe('stopped')
})

test('the page of a frozen batch and its lists hold in both languages, on a phone and in the dark', async () => {
  for (const wish of sizes)
    for (const path of ['/batch', `/batch/${TODAY}/parcels`, `/batch/${TODAY}/left`]) {
      const page = await open('木樨', path, wish)
      expect([path, wish, await fits(page)]).toEqual([path, wish, true])
      expect(await seriousProblems(page)).toEqual([])
    }
})

test('CUT-5 a late addition: a wrong number is said at its field and what was typed stays; a right one is in', async () => {
  const late = await addOrder(site.world, site.world.shopA, { paidAt: at('16:05') })
  const page = await open('木樨', '/batch')
  await page.getByLabel('订单号').fill('123')
  await page.getByLabel('为什么补').fill('老客加急')
  await page.getByRole('button', { name: '补进来' }).click()
  await page.locator('[data-error=tid]').filter({ hasText: '没有这个订单号' }).waitFor()
  expect(await page.getByLabel('为什么补').inputValue()).toBe('老客加急')
  await page.getByLabel('订单号').fill(late.tid)
  await page.getByRole('button', { name: '补进来' }).click()
  await page.locator('#added').getByText(late.tid).waitFor()
})

test('CUT-7 printing opens the sheet in its own tab and sends it to the printer once; it fits A4', async () => {
  const page = await open('松针', '/batch')
  const [sheet] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('#sheets li', { hasText: '拣货单' }).getByRole('button').click(),
  ])
  await expect.poll(() => sheet.evaluate('window.prints')).toBe(1)
  expect(await sheet.locator('header').textContent()).toContain('第 1 次打印')
  await sheet.reload()
  expect(await sheet.evaluate('window.prints ?? 0')).toBe(0)
  expect(await seriousProblems(sheet)).toEqual([])
  await sheet.emulateMedia({ media: 'print' })
  expect(await sheet.locator('.sheet-bar').isVisible()).toBe(false)
  const pdf = await sheet.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/) // A4 in points
  expect(pagesOf(pdf)).toBe(4) // 90 lines, with a head on each page
  await sheet.close()
})

test('CUT-7 packing slips: two to a page, a long one takes what it needs, and nothing internal on any', async () => {
  const page = await open('松针', `/batch/${batch.id}/sheets/slips`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.slip').count()).toBe(5)
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(5) // three of the long one, two with two each
  const text = await page.locator('body').innerText()
  for (const shown of [orders[1]!.tid, '火柴', '周末在家', '陈*平']) expect(text).toContain(shown)
  for (const internal of ['内部', '难缠', '小满', '木樨', '老客', '红']) expect(text).not.toContain(internal)
  expect(await page.locator('.slip svg[role=img]').count()).toBe(5)
})

test('the inside sheets are readable without colour: every flag and reason is a word', async () => {
  const page = await open('松针', `/batch/${batch.id}/sheets/held`, { lang: 'en' })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('main').innerText()).toMatch(/Flag undecided\s+Green[\s\S]*flag undecided: Green/)
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  expect(await seriousProblems(page)).toEqual([])
})
