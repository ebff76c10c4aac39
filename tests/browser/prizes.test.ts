import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prizes, wins } from '../../db/schema.ts'
import { addCampaign, addClaim, addLine, coaster } from '../prizes/scene.ts'
import { addOrder, at } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function pageAt(path: string, wish: PageWish = {}): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, '木樨')
  await page.goto(`${site.url}${path}`)
  return page
}

test('a coupon is added to a campaign by keyboard; a list is pasted, looked at and taken in', async () => {
  const { world } = site
  await addCampaign(world)
  await coaster(world)
  const page = await pageAt('/prizes')
  await page.locator('h1').waitFor()
  await page.keyboard.press('n')
  await page.locator('#name').waitFor()
  await page.locator('input[value=coupon]').check()
  await page.locator('#name').fill('5 元券')
  await page.locator('#planned').fill('100')
  await page.locator('#worth').fill('5')
  await page.locator('#worth').press('Enter')
  await page.locator('th a', { hasText: '5 元券' }).waitFor()
  expect(await world.store.read.select().from(prizes)).toContainEqual(expect.objectContaining({ worth: 500 }))
  await page.goto(`${site.url}/prizes/wins`)
  await page.locator('#text').fill('序列号,奖品,买家\nZP-1,杯垫,木木小屋7\n1.2E+18,杯垫,\n')
  await page.locator('.upload button').click()
  await page.locator('h1', { hasText: '1 个新中奖' }).waitFor()
  expect(await page.locator('#refused').textContent()).toContain('科学计数')
  await page.locator('button.primary').click()
  await page.locator('.toast', { hasText: '导入了' }).waitFor()
  expect(await world.store.read.select().from(wins)).toMatchObject([{ serialKey: 'ZP1', buyer: '木**7' }])
})

test('the pages fit a phone and an office screen, in both languages; axe finds nothing serious', async () => {
  const { world } = site
  const { id } = await coaster(world)
  const order = await addOrder(world, world.shopA, { state: 'shipped', open: false })
  await addLine(world, order.id, { packedAt: at('14:00') })
  await addClaim(world, { prizeId: id, state: 'passed', checkedAt: at('12:00'), serial: 'ZP-2026-9999' })
  const cell = '/prizes/counts?day=2026-11-20&way=passed'
  const paths = ['/prizes', `/prize/${id}`, '/prizes/check', cell, '/prizes/wins']
  for (const wish of [{ width: 360, lang: 'en' }, { width: 390 }, { width: 1366, lang: 'en' }] as const) {
    const page = await pageAt('/prizes', wish)
    for (const path of paths) {
      await page.goto(`${site.url}${path}`)
      const spills = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, wish.width, spills]).toEqual([path, wish.width, 0])
      expect([path, await seriousProblems(page)]).toEqual([path, []])
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
    }
  }
})
