/** A screen on a wall, left alone: it turns its pages, says when it has lost the server, and goes dark when it is ended. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { flagOrders } from '../../src/features/orders/index.ts'
import { addWall, endWall } from '../../src/features/wall/actions.ts'
import { wallsOf } from '../../src/features/wall/store.ts'
import { addOrder, at } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
let order: { id: string }
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite({ live: true })])
  order = await addOrder(site.world, site.world.shopA, { flag: 'green' })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** A new screen; its own clock stands until it is told to run. */
async function screen(wish: PageWish = {}) {
  const { as, shopA } = site.world
  const token = await addWall(as('木樨'), shopA.id, '仓库')
  const page = await newPage(browser, { width: 1920, height: 1080, ...wish })
  await page.clock.install()
  await page.goto(`${site.url}/wall/${token}`)
  const wall = (await wallsOf(site.world.store.read, shopA.id)).at(-1)!
  return { page, end: () => endWall(as('木樨'), wall.id) }
}

test('it counts down, turns its pages each 20 s and shows what changed', async () => {
  site.world.clock.now = at('15:30')
  const { page } = await screen()
  expect(await page.locator('.clock time').textContent()).toMatch(/^(30:00|29:5\d)$/)
  expect(await page.locator('.turn[data-shown]').textContent()).toContain('卡在哪里')
  expect(await page.locator('.figures').textContent()).toContain('卡住1')
  await flagOrders(site.world.as('小满'), [order.id], { flag: 'grey', remark: '可以发' })
  site.world.clock.now = at('15:52')
  await page.clock.runFor(20_500)
  await expect.poll(() => page.locator('.figures').textContent()).toContain('卡住0')
  expect(await page.locator('.turn[data-shown]').textContent()).toContain('在班')
  expect(await page.locator('.clock').getAttribute('data-tone')).toBe('late')
})

test('what somebody changes is on it at once, long before it asks by itself', async () => {
  site.world.clock.now = at('15:30')
  const { page } = await screen()
  const listening = page.waitForResponse((reply) => reply.url().includes('/now?stream=') && !reply.url().endsWith('='))
  await page.clock.runFor(600) // the stream's first word
  await listening
  const blocked = await page.locator('.figures').textContent()
  await flagOrders(site.world.as('小满'), [order.id], { flag: 'green', remark: '又没定' })
  let ran = 600 // of the five seconds after which it would ask by itself
  await expect
    .poll(async () => {
      await page.clock.runFor(Math.min(250, 4500 - ran))
      ran = Math.min(ran + 250, 4500)
      return page.locator('.figures').textContent()
    })
    .not.toBe(blocked)
})

test('without the server it says since when, and after that goes on by itself', async () => {
  site.world.clock.now = at('15:42')
  const { page } = await screen({ expect: /ERR_INTERNET_DISCONNECTED/ })
  await page.context().setOffline(true)
  await page.clock.runFor(6000)
  await expect.poll(() => page.locator('[data-state]').textContent()).toContain('从 15:42 起没有连上')
  await page.context().setOffline(false)
  await page.clock.runFor(6000)
  await expect.poll(() => page.locator('[data-state]').textContent()).toContain('正常')
})

test('one that is ended shows nothing any more', async () => {
  const { page, end } = await screen({ expect: /status of 404/ })
  await end()
  await page.clock.runFor(6000)
  await page.getByText('这个地址已经停用').waitFor()
  expect(await page.locator('.wall').count()).toBe(0)
})

test.each<PageWish>([{}, { width: 1366, height: 768, lang: 'en', scheme: 'light' }, { width: 390, lang: 'en' }])(
  'nothing sticks out, digits are large, nothing serious for axe at %o',
  async (wish) => {
    const { page } = await screen(wish)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    const sizes = `[...document.querySelectorAll('.clock, .progress, .figures dt + dd')].map((e) => parseFloat(getComputedStyle(e).fontSize))`
    expect(Math.min(...(await page.evaluate<number[]>(sizes)))).toBeGreaterThanOrEqual(40)
    expect(await seriousProblems(page)).toEqual([])
  },
)
