import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outbox } from '../../db/schema.ts'
import { openMail, type Mail } from '../../src/core/mail.ts'
import { readMailSettings } from '../../src/core/mail-settings.ts'
import { deliverOutbox } from '../../src/core/outbox.ts'
import { openPostOffice, type PostOffice } from '../outbox/postoffice.ts'
import { addresses, freshReports, routed, rostered, versionsNow } from '../reports/scene.ts'
import { at, TODAY } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, openPage } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let site: Site
let browser: Browser
let post: PostOffice
let mail: Mail
beforeAll(async () => {
  ;[site, browser, post] = await Promise.all([openSite(), launchBrowser(), openPostOffice()])
  mail = openMail(readMailSettings({ SMTP_URL: post.url, MAIL_FROM: 'board@example.com' })!)
  site.world.world.mail = mail
  await freshReports(site.world)
  await rostered(site.world, { 小满: 'day' })
  await routed(site.world)
})
afterAll(async () => {
  await browser.close()
  mail.close()
  await Promise.all([site.close(), post.close()])
})

const WRITE = `/report/${TODAY}/day`
/** Required, and nothing of it stands on the board that day. */
const EMPTY = ['lost', 'followups', 'holds', 'prizes', 'aftersales', 'notebook']

const noneOf = (page: Page, name: string) => page.locator(`[name=none][value=${name}]`)
async function typeInto(page: Page, field: string, text: string) {
  await page.locator(field).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}
/** Enter in a field files the report. */
async function fileBy(page: Page) {
  await page.locator('#sales').focus()
  await page.keyboard.press('Enter')
}
const sendAll = () => deliverOutbox(site.world.clockContext(), { mail: mail.send })
const mailsOf = (part: string) => post.arrived.filter(({ messageId }) => messageId.includes(part))
/** A header of a mail, on one line. */
const header = (source: string, name: string) =>
  new RegExp(`^${name}: ((?:.*\\r?\\n[ \\t])*.*)$`, 'im').exec(source)?.[1]?.replaceAll(/\r?\n[ \t]+/g, ' ')

let context: BrowserContext

test('REPORT-1 an agent writes today’s report by keyboard, and what was typed survives a closed page', async () => {
  const { page, complaints } = await openPage(browser)
  context = page.context()
  await site.signInAs(page, '小满')
  await page.goto(`${site.url}/reports`)
  await page.locator('[data-key=w]').waitFor()
  await page.keyboard.press('w')
  await page.waitForURL(`**${WRITE}`)
  await typeInto(page, '#enquiries', '80')
  await page.keyboard.press('Tab')
  await page.keyboard.type('28')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3560')
  await typeInto(page, '#s-lost', '两个嫌贵的')
  await typeInto(page, '#own', '今天问尺码的多')
  await page.locator('#draft-saved', { hasText: '17:35 已保存' }).waitFor()
  await page.close()
  const again = await context.newPage()
  await again.goto(site.url + WRITE)
  const values = ['#enquiries', '#orders', '#sales', '#s-lost', '#own'].map((field) =>
    again.locator(field).inputValue(),
  )
  expect(await Promise.all(values)).toEqual(['80', '28', '3560', '两个嫌贵的', '今天问尺码的多'])
  await again.close()
  expect(complaints).toEqual([])
})

test('REPORT-1 a second window is told that the report was typed elsewhere, and keeps what stands in it', async () => {
  const [first, second] = [await context.newPage(), await context.newPage()]
  for (const page of [first, second]) await page.goto(site.url + WRITE)
  site.world.clock.now = at('17:36')
  await typeInto(first, '#own', '第一个窗口')
  await first.locator('#draft-saved', { hasText: '17:36 已保存' }).waitFor()
  await typeInto(second, '#own', '第二个窗口')
  await second.locator('#alerts', { hasText: '在另一个窗口里写过' }).waitFor()
  expect(await second.locator('#own').inputValue()).toBe('第二个窗口')
  await second.reload()
  expect(await second.locator('#own').inputValue()).toBe('第一个窗口')
  for (const page of [first, second]) await page.close()
})

