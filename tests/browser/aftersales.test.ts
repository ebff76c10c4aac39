import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entries } from '../../db/schema.ts'
import { addEntry, takeEntry } from '../../src/features/aftersales/index.ts'
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

async function pageAt(path: string, who: string, wish: PageWish = {}): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, who)
  await page.goto(`${site.url}${path}`)
  return page
}
const all = () => site.world.store.read.select().from(entries)
const enter = (who: string, buyer: string) =>
  addEntry(site.world.as(who), { shopId: site.world.shopA.id, kind: 'quality', buyer, promised: `补发给${buyer}` })

test('DAY-4 entered by keyboard: N, the order’s tail fills the buyer in, the kind, one line, Enter', async () => {
  await addOrder(site.world, site.world.shopA, { tid: '3187452960018834021', buyer: '木**7' })
  const page = await pageAt('/aftersales', '小满')
  await page.locator('[data-key="n"]').waitFor()
  await page.keyboard.press('n')
  await page.waitForURL('**/aftersales/new')
  await page.locator('#order').fill('834021')
  await page.locator('[value="maker_question"]').focus()
  await page.locator('#found', { hasText: '买家 木**7' }).waitFor()
  await page.keyboard.press('Space')
  await page.locator('.kinds .banner', { hasText: '由客服自己回答买家' }).waitFor()
  await page.locator('[value="quality"]').focus()
  await page.keyboard.press('Space')
  await page.locator('.kinds .banner').waitFor({ state: 'hidden' })
  await page.locator('#promised').fill('补发一只杯垫')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/entry/*')
  await page.locator('.toast', { hasText: '记下了' }).waitFor()
  expect(await all()).toMatchObject([{ kind: 'quality', buyer: '木**7', promised: '补发一只杯垫' }])
})

test('picked rows are done together; whose line somebody took meanwhile is named with the reason', async () => {
  const taken = await enter('木樨', '晴天小铺')
  await enter('木樨', '雨后初晴')
  const page = await pageAt('/aftersales?whose=all&kind=quality', '远志')
  for (const buyer of ['晴**铺', '雨**晴']) await page.getByLabel(`选 ${buyer}`).check()
  await page.locator('[data-picked]', { hasText: '2' }).waitFor()
  await takeEntry(site.world.as('木樨'), taken)
  await page.locator('#bulk-line').fill('都补发了')
  await page.locator('#bulk button[type=submit]').click()
  await page.locator('.outcome', { hasText: '2 条里改好了 1 条' }).waitFor()
  expect(await page.locator('.outcome li').textContent()).toContain('刚有人改过')
  expect(await page.locator(`#e-${taken}`).count()).toBe(1)
  expect((await all()).filter(({ state }) => state === 'done')).toMatchObject([{ result: '都补发了' }])
})

test('the pages are accessible, and nothing is wider than a phone', async () => {
  const entry = await enter('小满', '橙子小屋')
  for (const path of ['/aftersales?whose=all', '/aftersales/new?order=834021', `/entry/${entry}`]) {
    const page = await pageAt(path, '远志', { width: 390 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await seriousProblems(page)).toEqual([])
    await page.context().close()
  }
})
