import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepGifts } from '../../src/features/giftrules/index.ts'
import { at } from '../world.ts'
import { looker, orderWith, refundLines, ruleOff, ruleOn } from '../giftrules/scene.ts'
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
const { giftsOf, proposalOf } = looker(() => site.world)
const sweep = () => sweepGifts(site.world.clockContext(), site.world.shopA)

async function pageAt(path: string, wish: PageWish = {}, who = '小满'): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, who)
  await page.goto(`${site.url}${path}`)
  return page
}

test('GIFT-1 a lead writes a rule, sees its dry run and switches it on', async () => {
  await orderWith(site.world, [{ quantity: 2 }], { paidAt: at('12:00', '2026-11-19'), state: 'shipped' })
  const page = await pageAt('/gift-rules', {}, '木樨')
  await page.locator('#name').fill('两只送垫')
  await page.locator('#item').fill('马克杯')
  await page.locator('#leastQuantity').fill('2')
  await page.locator('#campaign').waitFor({ state: 'hidden' })
  await page.locator('[name=when][value=own]').check()
  await page.locator('[name=fromDay]').fill('2026-11-01')
  await page.locator('#gift').fill('杯垫')
  await page.locator('#gift').press('Enter')
  await page.waitForURL('**/gift-rule/*')
  await page.locator('h1', { hasText: '会送 1 单' }).waitFor()
  await page.getByRole('button', { name: '打开规则' }).click()
  await page.locator('h1', { hasText: '开着' }).waitFor()
})

test('GIFT-1 an agent gives two at once, declines one with a reason, and sees what came of each', async () => {
  const [one, two, three] = await Promise.all(['1', '2', '3'].map(() => orderWith(site.world, [{ quantity: 2 }])))
  await sweep()
  const page = await pageAt('/gift-proposals')
  for (const { tid } of [one!, two!]) await page.locator('tr', { hasText: tid }).locator('[data-pick]').check()
  await page.getByRole('button', { name: '都送' }).click()
  await page.locator('#results', { hasText: '定了 2 条' }).waitFor()
  expect(await giftsOf(one!.id)).toMatchObject([{ what: '杯垫' }])
  await page.goto(`${site.url}/orders/${three!.id}`)
  await page.locator('#gift-rules summary', { hasText: '不送' }).click()
  await page.locator('#gift-rules [name=why]').fill('买家说不要')
  await page.locator('#gift-rules [name=why]').press('Enter')
  await page.locator('#gift-rules', { hasText: '小满 定了不送' }).waitFor()
  expect(await proposalOf(three!.id)).toMatchObject({ state: 'declined' })
})

test('the pages fit a phone, a narrow window and an office screen, in both languages; axe finds nothing serious', async () => {
  const { world } = site
  const off = await ruleOff(world, { name: '没开的', gift: '袋子' })
  await ruleOn(world, { name: '送贺卡', gift: '手写贺卡' })
  const [order, only] = [await orderWith(world), await orderWith(world, [{}, { title: '赠 清洁刷', price: 0 }])]
  await refundLines(world, only.id)
  await sweep()
  const paths = ['/gift-rules', `/gift-rule/${off}`, '/gift-proposals', `/orders/${order.id}`, `/orders/${only.id}`]
  for (const wish of [{ width: 360, lang: 'en' }, { width: 455 }, { width: 1366, lang: 'en' }] as const) {
    const page = await pageAt('/gift-rules', wish, '木樨')
    for (const path of paths) {
      await page.goto(`${site.url}${path}`)
      const spills = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, wish.width, spills]).toEqual([path, wish.width, 0])
      expect([path, await seriousProblems(page)]).toEqual([path, []])
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
    }
  }
})
