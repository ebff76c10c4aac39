import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claims } from '../../db/schema.ts'
import { checkClaim } from '../../src/features/claims/index.ts'
import { claimed, prizeOf } from '../claims/scene.ts'
import { addOrder, at } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  site.world.clock.now = at('10:00')
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function pageAt(path: string, who = '小满', wish: PageWish = {}): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, who)
  await page.goto(`${site.url}${path}`)
  return page
}
const bySerial = async (key: string) =>
  (await site.world.store.read.select().from(claims).where(eq(claims.serialKey, key)))[0]

test('PRIZE-1 a scanner fills the serial number first, its Enter leads to the order; the claim is entered', async () => {
  const { world } = site
  const order = await addOrder(world, world.shopA)
  await prizeOf(world, 'physical')
  const page = await pageAt('/claims')
  await page.keyboard.press('n')
  await page.waitForURL('**/claims/new')
  await expect.poll(() => page.locator('#serial:focus').count()).toBe(1)
  await page.keyboard.type('SCAN-0001')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#order:focus').count()).toBe(1)
  await page.keyboard.type(order.tid.slice(-10))
  await page.locator('#prize-physical').selectOption({ index: 1 })
  await page.getByRole('button', { name: '登记' }).click()
  await page.waitForURL('**/claim/*')
  expect(await bySerial('SCAN0001')).toMatchObject({ state: 'to_check', orderId: order.id, what: '陶瓷杯' })
  await page.goto(`${site.url}/claims/new`)
  await page.locator('#serial').fill('scan0001')
  await page.locator('#order').fill(order.tid)
  await page.locator('#prize-physical').selectOption({ index: 1 })
  await page.getByRole('button', { name: '登记' }).click()
  await page.locator('.problem a[href^="/claim/"]').waitFor()
  expect(await page.locator('#serial').inputValue()).toBe('scan0001')
})

test('the kind chooses the fields: a lottery has no place for a picture, favourites have no serial number', async () => {
  const page = await pageAt('/claims/new')
  expect(await page.locator('#picture').isVisible()).toBe(false)
  await page.getByText('收藏送优惠券').click()
  await expect.poll(() => page.locator('#picture').isVisible()).toBe(true)
  expect(await page.locator('#serial').isVisible()).toBe(false)
})

test('PRIZE-3 the checker answers by keyboard: Y, then X with a reason, and takes it back', async () => {
  const { world } = site
  await world.store.write((tx) => tx.delete(claims))
  const prizeId = (await prizeOf(world, 'physical')).id
  const one = await claimed(world, { prizeId })
  world.clock.now += 60_000
  const two = await claimed(world, { prizeId })
  const page = await pageAt('/claims', '木樨')
  await page.locator(`#c-${one}.checking`).waitFor()
  await page.keyboard.press('y')
  await page.locator(`#c-${two}.checking`).waitFor()
  await page.keyboard.press('x')
  await page.waitForURL('**no=**')
  await expect.poll(() => page.locator('#check-note:focus').count()).toBe(1)
  await page.keyboard.type('没有这个号')
  await page.keyboard.press('Enter')
  await page.locator('.toast', { hasText: '没中' }).waitFor()
  const states = async () =>
    Promise.all([one, two].map(async (id) => (await world.store.read.select().from(claims).where(eq(claims.id, id)))[0]!.state)) // prettier-ignore
  expect(await states()).toEqual(['passed', 'failed'])
  await page.keyboard.press('z')
  await page.locator(`#c-${two}.checking`).waitFor()
  expect(await states()).toEqual(['passed', 'to_check'])
})

test('the pages fit a phone, a narrow window and an office screen, in both languages; axe finds nothing serious', async () => {
  const { world } = site
  const prizeId = (await prizeOf(world, 'physical')).id
  const failed = await claimed(world, { prizeId })
  await checkClaim(world.as('木樨'), failed, { passed: false, note: '没有这个号' })
  const open = await claimed(world, { prizeId })
  const paths = ['/claims', `/claims?show=check&no=${open}`, '/claims?show=failed', '/claims?show=all', '/claims?q=x', '/claims/new', `/claim/${open}`, `/claim/${failed}`, '/shop/prizes'] // prettier-ignore
  for (const wish of [{ width: 360, lang: 'en' }, { width: 455 }, { width: 1366, lang: 'en' }] as const) {
    const page = await pageAt('/claims', '管家', wish)
    for (const path of paths) {
      await page.goto(`${site.url}${path}`)
      const spills = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, wish.width, spills]).toEqual([path, wish.width, 0])
      expect([path, await seriousProblems(page)]).toEqual([path, []])
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
    }
  }
})
