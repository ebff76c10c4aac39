/** Every page that a role's menu leads to, in both languages and looks, from a phone to a wide desk. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addOrder } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
let order: string
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  const { world } = site
  for (const flag of ['red', 'green', 'grey'])
    order = (await addOrder(world, world.shopA, { flag, summary: '60 支长绒棉四件套 1.8 m 雾蓝，实木床头柜 胡桃色' }))
      .id
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** The last is the first of the next page. */
const widths = [2560, 455, 360, 1366]

const menuOf = (page: Page) =>
  page.locator('header nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
const tooWide = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** The bar has one line on an office screen, with every word of its menu, and two where there is less room. */
const barFaults = (page: Page, width: number) =>
  page.evaluate<string[]>(`(() => {
    const bar = document.querySelector('.bar')
    const menu = bar?.querySelector(':scope > nav')
    const lines = bar ? Math.round(bar.offsetHeight / 40) : 0
    return [
      ${width} < 1360 ? lines > 2 && 'a bar of ' + lines + ' lines at ${width} px' : lines > 1 && 'a bar of two lines at ${width} px',
      ${width} >= 1360 && menu?.scrollWidth > menu?.clientWidth + 1 && 'a word of the menu is cut at ${width} px',
    ].filter(Boolean)
  })()`)

/** What is wrong with the page that stands in the window. */
async function faultsOf(page: Page, lang: string): Promise<string[]> {
  const faults = await seriousProblems(page)
  if ((await page.locator('html').getAttribute('lang')) !== lang) faults.push('html has another lang')
  if ((await page.locator('h1').count()) !== 1) faults.push('not one h1')
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 })
    const wide = await tooWide(page)
    if (wide > 0) faults.push(`${wide} px too wide at ${width} px`)
    faults.push(...(await barFaults(page, width)))
  }
  return faults
}

describe.each([
  ['zh', 'zh-CN', 'light-roomy'],
  ['en', 'en', 'dark-compact'],
] as const)('in %s', (lang, htmlLang, look) => {
  test.each(['小满', '松针', '管家'])('every page of the menu holds for %s', async (handle) => {
    const page = await newPage(browser, { lang })
    await site.signInAs(page, handle)
    await page.context().addCookies([{ name: 'zaowan-look', value: look, url: site.url }])
    await page.goto(site.url)
    const menu = await menuOf(page)
    expect(menu.length).toBeGreaterThan(3)
    for (const path of [...menu, '/find', '/me', `/orders/${order}`]) {
      await page.goto(`${site.url}${path}`)
      expect({ path, faults: await faultsOf(page, htmlLang) }).toEqual({ path, faults: [] })
    }
  })
})
