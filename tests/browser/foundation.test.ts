import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, openPage } from './chromium.ts'
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

test('a page of the board in a real browser: nothing serious for axe, styles and scripts loaded', async () => {
  const page = await newPage(browser, { lang: 'en', expect: /404/ })
  await site.signInAs(page, '小满')
  await page.goto(`${site.url}/no-such-page`)
  expect(await page.locator('h1').textContent()).toContain('There is no such page')
  expect(await seriousProblems(page)).toEqual([])
})

test('a page that throws or breaks its content security policy is noticed', async () => {
  const { page, complaints } = await openPage(browser, { expect: /404/ })
  await page.goto(`${site.url}/no-such-page`)
  await page.evaluate(`setTimeout(() => { throw new Error('oops') })
    document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))`)
  await expect.poll(() => complaints.join()).toMatch(/oops/)
  expect(complaints.join()).toMatch(/Content Security Policy/)
  await page.context().close()
})
