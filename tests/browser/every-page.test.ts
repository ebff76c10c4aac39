/** Every page that a role's menu leads to, in both languages, on a phone and on an office screen. */
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

const widths = [1366, 360]

const menuOf = (page: Page) =>
  page.locator('header nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
const tooWide = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** What is wrong with the page that stands in the window. */
async function faultsOf(page: Page, lang: string): Promise<string[]> {
  const faults = await seriousProblems(page)
  if ((await page.locator('html').getAttribute('lang')) !== lang) faults.push('html has another lang')
  if ((await page.locator('h1').count()) !== 1) faults.push('not one h1')
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 })
    const wide = await tooWide(page)
    if (wide > 0) faults.push(`${wide} px too wide at ${width} px`)
  }
  return faults
}

describe.each([
  ['zh', 'zh-CN'],
  ['en', 'en'],
] as const)('in %s', (lang, htmlLang) => {
  test.each(['小满', '松针', '管家'])('every page of the menu holds for %s', async (handle) => {
    const page = await newPage(browser, { lang })
    await site.signInAs(page, handle)
    await page.goto(site.url)
    const menu = await menuOf(page)
    expect(menu.length).toBeGreaterThan(3)
    for (const path of [...menu, '/find', '/me', `/orders/${order}`]) {
      await page.goto(`${site.url}${path}`)
      expect({ path, faults: await faultsOf(page, htmlLang) }).toEqual({ path, faults: [] })
    }
  })
})