test('REPORT-1 a required section left empty is refused at its place, nothing typed is lost, and “none” fills it', async () => {
  const page = await context.newPage()
  await page.goto(site.url + WRITE)
  await typeInto(page, '#own', '今天问尺码的多，很忙')
  await fileBy(page)
  await page.locator('[data-error=s-holds]:not([hidden])').waitFor()
  expect(await page.locator('[data-error=s-lost]').isHidden()).toBe(true)
  expect(await page.locator('#own').inputValue()).toBe('今天问尺码的多，很忙')
  expect(await versionsNow(site.world)).toEqual([])
  for (const name of EMPTY.slice(1)) {
    await noneOf(page, name).focus()
    await page.keyboard.press('Space')
  }
  await fileBy(page)
  await page.waitForURL('**/reports/of/*')
  await page.getByText('今天问尺码的多，很忙').waitFor()
  await page.close()
  expect(await versionsNow(site.world)).toHaveLength(1)
})

test('REPORT-2 REPORT-3 once filed its mails are with the server, each with everybody in TO and CC', async () => {
  await sendAll()
  const recipients = mailsOf('.v1.').map(({ recipient }) => recipient)
  expect(recipients.sort()).toEqual(Object.values(addresses).sort())
  for (const { source } of mailsOf('.v1.')) {
    for (const handle of ['木樨', '云舟']) expect(header(source, 'To')).toContain(addresses[handle])
    expect(header(source, 'Cc')).toBe(addresses['南星'])
  }
  const rows = await site.world.store.read.select().from(outbox)
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
})

test('REPORT-4 the manager’s grid says it came in time, and one press opens it', async () => {
  const page = await newPage(browser)
  await site.signInAs(page, '南星')
  await page.goto(`${site.url}/report-grid`)
  await page.locator('a[href^="/reports/of/"]', { hasText: '准' }).first().click()
  await page.waitForURL('**/reports/of/*')
  await page.getByText('两个嫌贵的').waitFor()
  expect(await page.locator('#deliveries li', { hasText: '送到了' }).count()).toBe(3)
})

test('REPORT-5 a correction is a new version, marked, and sent as such', async () => {
  const page = await context.newPage()
  await page.goto(site.url + WRITE)
  await typeInto(page, '#enquiries', '82')
  await typeInto(page, '#why', '数错了')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/reports/of/*')
  await page.getByText('80 → 82').first().waitFor()
  await page.getByText('数错了').first().waitFor()
  await page.close()
  await sendAll()
  expect(mailsOf('.v2.')).toHaveLength(3)
  const manager = await newPage(browser)
  await site.signInAs(manager, '南星')
  await manager.goto(`${site.url}/report-grid`)
  await manager.locator('a[href^="/reports/of/"]', { hasText: 'v2' }).first().waitFor()
})

test.each(['zh', 'en'] as const)('its pages fit phone and office, and axe finds nothing serious (%s)', async (lang) => {
  const [report] = await versionsNow(site.world)
  const page = await newPage(browser, { lang })
  const agents = ['/reports', WRITE]
  const managers = [`/reports/of/${report!.reportId}`, '/report-grid', '/report-route']
  for (const [handle, paths] of [
    ['小满', agents],
    ['南星', managers],
  ] as const) {
    await site.signInAs(page, handle)
    for (const path of paths) {
      await page.goto(site.url + path)
      for (const width of [360, 455, 1366]) {
        await page.setViewportSize({ width, height: 800 })
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
        expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width)
      }
      expect(await seriousProblems(page), path).toEqual([])
    }
  }
})

test('REPORT-4 who has not filed is named to the supervisor the minute after it was due', async () => {
  site.world.clock.now = at('18:01')
  await rostered(site.world, { 小满: 'day', 阿北: 'day' })
  const page = await newPage(browser)
  await site.signInAs(page, '木樨')
  await page.goto(`${site.url}/report-grid`)
  await page.locator('h1', { hasText: '阿北没交日报' }).waitFor()
})
