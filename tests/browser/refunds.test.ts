import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreeRefund } from '../../src/features/refunds/index.ts'
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

async function pageAt(path: string, wish: PageWish = {}, who = '小满'): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, who)
  await page.goto(`${site.url}${path}`)
  return page
}

test('ORD-8 an agent presses on the old order, the lead refunds it, the new order shows it', async () => {
  const { world } = site
  const old = await addOrder(world, world.shopA, { buyer: '重**拍', placedAt: at('10:00') })
  const anew = await addOrder(world, world.shopA, { buyer: '重**拍', placedAt: at('14:00') })
  const agent = await pageAt(`/orders/${old.id}`)
  await agent.locator('#refund summary').click()
  await agent.locator('#refund-why').fill('点错退款，还想要')
  await agent.locator('#refund-why').press('Enter')
  await agent.waitForURL(/\/refund\//)
  expect(await agent.locator('#both').textContent()).toContain(anew.tid)
  const lead = await pageAt(new URL(agent.url()).pathname, {}, '木樨')
  await lead.locator('#line').fill('后台已退')
  await lead.locator('#line').press('Enter')
  await lead.locator('h1', { hasText: '已退' }).waitFor()
  const fresh = await pageAt(`/orders/${anew.id}`, {}, '松针')
  expect(await fresh.locator('#refund').textContent()).toContain('旧单已退款')
})

test('ORD-8 the pages fit a phone and an office screen, in both languages; axe finds nothing serious', async () => {
  const { world } = site
  const other = await addOrder(world, world.shopA, { buyer: '别**人', receiver: '李*' })
  const old = await addOrder(world, world.shopA)
  const id = await agreeRefund(world.as('小满'), old.id, { why: '还要', newTid: other.tid })
  const paths = ['/refunds', `/refund/${id}`, '/shop/refunds', `/orders/${old.id}`]
  for (const wish of [{ width: 360, lang: 'en' }, { width: 1366 }] as const) {
    const page = await pageAt('/refunds', wish, '南星')
    for (const path of paths) {
      await page.goto(`${site.url}${path}`)
      const spills = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, wish.width, spills]).toEqual([path, wish.width, 0])
      expect([path, await seriousProblems(page)]).toEqual([path, []])
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
    }
  }
})
