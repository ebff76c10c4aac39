import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { announce, deliverMessages, unreadOf, type Tone } from '../../src/features/inbox/index.ts'
import { postNotice } from '../../src/features/notices/index.ts'
import { forget } from '../inbox/told.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
})
beforeEach(() => forget(site.world))
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function pageAt(path: string, handle: string, wish: PageWish = {}): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, handle)
  await page.goto(`${site.url}${path}`)
  return page
}

let things = 0
async function tell(handle: string, tone: Tone, text: string) {
  const { world } = site
  const what = { shopId: world.shopA.id, to: [world.actors[handle]!.id!], key: `thing:${++things}`, tone }
  await world.store.write((tx) =>
    announce(tx, world.clock.now, { ...what, text: { zh: text, en: `EN ${text}` }, href: '/orders' }),
  )
}
const deliver = () => deliverMessages(site.world.clockContext())
const unread = (handle: string) => unreadOf(site.world.store.read, site.world.actors[handle]!.id!)
const sideways = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')

test('by keyboard: the first opens what it is about, all read, undone', async () => {
  await tell('小满', 'late', '先看这条')
  await tell('小满', 'calm', '再看这条')
  await deliver()
  const page = await pageAt('/inbox', '小满')
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('n')
  await page.waitForURL('**/orders')
  expect(await unread('小满')).toBe(1)
  site.world.clock.now += 1000
  await page.goto(`${site.url}/inbox`)
  await page.keyboard.press('e')
  await page.getByText('1 条标成了看过').waitFor()
  expect(await unread('小满')).toBe(0)
  await page.keyboard.press('z')
  await page.getByText('1 条还没看').waitFor()
  expect(await unread('小满')).toBe(1)
})

test('what comes while the page is open shows by itself', async () => {
  const page = await pageAt('/inbox', '小满')
  await page.getByText('没有消息').waitFor()
  await tell('小满', 'soon', '刚来的')
  await deliver()
  await page.getByText('刚来的').waitFor({ timeout: 25_000 })
})

test('a digest opens into its parts, on a phone and in English too', async () => {
  for (let n = 0; n < 8; n++) await tell('木樨', n ? 'soon' : 'late', `第 ${n} 件要今天办完的事，买家还在等回话`)
  await deliver()
  for (const lang of ['zh', 'en'] as const) {
    const page = await pageAt('/inbox', '木樨', { lang, width: 360, height: 740 })
    expect([lang, await sideways(page)]).toEqual([lang, false])
    await page.locator('.messages a').first().click()
    await page.waitForURL('**/inbox?digest=*')
    expect(await page.locator('.messages tbody tr').count()).toBe(8)
    expect([lang, await sideways(page), await seriousProblems(page)]).toEqual([lang, false, []])
  }
})

test('a notice is posted, read with one key, and the supervisor sees who has not', async () => {
  const lead = await pageAt('/notices/new', '木樨')
  expect(await seriousProblems(lead)).toEqual([])
  await lead.locator('#title').fill('打包台搬到二楼')
  await lead.locator('#body').fill('从今天起在二楼打包')
  await lead.locator('button.primary').click()
  await lead.getByText('0/7 人读过').waitFor()

  const agent = await pageAt('/notices', '小满')
  expect(await seriousProblems(agent)).toEqual([])
  await agent.keyboard.press('r')
  await agent.getByText('你读过了').waitFor()

  await lead.reload()
  await lead.getByText('1/7 人读过').click()
  const names = lead.locator('.readers .names')
  expect(await names.first().innerText()).not.toContain('小满')
  expect(await names.last().innerText()).toContain('小满')
  expect(await seriousProblems(lead)).toEqual([])
})

test('the notice board fits a phone in both languages', async () => {
  const expiresOn = '2026-11-30'
  await postNotice(site.world.as('南星'), {
    title: '仓库电话换成分机 8012'.repeat(3),
    body: '旧'.repeat(200),
    expiresOn,
  })
  for (const lang of ['zh', 'en'] as const)
    for (const path of ['/notices', '/notices/new', '/me']) {
      const page = await pageAt(path, '木樨', { lang, width: 360, height: 740 })
      expect([lang, path, await sideways(page)]).toEqual([lang, path, false])
    }
})

test('quiet hours are chosen on one’s own page; none hides the times', async () => {
  const page = await pageAt('/me', '阿北')
  const panel = page.locator('#quiet')
  await panel.locator('#from').fill('22:00')
  await panel.locator('#to').fill('07:30')
  await panel.getByRole('button').click()
  await page.getByText('现在：22:00 到 07:30').waitFor()
  await panel.getByText('不设').click()
  expect(await panel.locator('#from').isVisible()).toBe(false)
  await panel.getByRole('button').click()
  await page.getByText('现在：没有免打扰').waitFor()
  expect(await seriousProblems(page)).toEqual([])
})
