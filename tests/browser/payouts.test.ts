import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEntry } from '../../src/features/aftersales/index.ts'
import { preparePayout } from '../../src/features/payouts/index.ts'
import { addOrder } from '../world.ts'
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

async function pageAt(path: string, wish: PageWish = {}, who = '远志'): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, who)
  await page.goto(`${site.url}${path}`)
  return page
}

async function toPay(amount = 500) {
  const { as, shopA } = site.world
  const order = await addOrder(site.world, shopA)
  const promised = { buyer: '', orderId: order.id, promised: '抽奖优惠券 5 元', evenSo: true }
  return addEntry(as('小满'), { shopId: shopA.id, kind: 'coupon', ...promised, amount, state: 'to_pay' })
}

test('DAY-4 after-sales prepares two, the lead picks both and pays them; without a number one stays', async () => {
  await toPay()
  await toPay(1280)
  const page = await pageAt('/payouts')
  for (const left of [1, 0]) {
    await page.locator('.prepare button').first().click()
    await page.locator('.prepare').nth(left).waitFor({ state: 'detached' })
  }
  const lead = await pageAt('/payouts', {}, '木樨')
  for (const box of await lead.locator('#to-pay [name=ids]').all()) await box.check()
  await lead.locator('#to-pay td input[name^=how-]').first().fill('A2026112001')
  await lead.getByRole('button', { name: '付选中的' }).click()
  await lead.locator('.outcome').waitFor()
  expect(await lead.locator('.outcome').textContent()).toContain('2 笔里付了 1 笔')
  expect(await lead.locator('#to-pay tbody tr').count()).toBe(1)
  await lead.locator('#to-pay a', { hasText: '打开' }).click()
  await lead.waitForURL(/\/payout\//)
  await lead.locator('#how').fill('支付宝 20261120220014')
  await lead.locator('#how').press('Enter')
  await lead.locator('h1', { hasText: '已付 ¥' }).waitFor()
})

test('DAY-4 the pages fit a phone and an office screen, in both languages; axe finds nothing serious', async () => {
  const ofLead = await preparePayout(site.world.as('木樨'), { entryId: await toPay(), amount: 500 })
  await preparePayout(site.world.as('远志'), { entryId: await toPay(), amount: 500 })
  await toPay()
  for (const wish of [{ width: 360, lang: 'en' }, { width: 1366 }] as const) {
    const page = await pageAt('/payouts', wish, '南星')
    for (const path of ['/payouts', `/payout/${ofLead}`, '/shop/payouts']) {
      await page.goto(`${site.url}${path}`)
      const spills = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, wish.width, spills]).toEqual([path, wish.width, 0])
      expect([path, await seriousProblems(page)]).toEqual([path, []])
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
    }
  }
})
