import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish } from '../days/scene.ts'
import { addOrder, at } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  await publish(site.world, { 小满: 'day', 阿北: 'night', 远志: 'off' })
  for (const flag of ['red', 'green']) await addOrder(site.world, site.world.shopA, { flag })
  site.world.clock.now = at('15:40')
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function pageOf(handle: string, path: string, wish?: PageWish): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, handle)
  await page.goto(site.url + path)
  return page
}
const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

test('DAY-1 the unpaid window counts down on the page, by the board’s clock', async () => {
  const page = await pageOf('小满', '/day')
  await page.locator('.plate.window time').filter({ hasText: /^(15:00|14:5\d)$/ }).waitFor() // prettier-ignore
})

test('DAY-1 a step is ticked and the tick is taken back without leaving the keyboard', async () => {
  const page = await pageOf('小满', '/day')
  await page.getByRole('button', { name: '学习做完了' }).press('Enter')
  await page.locator('#step-learning[data-standing=done]').waitFor()
  await page.keyboard.press('z')
  await page.locator('#step-learning[data-standing=coming]').waitFor()
})

test('DAY-1 what happens elsewhere comes to a lead’s page by itself', async () => {
  const page = await newPage(browser)
  await page.clock.install()
  await site.signInAs(page, '木樨')
  await page.goto(`${site.url}/days`)
  const agent = await pageOf('小满', '/day')
  await agent.getByRole('button', { name: '学习做完了' }).press('Enter')
  await agent.locator('#step-learning[data-standing=done]').waitFor()
  await page.clock.fastForward(21_000)
  await page.locator('td[data-standing=done]').waitFor()
  await agent.keyboard.press('z')
  await agent.locator('#step-learning[data-standing=coming]').waitFor()
})

test('? shows the keys of the page one is on; Esc closes it and nothing else happens', async () => {
  const page = await pageOf('小满', '/orders')
  await page.locator('input[data-pick]').first().check()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: '帮助' })
  await dialog.getByText('从第一单开始').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.locator('input[data-pick]:checked').count()).toBe(1)
})

test('single keys are switched off on a computer; the search by Ctrl+K stays', async () => {
  const page = await pageOf('小满', '/day')
  await page.keyboard.press('?')
  await page.getByLabel('这台电脑上用单个键').uncheck()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.reload()
  await page.keyboard.press('/')
  await page.keyboard.press('?')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(new URL(page.url()).pathname).toBe('/day')
  await page.keyboard.press('Control+k')
  await page.locator('dialog.palette').waitFor()
})

const looks: PageWish[] = [{}, { lang: 'en', width: 360 }, { lang: 'en', width: 455, scheme: 'dark' }, { width: 390 }]
test.each(looks)('day, team, day off, help: nothing serious for axe, nothing sticks out at %o', async (wish) => {
  const page = await newPage(browser, wish)
  const faults: unknown[] = []
  for (const [handle, path] of [
    ['小满', '/day'],
    ['远志', '/day'],
    ['木樨', '/days'],
    ['小满', '/help'],
    ['小满', '/find'],
  ] as const) {
    await site.signInAs(page, handle)
    await page.goto(site.url + path)
    const found = [...(await seriousProblems(page)), ...((await overflow(page)) > 0 ? ['too wide'] : [])]
    if (found.length) faults.push([path, found])
  }
  expect(faults).toEqual([])
})
