/** Help over the page and without a script, the glossary, and cards that are one sheet of paper each. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cards } from '../../src/features/help/cards.ts'
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

async function pageOf(handle: string, path: string, wish: PageWish = {}) {
  const page = await newPage(browser, wish)
  await site.signInAs(page, handle)
  await page.goto(`${site.url}${path}`)
  return page
}

test('? tells about the page one is on, and a link in it leads on', async () => {
  const page = await pageOf('小满', '/orders')
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: '帮助：订单' })
  await dialog.getByRole('link', { name: '暂缓' }).click()
  await page.waitForURL('**/holds')
})

test('without a script the same link leads to the same help', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  await site.signInAs(page, '松针')
  await page.goto(`${site.url}/batch`)
  await page.getByRole('link', { name: 'Help', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Help: Batch' }).waitFor()
  await context.close()
})

test('who is not signed in is helped too', async () => {
  const page = await newPage(browser)
  await page.goto(`${site.url}/sign-in`)
  await page.getByRole('link', { name: '帮助' }).click()
  await page.getByRole('dialog', { name: '帮助：登录' }).waitFor()
})

test('the bench keeps its field: help closes, and the next scan is typed', async () => {
  const page = await pageOf('松针', '/bench')
  await page.getByRole('link', { name: '帮助' }).click()
  const dialog = page.getByRole('dialog', { name: '帮助：打包台' })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.type('31')
  expect(await page.locator('#code').inputValue()).toBe('31')
})

test('each card is one A4 page, in both languages', async () => {
  const sheets: Record<string, number> = {}
  for (const lang of ['zh', 'en'] as const) {
    const page = await pageOf('木樨', '/help/cards/agent', { lang })
    for (const card of cards) {
      await page.goto(`${site.url}/help/cards/${card}`)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      sheets[`${card} ${lang}`] = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length
    }
  }
  expect(Object.entries(sheets).filter(([, count]) => count !== 1)).toEqual([])
  expect(Object.keys(sheets)).toHaveLength(2 * cards.length)
})

test('words and cards: nothing serious for axe, nothing sticks out', async () => {
  const page = await pageOf('小满', '/help/words', { lang: 'en', width: 360, scheme: 'dark' })
  const widthOver = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  for (const path of ['/help/words', '/help/cards/warehouse']) {
    await page.setViewportSize({ width: 360, height: 768 })
    await page.goto(`${site.url}${path}`)
    expect([path, await widthOver(), await seriousProblems(page)]).toEqual([path, 0, []])
    await page.setViewportSize({ width: 1366, height: 768 })
    expect([path, await widthOver()]).toEqual([path, 0])
  }
})
