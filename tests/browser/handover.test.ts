/** An evening handover in a real browser: written, given, read back by a second person, signed, printed. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Handover } from '../../src/features/handovers/index.ts'
import { eveningDraft } from '../handovers/evening.ts'
import { handoverNow, DAY } from '../handovers/scene.ts'
import { at } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
let handover: Handover

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  handover = await eveningDraft(site.world)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function open(handle: string, path: string, wish: PageWish = {}): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, handle)
  await page.goto(`${site.url}${path}`)
  return page
}
const title = (page: Page) => page.locator('h1').first()
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth')
const sizes: PageWish[] = [
  { width: 390 },
  { width: 455, scheme: 'dark' },
  { lang: 'en', width: 360 },
  { lang: 'en' },
  {},
]

async function looksRight(handle: string, paths: readonly string[]) {
  for (const wish of sizes) {
    const page = await open(handle, '/handovers', wish)
    for (const path of paths) {
      await page.goto(`${site.url}${path}`)
      expect([path, wish, await fits(page)]).toEqual([path, wish, true])
      expect(await seriousProblems(page)).toEqual([])
      expect(await page.locator('main .primary').count()).toBeLessThanOrEqual(1)
    }
  }
}
/** Where the first item of the list leads. */
const itemPath = async (page: Page) => (await page.locator('#list h3 a').first().getAttribute('href'))!

test('SHIFT-2 writing: two press the same button, what is typed stays while the page refreshes itself', async () => {
  const page = await newPage(browser)
  await page.clock.install()
  await site.signInAs(page, '小满')
  await page.goto(`${site.url}/handovers`)
  await page.keyboard.press('n')
  await page.waitForURL(/\/handover\//)
  expect(await title(page).textContent()).toContain('看一遍这 20 条')
  await page.getByLabel('什么事').fill('写了一半')
  const colleague = await open('远志', `/handover/${handover.id}`)
  await colleague.getByLabel('什么事').fill('远志补的一条')
  await colleague.getByRole('button', { name: '加上' }).click()
  await colleague.getByText('看一遍这 21 条').waitFor()
  await page.clock.fastForward(16_000)
  await page.getByText('看一遍这 21 条').waitFor()
  expect(await page.getByLabel('什么事').inputValue()).toBe('写了一半')
  const first = page.locator('#list h3').first()
  const before = await first.textContent()
  await page
    .locator('#list')
    .getByRole('button', { name: /^往后挪/ })
    .first()
    .click()
  await expect.poll(() => first.textContent()).not.toBe(before)
  await page.locator('#list h3', { hasText: '远志补的一条' }).getByRole('link').click()
  await page.getByLabel('不交这条').fill('明早才要')
  await page.getByRole('button', { name: '不交这条' }).click()
  await page.locator('#left-out').getByText('明早才要').waitFor()
})

test('the page of writing and an item’s page hold in both languages, on a phone and in the dark', async () => {
  const page = await open('小满', `/handover/${handover.id}`)
  await looksRight('小满', ['/handovers', `/handover/${handover.id}`, await itemPath(page)])
})

test('SHIFT-3 an evening of 20 items is taken over by a second person in at most 25 clicks, signature included', async () => {
  const giver = await open('小满', `/handover/${handover.id}`)
  await giver.getByRole('button', { name: /^交班/ }).click()
  await giver.getByText('交出去了，还有 20 条没接').waitFor()
  site.world.clock.now = at('16:36')

  const page = await open('阿北', '/handovers')
  let clicks = 0
  const click = async (name: RegExp) => {
    clicks++
    await page
      .getByRole(name.source.includes('去接') ? 'link' : 'button', { name })
      .first()
      .click()
  }
  expect(await page.locator('.bar nav a[aria-current] .badge').textContent()).toBe('20')
  await click(/^去接/)
  expect(await title(page).textContent()).toContain('还有 20 条没接，先看这条急的')
  for (let left = 19; left >= 0; left--) {
    await click(/^已接，下一条/)
    await page
      .getByText(left ? `还有 ${left} 条没接` : '都接了，签收接班')
      .first()
      .waitFor()
  }
  await click(/^签收接班/)
  await page.getByText('接班签收了').waitFor()
  expect(clicks).toBeLessThanOrEqual(25)
  expect(await handoverNow(site.world, DAY)).toMatchObject({ state: 'taken' })
  expect(await page.locator('.bar nav a[aria-current] .badge').count()).toBe(0)
})

test('SHIFT-3 they talk on an item: asked with one key, answered, both see it', async () => {
  const asker = await open('阿北', `/handover/${handover.id}`)
  await asker.keyboard.press('j')
  await asker.keyboard.press('j')
  await asker.locator('li.item').nth(1).locator('a:focus').waitFor()
  await asker.keyboard.press('k')
  await asker.keyboard.press('Enter')
  await asker.waitForURL(/at=/)
  await asker.keyboard.press('q')
  await asker.locator('#ask-text:focus').waitFor()
  await asker.keyboard.type('新单号是多少？')
  await asker.keyboard.press('Enter')
  await asker.locator('#talk').getByText('新单号是多少？').waitFor()
  await asker.keyboard.press('j') // no list here: nothing to go through
  expect(await asker.evaluate('document.activeElement.tagName')).toBe('BODY')
  const writer = await open('小满', new URL(asker.url()).pathname)
  await writer.getByLabel('怎么回').fill('尾号 904417')
  await writer.getByRole('button', { name: '回给问的人' }).click()
  await writer.locator('#talk').getByText('尾号 904417').waitFor()
  await asker.reload()
  await asker.locator('#talk').getByText('尾号 904417').waitFor()
  await looksRight('阿北', ['/handovers', `/handover/${handover.id}`, new URL(asker.url()).pathname])
})

test('SHIFT-5 it is found by the buyer, and prints on one sheet of A4', async () => {
  const page = await open('木樨', '/handovers')
  await page.getByRole('searchbox').fill('周小明')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  await page.locator('.rows tbody a').first().click()
  await page.getByRole('link', { name: '打印一张' }).first().click()
  await page.waitForURL(/\/sheet$/)
  expect(await seriousProblems(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.sheet-bar').isVisible()).toBe(false)
  expect(await page.locator('tbody tr').count()).toBe(20)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(1)
})
