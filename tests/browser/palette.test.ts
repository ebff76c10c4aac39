/** The search that opens over every page, by keyboard alone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrder } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
let order: { id: string; tid: string }
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  order = await addOrder(site.world, site.world.shopA, { receiver: '欧*阳', summary: '夏凉被' })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function pageOf(handle: string, path: string, wish: PageWish = {}) {
  const page = await newPage(browser, wish)
  await site.signInAs(page, handle)
  await page.goto(site.url + path)
  return page
}
const chosen = (page: Page) => page.locator('dialog.palette [aria-selected=true]')
const box = (page: Page) => page.locator('dialog.palette input')
const gone = (page: Page) => page.locator('dialog.palette').waitFor({ state: 'detached' })

test('ORD-4 Ctrl+K, the last digits of an order, Enter: there, before the list has come', async () => {
  const page = await pageOf('小满', '/day')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(order.tid.slice(-4))
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/orders/${order.id}`)
})

test('/ lists what one does and where one goes; arrows choose round the list, Esc closes', async () => {
  const page = await pageOf('小满', '/orders')
  await page.keyboard.press('/')
  await page.getByRole('option', { name: '改旗', exact: true }).waitFor()
  expect(await chosen(page).textContent()).toBe('改旗')
  await page.keyboard.press('ArrowDown')
  expect(await chosen(page).textContent()).toBe('设暂缓')
  const active = await box(page).getAttribute('aria-activedescendant')
  expect(await chosen(page).getAttribute('id')).toBe(active)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await page.locator('dialog.palette [role=option]').last().getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Escape')
  await gone(page)
  await page.keyboard.press('/')
  await page.keyboard.type('wdyt')
  await page.getByRole('option', { name: '我的一天' }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/day')
})

test('an action by the initials of its pinyin: its form is open, and takes keys', async () => {
  const page = await pageOf('小满', '/orders')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('szh')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/board?board=agent#quick-hold-order')
  await page.waitForFunction(`document.activeElement?.id === 'quick-hold-order'`)
})

test('an action that is done at once: the screen is locked', async () => {
  const page = await pageOf('阿北', '/orders')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('锁屏')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sign-in**')
})

test('while somebody writes, / is a letter; Ctrl+K opens, and what was written stays', async () => {
  const page = await pageOf('小满', '/orders')
  const field = page.locator('input[name=buyer]')
  await field.fill('陈')
  await page.keyboard.press('/')
  expect([await field.inputValue(), await page.locator('dialog').count()]).toEqual(['陈/', 0])
  await page.keyboard.press('Control+k')
  await box(page).waitFor()
  await page.keyboard.press('Escape')
  await gone(page)
  expect(await field.inputValue()).toBe('陈/')
  expect(await page.evaluate('document.activeElement.name')).toBe('buyer')
})

test('what an input method composes is no key of ours', async () => {
  const page = await pageOf('小满', '/orders')
  const composing = `new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, isComposing: true, bubbles: true })`
  await page.evaluate(`document.body.dispatchEvent(${composing})`)
  expect(await page.locator('dialog').count()).toBe(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: '改旗', exact: true }).waitFor()
  const enter = `new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })`
  await page.evaluate(`document.activeElement.dispatchEvent(${enter})`)
  expect(new URL(page.url()).pathname).toBe('/orders')
  expect(await page.locator('dialog.palette').count()).toBe(1)
})

const looks: PageWish[] = [{}, { lang: 'en', width: 360 }, { width: 455, scheme: 'dark' }]
test.each(looks)('nothing serious for axe, nothing sticks out at %o', async (wish) => {
  const page = await pageOf('木樨', '/orders', wish)
  await page.keyboard.press('Control+k')
  await chosen(page).waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.type(order.tid.slice(-4))
  await page.locator('dialog.palette code').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  expect(await page.evaluate<number>(`document.documentElement.scrollWidth - innerWidth`)).toBeLessThanOrEqual(0)
})

test('on a phone the search is a page, and finds what is to be done there too', async () => {
  const page = await pageOf('小满', '/orders', { width: 390 })
  await page.locator('a.find').click()
  await page.waitForURL('**/find')
  await page.locator('input[name=q]').fill('写日报')
  await page.getByRole('link', { name: '写日报' }).waitFor()
})
