import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givePassword, PASSWORD } from '../people/visitor.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  for (const handle of ['小满', '阿北', '南星', '管家']) await givePassword(site.world, handle)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const focused = (page: Page) => page.evaluate(`document.activeElement?.id`)

async function signIn(page: Page, handle: string) {
  await page.goto(`${site.url}/sign-in?as=`)
  await page.fill('#handle', handle)
  await page.fill('#password', PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

test('WHO-3 with the keyboard only: lock with L, come back to the same page with the password', async () => {
  const page = await newPage(browser)
  await signIn(page, '小满')
  await page.goto(`${site.url}/calendar?year=2026`)
  await page.keyboard.press('l')
  await page.waitForURL('**/sign-in**')
  expect(await page.locator('main').textContent()).toContain('小满的页面锁着')
  expect(await focused(page)).toBe('password')
  await page.keyboard.type('wrong wrong wrong')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.error')
  expect(await page.locator('.error').textContent()).toContain('还可以试 4 次')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/calendar?year=2026')
})

test('WHO-3 the next person presses their face, types their password, and is there', async () => {
  const page = await newPage(browser)
  await signIn(page, '小满')
  await signIn(page, '阿北')
  await page.keyboard.press('l')
  await page.waitForURL('**/sign-in**')
  await page.getByRole('button', { name: '小满' }).click()
  await page.getByLabel('小满的密码').waitFor()
  expect(await focused(page)).toBe('password')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  expect(await page.locator('.own summary').textContent()).toContain('小满')
})

test('WHO-3 a screen that nobody touches locks itself, and shows nothing more', async () => {
  const page = await newPage(browser)
  await page.clock.install()
  await signIn(page, '小满')
  await page.goto(`${site.url}/calendar`)
  site.world.clock.now += 11 * 60_000
  await page.clock.fastForward('11:00')
  await page.waitForURL('**/sign-in?next=**')
  expect(await page.locator('main').textContent()).toContain('小满的页面锁着')
  await page.goto(`${site.url}/calendar`)
  expect(page.url()).toContain('/sign-in')
})

test('WHO-3 long typing keeps the screen open, on both sides', async () => {
  const page = await newPage(browser)
  await page.clock.install()
  await site.signInAs(page, '南星')
  await page.goto(`${site.url}/new-people`)
  for (let minute = 0; minute < 12; minute += 2) {
    await page.locator('#lines').press('x')
    site.world.clock.now += 2 * 60_000
    const told = minute > 0 ? page.waitForResponse('**/here') : undefined
    await page.clock.fastForward('02:00')
    await told
  }
  expect(page.url()).toContain('/new-people')
  expect((await page.goto(`${site.url}/people`))!.url()).toContain('/people')
})

const rooms = ['/me', '/people', '/new-people', '/shop/settings', '/shop/flags', '/calendar', '/activity', '/shops']

/** Wider than the window: something must be scrolled sideways. */
const overflow = (page: Page) => page.evaluate<number>(`document.documentElement.scrollWidth - innerWidth`)

async function eachRoom(lang: 'zh' | 'en', width: number, look: (page: Page) => Promise<unknown>) {
  const page = await newPage(browser, { lang, width })
  await site.signInAs(page, '管家')
  const found: unknown[] = []
  for (const path of [...rooms, `/people/${site.world.actors['小满']!.id}`, '/sign-in']) {
    await page.goto(site.url + path)
    const seen = await look(page)
    if (seen) found.push([path, seen])
  }
  return found
}

test.each([
  ['zh', 1366],
  ['en', 360],
] as const)('pages of people and shops in %s at %i px: axe finds nothing serious', async (lang, width) => {
  const problems = async (page: Page) => (await seriousProblems(page)).join()
  expect(await eachRoom(lang, width, problems)).toEqual([])
})

test.each([
  ['zh', 360],
  ['en', 360],
  ['en', 455],
  ['en', 1366],
] as const)('pages of people and shops in %s at %i px: nothing sticks out', async (lang, width) => {
  expect(await eachRoom(lang, width, overflow)).toEqual([])
})

test('ORD-2 a flag’s meaning is changed after its effect was seen, without leaving the keyboard', async () => {
  const page = await newPage(browser)
  await site.signInAs(page, '南星')
  await page.goto(`${site.url}/shop/flags`)
  await page.locator('input[name=policy-blue][value=ship]').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: '看看影响' }).press('Enter')
  await page.getByText('还没有存').waitFor()
  await page.getByRole('button', { name: '存下' }).press('Enter')
  await page.waitForSelector('input[name=policy-blue][value=ship]:checked')
  await page.reload()
  expect(await page.locator('input[name=policy-blue][value=ship]').isChecked()).toBe(true)
})

test('a refused form keeps what was typed and says at the field what to mend', async () => {
  const page = await newPage(browser)
  await site.signInAs(page, '南星')
  await page.goto(`${site.url}/new-people`)
  await page.fill('#lines', '青禾 客服\n半夏 打杂')
  await page.getByRole('button', { name: '加这些人' }).click()
  await page.getByText('第 2 行：“打杂”不是角色').last().waitFor()
  expect(await page.inputValue('#lines')).toBe('青禾 客服\n半夏 打杂')
  expect(await focused(page)).toBe('lines')
  await page.fill('#lines', '青禾 客服\n半夏 仓库')
  await page.getByRole('button', { name: '加这些人' }).click()
  await page.locator('input.link').first().waitFor()
  expect(await page.locator('input.link').count()).toBe(2)
})

test('the calendar says what is wrong with a file, then shows the year', async () => {
  const page = await newPage(browser)
  await site.signInAs(page, '南星')
  await page.goto(`${site.url}/calendar?year=2027`)
  await page.getByText('2027 年没有载入').waitFor()
  await page.fill('#json', '{"year":2027,"papers":[],"days":[]}')
  await page.getByRole('button', { name: '载入' }).click()
  await page.getByText('通知还没发布').last().waitFor()
  const days = [{ name: '元旦', date: '2027-01-01', isOffDay: true }]
  await page.setInputFiles('#file', {
    name: '2027.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ year: 2027, papers: ['国发'], days })),
  })
  await page.getByRole('button', { name: '载入' }).click()
  await page.locator('[data-because=holiday]').first().waitFor()
  expect(await page.locator('[data-because=holiday]').count()).toBe(1)
})

test('WHO-3 after locking, the browser’s own way back shows nothing of the page that was left', async () => {
  const page = await newPage(browser)
  await signIn(page, '小满')
  await page.goto(`${site.url}/calendar?year=2026`)
  await page.keyboard.press('l')
  await page.waitForURL('**/sign-in**')
  await page.goBack()
  await page.waitForURL('**/sign-in**')
  expect(await page.locator('main').textContent()).toContain('小满的页面锁着')
})
