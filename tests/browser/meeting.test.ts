import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMeeting } from '../../src/features/meetings/index.ts'
import { toAgenda, writeNote } from '../../src/features/notebook/index.ts'
import { rostered } from '../tasks/scene.ts'
import { at, TODAY } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
const EVENING = `/meeting/${TODAY}/evening`
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  await rostered(site.world, { 小满: 'day', 阿北: 'night' })
  const { shopA } = site.world
  for (const text of ['尺码表看不懂', '包装纸没了']) {
    const id = await writeNote(site.world.as('小满'), { shopId: shopA.id, text })
    await toAgenda(site.world.as('小满'), id)
  }
  site.world.clock.now = at('18:00')
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function pageAt(path: string, handle: string, wish: PageWish = {}): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, handle)
  await page.goto(`${site.url}${path}`)
  return page
}
const notesNow = async () =>
  (await findMeeting(site.world.store.read, site.world.shopA.id, { day: TODAY, kind: 'evening' }))!.notes

test('MEET-1 an evening meeting by keyboard: opened, everybody noted, points talked about', async () => {
  const page = await pageAt('/meetings', '木樨')
  await page.keyboard.press('n')
  await page.waitForURL(`**${EVENING}`)
  await page.keyboard.press('e')
  await expect.poll(() => page.locator('#attendance .count').textContent()).toContain('到 3')
  for (const [outcome, left] of [
    ['做成图', 1],
    ['问仓库', 0],
  ] as const) {
    await page.locator('#first-point').focus()
    await page.keyboard.type(outcome)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.points .talk').count()).toBe(left)
  }
  expect(await page.locator('h1').textContent()).toBe('都谈完了，可以散会')
  expect(await seriousProblems(page)).toEqual([])
})

test('two who write notes at once: what is typed stays while the page changes, and both texts come back', async () => {
  const [first, second] = [await pageAt(EVENING, '木樨'), await pageAt(EVENING, '小满')]
  await second.locator('#notes-text').fill('第二个人写的')
  await first.locator('#notes-text').fill('第一个人写的')
  await first.locator('#notes button').click()
  await expect.poll(notesNow).toBe('第一个人写的')
  await second.locator('#point-text').fill('谁值周末') // the page changes around the notes
  await second.keyboard.press('Enter')
  await second.locator('.points', { hasText: '谁值周末' }).waitFor()
  expect(await second.locator('#notes-text').inputValue()).toBe('第二个人写的')
  await second.locator('#notes button').click()
  await second.locator('#notes [role=alert]').waitFor()
  expect(await notesNow()).toBe('第一个人写的')
  const both = await second.locator('#notes-text').inputValue()
  expect(both).toContain('第一个人写的')
  expect(both).toContain('第二个人写的')
  await second.locator('#notes button').click()
  await expect.poll(notesNow).toBe(both)
})

test('DAY-3 the notebook: a line and Enter, never while composing; one press to the agenda, Z takes it back', async () => {
  const page = await pageAt('/orders', '小满')
  await page.keyboard.press('b')
  await page.waitForURL('**/notebook')
  const devtools = await page.context().newCDPSession(page)
  await page.locator('#note-text').focus()
  await devtools.send('Input.imeSetComposition', { text: 'kuaidi', selectionStart: 6, selectionEnd: 6 })
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 })
  await devtools.send('Input.insertText', { text: '快递停了' })
  expect(await page.locator('#notes tr', { hasText: '快递停了' }).count()).toBe(0)
  await page.keyboard.press('Enter')
  const row = page.locator('#notes tr', { hasText: '快递停了' })
  await row.waitFor()
  expect(await page.locator('#note-text').inputValue()).toBe('')
  await row.locator('button').click()
  await page.locator('.toast', { hasText: '放进今晚议题了' }).waitFor()
  await page.keyboard.press('z')
  await row.locator('button', { hasText: '放进今晚议题' }).waitFor()
  expect(await seriousProblems(page)).toEqual([])
})

test.each([
  ['zh', 390],
  ['en', 390],
  ['en', 1366],
] as const)('the rooms in %s at %i px: nothing scrolls sideways, nothing serious for axe', async (lang, width) => {
  const page = await pageAt('/', '木樨', { lang, width })
  for (const path of ['/meetings', EVENING, '/tasks', '/notebook?whose=team']) {
    await page.goto(`${site.url}${path}`)
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), path).toBe(false)
    expect(await seriousProblems(page), path).toEqual([])
  }
})
