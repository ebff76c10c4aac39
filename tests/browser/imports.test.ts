import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFile } from '../../src/features/imports/index.ts'
import { countDifferences, orderByTid } from '../../src/features/orders/index.ts'
import { csv, paidOrder, type Row } from '../imports/files.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
const folder = mkdtempSync(join(tmpdir(), 'zaowan-exports-'))
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite()])
  site.world.world.dataDir = folder
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const exportOf = (rows: Row[]) => {
  const path = join(folder, 'ExportOrderList202611201530.csv')
  writeFileSync(path, csv(rows))
  return path
}
async function pageAt(path: string, wish: PageWish = {}): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, '小满')
  await page.goto(`${site.url}${path}`)
  return page
}
const order = async (row: Row) => (await orderByTid(site.world.store.read, site.world.shopA.id, row.订单编号!))!
const sideways = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** Puts a file in and applies it; ends on the page that says so. */
async function bring(page: Page, rows: Row[]) {
  await page.goto(`${site.url}/imports`)
  await page.locator('#file').setInputFiles(exportOf(rows))
  await page.locator('.upload .primary').click()
  await page.locator('.figures').waitFor() // the page looks again by itself
  expect(await seriousProblems(page)).toEqual([])
  await page.locator('form[action$="/apply"] button').click()
  await page.getByText('写好了').waitFor()
}

test('ORD-1 ORD-5 a file is put in, previewed, applied, and what disagrees is decided', async () => {
  const [red, closed] = [paidOrder({ 旗帜: '红' }), paidOrder()]
  const page = await pageAt('/imports')
  expect(await seriousProblems(page)).toEqual([])
  await bring(page, [red, closed])
  expect(await order(red)).toMatchObject({ flag: 'red', state: 'paid' })

  await bring(page, [
    { ...red, 旗帜: '紫' },
    { ...closed, 订单状态: '交易关闭' },
  ])
  expect((await order(closed)).state).toBe('closed')
  await page.locator('header a[href="/differences"] .badge', { hasText: '1' }).waitFor({ state: 'attached' })
  await page.locator('a.primary[href="/differences"]').click()
  expect(await seriousProblems(page)).toEqual([])
  const row = page.locator('.differences tbody tr', { hasText: red.订单编号! })
  await row.getByRole('button', { name: '按平台的' }).click()
  await page.getByText('没有不一致的').waitFor()
  expect(await order(red)).toMatchObject({ flag: 'purple', meaning: 'hold' })
  expect(await countDifferences(site.world.store.read, site.world.shopA.id)).toBe(0)
}, 120_000)

test('the pages fit a phone, in both languages', async () => {
  const rows = [paidOrder({ 旗帜: '红', 订单备注: '改刻字：平安' }), { ...paidOrder(), 订单编号: '3.39912E+18' }]
  await importFile(site.world.as('小满'), site.world.shopA, exportOf([rows[0]!]), { apply: true })
  await bring(await pageAt('/imports'), [{ ...rows[0]!, 旗帜: '紫', 订单备注: '周五前发'.repeat(20) }, rows[1]!])
  for (const lang of ['zh', 'en'] as const) {
    const page = await pageAt('/', { lang, width: 360, height: 740 })
    for (const path of ['/imports', '/differences']) {
      await page.goto(`${site.url}${path}`)
      expect([lang, path, await sideways(page)]).toEqual([lang, path, false])
      const first = page.locator('.imports a').first()
      if (path === '/imports') {
        await first.click()
        await page.waitForURL('**/imports/*')
        expect([lang, 'one', await sideways(page)]).toEqual([lang, 'one', false])
      }
    }
  }
}, 120_000)
