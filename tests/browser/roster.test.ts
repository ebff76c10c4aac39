import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { messages, roster, swaps } from '../../db/schema.ts'
import { askSwap, publishWeek, setShift } from '../../src/features/shifts/index.ts'
import { at } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage } from './chromium.ts'
import { openSite, type Site } from './server.ts'

const NEXT = '2026-11-23' // the Monday after TODAY

let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
})
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  site.world.clock.now = at('15:00')
  await site.world.store.write(async (tx) => {
    for (const table of [roster, swaps, messages]) await tx.delete(table)
  })
})

const id = (handle: string) => site.world.actors[handle]!.id!
const planned = (handle: string, day: string, code: string) =>
  setShift(site.world.as('木樨'), site.world.shopA.id, { personId: id(handle), day, code })
const publish = (day: string) => publishWeek(site.world.as('木樨'), site.world.shopA.id, day)
const cellOf = (page: Page, handle: string, day: string) => page.getByLabel(`${handle} ${day}`, { exact: true })
const valueOf = (page: Page, handle: string, day: string) => cellOf(page, handle, day).inputValue()
const title = (page: Page) => page.locator('h1').textContent()

test('SHIFT-1 a week is planned with digits, saved as a draft, and published', async () => {
  const page = await newPage(browser)
  await site.signInAs(page, '木樨')
  await page.goto(`${site.url}/roster?week=${NEXT}`)
  expect(await title(page)).toBe('排这一周')
  await cellOf(page, '小满', '11-23 周一').focus()
  await page.keyboard.press('1')
  await page.keyboard.press('Tab')
  await page.keyboard.press('2')
  await page.getByLabel('阿北 整周填成').focus()
  await page.keyboard.press('2')
  await page.getByRole('button', { name: '存草稿' }).press('Enter')
  await page.getByRole('heading', { name: '9 格草稿还没发布' }).waitFor()
  expect([await valueOf(page, '小满', '11-23 周一'), await valueOf(page, '小满', '11-24 周二')]).toEqual([
    'day',
    'night',
  ])
  expect(await valueOf(page, '阿北', '11-29 周日')).toBe('night')
  expect(await site.world.store.read.select().from(messages)).toEqual([])
  await page.getByRole('button', { name: '存好并发布' }).press('Enter')
  await page.getByRole('heading', { name: /没有人上班|排好了/ }).waitFor()
  expect(await page.getByText('草稿', { exact: true }).count()).toBe(0)
  expect(await site.world.store.read.select().from(messages)).toHaveLength(2)
})

test('SHIFT-1 two planners: the second is told which cell the first changed, and the rest is saved', async () => {
  const page = await newPage(browser)
  await site.signInAs(page, '木樨')
  await page.goto(`${site.url}/roster?week=${NEXT}`)
  await planned('小满', NEXT, 'night')
  await cellOf(page, '小满', '11-23 周一').selectOption('day')
  await cellOf(page, '阿北', '11-23 周一').selectOption('day')
  await page.getByRole('button', { name: '存草稿' }).click()
  await page.getByText('小满 11-23 周一：现在是晚班，你想改成早班').waitFor()
  expect([await valueOf(page, '小满', '11-23 周一'), await valueOf(page, '阿北', '11-23 周一')]).toEqual([
    'night',
    'day',
  ])
})

test('SHIFT-1 asking for a swap and agreeing, on a phone', async () => {
  await planned('小满', NEXT, 'day')
  await planned('阿北', NEXT, 'night')
  await publish(NEXT)
  const asker = await newPage(browser, { width: 390 })
  await site.signInAs(asker, '小满')
  await asker.goto(`${site.url}/roster?week=${NEXT}`)
  await asker.getByRole('link', { name: '换班 11-23 周一' }).click()
  await asker.getByRole('link', { name: '选 阿北' }).click()
  await asker.getByLabel('我上11-23 周一 晚班').check()
  await asker.getByLabel('为什么').fill('家长会')
  await asker.getByRole('button', { name: '问阿北' }).click()
  await asker
    .getByText('等阿北回话')
    .or(asker.getByRole('button', { name: '收回' }))
    .waitFor()

  const other = await newPage(browser, { width: 390 })
  await site.signInAs(other, '阿北')
  await other.goto(`${site.url}/roster`)
  expect(await title(other)).toBe('小满想和你换班，答应吗？')
  await other.getByRole('button', { name: '答应', exact: true }).click()
  await other.getByRole('heading', { name: /^你下一班：11-23 周一 早班/ }).waitFor()
})

test('SHIFT-1 without a script the week is saved all the same', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await site.signInAs(page, '木樨')
  await page.goto(`${site.url}/roster?week=${NEXT}`)
  await cellOf(page, '小满', '11-23 周一').selectOption('day')
  await page.getByRole('button', { name: '存好并发布' }).click()
  await page.getByRole('heading', { name: '11-23 周一 晚班没有人上班' }).waitFor()
  await context.close()
})

test('fallen ill: changed at once, and the hole is the headline', async () => {
  await planned('小满', '2026-11-20', 'day')
  await planned('阿北', '2026-11-20', 'night')
  await publish('2026-11-20')
  const page = await newPage(browser)
  await site.signInAs(page, '木樨')
  await page.goto(`${site.url}/roster`)
  await page.getByLabel('谁', { exact: true }).selectOption({ label: '阿北' })
  await page.getByLabel('为什么').fill('发烧')
  await page.getByRole('button', { name: '马上生效' }).click()
  await page.getByRole('heading', { name: '11-20 周五 晚班没有人上班' }).waitFor()
})

test.each([
  ['zh', 1366, 'light'],
  ['en', 1366, 'dark'],
  ['en', 390, 'light'],
  ['zh', 360, 'dark'],
] as const)(
  'the roster’s pages in %s at %i px, %s: axe finds nothing serious, nothing sticks out',
  async (lang, width, scheme) => {
    await planned('小满', NEXT, 'day')
    await planned('阿北', NEXT, 'night')
    await publish(NEXT)
    await planned('阿北', NEXT, 'off')
    await askSwap(site.world.as('小满'), site.world.shopA.id, { of: id('远志'), day: NEXT, why: '家长会' })
    for (const handle of ['木樨', '小满']) {
      const page = await newPage(browser, { lang, width, scheme })
      await site.signInAs(page, handle)
      for (const path of [
        `/roster?week=${NEXT}`,
        `/swap?day=${NEXT}`,
        `/swap?day=${NEXT}&of=${id('阿北')}`,
        '/shifts',
      ]) {
        if (path === '/shifts' && handle === '小满') continue
        await page.goto(site.url + path)
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        expect({ path, wide, problems: await seriousProblems(page) }).toEqual({ path, wide: 0, problems: [] })
      }
    }
  },
)
