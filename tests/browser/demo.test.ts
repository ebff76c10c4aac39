/** The demo in a real browser: entered by keyboard, and every page of a full shop at both ends of the range of screens. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDemo } from '../../src/demo.ts'
import { listen } from '../../src/server.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage } from './chromium.ts'

const demo = makeDemo({ publicUrl: undefined })
let browser: Browser
let server: Awaited<ReturnType<typeof listen>>
let url: string
beforeAll(async () => {
  ;[browser] = await Promise.all([launchBrowser(), demo.lay()])
  server = await listen((request) => demo.fetch(request), 0, '127.0.0.1')
  url = `http://127.0.0.1:${server.port}`
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await demo.stop()
})

const menu = (page: Page) =>
  page.locator('header nav a').evaluateAll((links) => links.map((a) => a.getAttribute('href')!))
const scrollsSideways = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')

async function enterAs(page: Page, face: string) {
  await page.goto(`${url}/demo/roles`)
  await page.locator(`button[value=${face}]`).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/demo'))
}

test('a visitor becomes one person and then another without a mouse', async () => {
  const page = await newPage(browser)
  await page.goto(url)
  expect(new URL(page.url()).pathname).toBe('/demo/roles')
  expect(await seriousProblems(page)).toEqual([])
  await enterAs(page, 'dayAgent')
  expect(await page.locator('header .own .who').textContent()).toContain('小满')
  await page.getByRole('link', { name: '换个角色' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/demo\/roles/)
  await enterAs(page, 'warehouse')
  expect(await page.locator('header .own .who').textContent()).toContain('松针')
})

test('the countdown counts by the demo’s clock, whatever this machine’s shows', async () => {
  const page = await newPage(browser)
  await enterAs(page, 'dayAgent')
  await expect.poll(() => page.locator('.bar .plate time').textContent()).toMatch(/^3[0-5]:\d\d$/)
})

describe.each([
  ['zh', 1366],
  ['en', 360],
] as const)('in %s, %i px wide', (lang, width) => {
  test('no page of the manager’s menu has a serious problem or scrolls sideways', { timeout: 120_000 }, async () => {
    const page = await newPage(browser, { lang, width })
    await enterAs(page, 'manager')
    for (const href of await menu(page)) {
      await page.goto(url + href)
      expect([href, await seriousProblems(page)]).toEqual([href, []])
      expect([href, await scrollsSideways(page)]).toEqual([href, false])
    }
  })
})

const timeOn = (page: Page) => page.locator('#demo-bar time:visible').first().textContent()
const toNext = (page: Page) => page.locator('#demo-bar .station button')

test('the tour through the day, on a phone, by keyboard; other pages hear it', { timeout: 120_000 }, async () => {
  const phone = await newPage(browser, { width: 390, height: 844 })
  await enterAs(phone, 'supervisor')
  await phone.locator('#demo-here').getByRole('button', { name: '从早上 08:25' }).press('Enter')
  await expect.poll(() => timeOn(phone)).toBe('08:25')
  expect(await phone.locator('header .own .who').textContent()).toContain('木樨')

  await phone.goto(`${url}/demo/roles`) // no page that hears: what it shows will be old

  // without a script
  const plain = await (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage()
  await plain.goto(`${url}/demo/roles`)
  await plain.locator('button[value=dayAgent]').click()
  await toNext(plain).click()
  expect([await timeOn(plain), new URL(plain.url()).hash]).toEqual(['09:10', '#demo-here'])
  expect(await plain.locator('#demo-here').isVisible()).toBe(true)
  await plain.context().close()

  await toNext(phone).press('Enter')
  await phone.waitForURL(/#demo-late$/)
  expect(await phone.locator('#demo-late').textContent()).toContain('09:10')
  expect([await timeOn(phone), await phone.locator('#demo-late').isVisible()]).toEqual(['09:10', true])

  const watcher = await newPage(browser)
  await enterAs(watcher, 'manager')
  const seen: unknown[] = []
  while (await toNext(phone).isVisible()) {
    await toNext(phone).press('Enter')
    await phone.waitForURL(/#demo-here$/)
    await expect.poll(() => timeOn(watcher)).toBe(await timeOn(phone))
    await phone.locator('#demo-here .told :is(a, button)').press('Enter')
    await phone.waitForURL(({ hash }) => hash === '')
    seen.push([await timeOn(phone), new URL(phone.url()).pathname.replaceAll(/\d{4}-\d\d-(\d\d)/g, 'DAY')])
    expect([phone.url(), await scrollsSideways(phone)]).toEqual([phone.url(), false])
  }
  expect(seen).toEqual([
    ['15:24', '/orders'],
    ['15:45', '/board'],
    ['16:00', '/batch/DAY'],
    ['16:25', '/bench'],
    ['16:45', '/handovers'],
    ['00:30', '/report-grid'],
    ['08:45', '/meeting/DAY/morning'],
  ])
  await phone.locator('#demo-bar .opens').press('Enter')
  expect(await seriousProblems(phone)).toEqual([])
})
