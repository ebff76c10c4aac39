import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { migrate } from '../../src/core/migrate.ts'
import { openStore, type Store } from '../../src/core/store.ts'
import { announceSetup } from '../../src/features/setup/index.ts'
import { listen } from '../../src/server.ts'
import { at } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage } from './chromium.ts'

let browser: Browser
let store: Store
let server: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  store = openStore(process.env.DATABASE_URL!)
  await migrate(store)
  const clock = () => at('15:00')
  const app = createApp({ store, clock, demo: false, secure: false, dataDir: '/tmp', layDemo: async () => {} })
  ;[browser, server] = await Promise.all([launchBrowser(), listen(app.fetch, 0, '127.0.0.1')])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await store.close()
})

async function healthy(page: Page) {
  expect(await seriousProblems(page)).toEqual([])
  expect(await page.evaluate<number>(`document.documentElement.scrollWidth - innerWidth`)).toBe(0)
}

test('a new user sets the board up with the keyboard, on a phone-sized window, in English', async () => {
  const page = await newPage(browser, { lang: 'en', width: 390 })
  const token = (await announceSetup(store))!
  await page.addInitScript('delete Navigator.prototype.clipboard') // as on a board in the shop's own network, without HTTPS
  await page.goto(`http://127.0.0.1:${server.port}/`)
  await healthy(page)
  await page.getByLabel('Token').fill(token)
  await page.keyboard.press('Enter')
  await page.getByLabel('Name of the shop').fill('Chengye Home')
  await healthy(page)
  await page.getByLabel('Code').fill('CY')
  await page.keyboard.press('Enter')
  await page.getByLabel('Handle').fill('Nanxing')
  await healthy(page)
  await page.getByLabel('Password').fill('12345678')
  await page.getByLabel('Once more').fill('12345678')
  await page.keyboard.press('Enter')
  await page.getByText('Too easy to guess').last().waitFor()
  await page.getByLabel('Password').fill('rainy stone road')
  await page.getByLabel('Once more').fill('rainy stone road')
  await page.keyboard.press('Enter')
  await page.locator('#lines').fill('Muxi supervisor\nXiaoman agent xiaoman@example.com')
  await healthy(page)
  await page.getByRole('button', { name: 'Add these people' }).press('Enter')
  await page.locator('input.link').first().waitFor()
  await healthy(page)
  const link = await page.locator('input.link').first().inputValue()
  await page.getByText('they open on this computer only').waitFor()
  await page.getByRole('button', { name: 'Copy all' }).press('Enter')
  await page.locator('[data-copied]').waitFor()
  await page.getByRole('link', { name: 'On to the next step' }).press('Enter')
  await page.getByRole('button', { name: 'Save and go on' }).press('Enter')
  await page.getByRole('button', { name: 'To the board first' }).press('Enter')
  await page.waitForURL('**/board')
  await page.goto(`${new URL(page.url()).origin}/find`)
  await page.locator('input[name=q]').press('ControlOrMeta+v')
  expect(await page.locator('input[name=q]').inputValue()).toMatch(/^Muxi.+\/invite\/.+Xiaoman.+\/invite\//)

  const other = await newPage(browser, { lang: 'en', width: 390 })
  await other.goto(link)
  await healthy(other)
  await other.getByLabel('New password').fill('three grey pigeons')
  await other.getByLabel('Once more').fill('three grey pigeons')
  await other.keyboard.press('Enter')
  await other.waitForURL('**/board')
  expect(await other.locator('.own summary').getAttribute('data-hue')).toMatch(/[1-8]/)
})
