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
