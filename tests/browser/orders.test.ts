import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { promiseGift } from '../../src/features/orders/gifting.ts'
import { heldOrder, looker } from '../orders/scene.ts'
import { addOrder, at, orderNow } from '../world.ts'
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
const { kindsOf, holdsOf, remarksOf } = looker(() => site.world)

async function pageAt(path: string, wish: PageWish = {}): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, '小满')
  await page.goto(`${site.url}${path}`)
  return page
}

/** Keyboard only: presses Tab until this is focused. */
async function tabTo(page: Page, selector: string) {
  for (let i = 0; i < 60; i++) {
    if (await page.locator(selector).evaluate((e) => e === e.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${selector}`)
}

const flags = async (ids: string[]) => Promise.all(ids.map(async (id) => (await orderNow(site.world, id)).flag))

test('ORD-7 three orders flagged at once, keyboard only: picked, previewed, changed, undone', async () => {
  const ids: string[] = []
  for (const flag of ['green', 'blue', 'red']) {
    const { id } = await addOrder(site.world, site.world.shopA, { flag, paidAt: at('08:00') + ids.length })
    ids.push(id)
  }
  const page = await pageAt('/orders')
  for (const id of ids) {
    await tabTo(page, `#o-${id} a.id`)
    await page.keyboard.press('x')
  }
  expect(await page.locator('[data-picked]').textContent()).toBe('3')
  await page.keyboard.press('f')
  await page.keyboard.press('ArrowRight') // from grey to red
  await expect.poll(() => page.locator('.preview').textContent()).toContain('会变 2 单')
  expect(await page.locator('.preview').textContent()).toContain('1 单不变：已经是这个旗')
  await tabTo(page, '#bulk-remark')
  await page.keyboard.type('周五前发')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.toast').textContent()).toContain('2 单改成')
  expect(await flags(ids)).toEqual(['red', 'red', 'red'])
  expect((await remarksOf(ids[0]!)).map((r) => r.text)).toEqual(['周五前发'])
  await page.keyboard.press('z')
  await expect.poll(() => page.locator('.toast').textContent()).toContain('撤销了')
  expect(await flags(ids)).toEqual(['green', 'blue', 'red'])
})

test('ORD-7 a second change has its own undo, and sent words leave their field', async () => {
  const { id } = await addOrder(site.world, site.world.shopA, { flag: 'grey' })
  const page = await newPage(browser)
  await page.clock.install()
  await site.signInAs(page, '小满')
  await page.goto(`${site.url}/orders/${id}`)
  for (const [flag, word] of Object.entries({ red: '红', yellow: '黄' })) {
    await page.locator(`#flag input[value=${flag}]`).focus()
    await page.keyboard.press('Space')
    await page.locator('#flag-remark').fill('周五前发')
    await page.keyboard.press('Enter')
    await page.locator('.toast', { hasText: word }).waitFor()
    expect(await page.locator('#flag-remark').inputValue()).toBe('')
    if (flag === 'red') await page.clock.fastForward(11_000)
    await expect.poll(() => page.locator('.toast').isVisible()).toBe(flag === 'yellow')
  }
  await page.keyboard.press('z')
  await expect.poll(async () => (await orderNow(site.world, id)).flag).toBe('red')
})

test('HOLD-2 a purple flag asks for reason and date, refuses none, and holds, keyboard only', async () => {
  const { id } = await addOrder(site.world, site.world.shopA, { flag: 'blue' })
  const page = await pageAt(`/orders/${id}`)
  expect(await page.locator('h1').textContent()).toContain('旗没定：蓝')
  await tabTo(page, '#flag-choice')
  expect(await page.locator('#terms-due').isVisible()).toBe(false)
  await page.keyboard.press('ArrowLeft') // to the last one
  expect(await page.locator('#terms-due').isVisible()).toBe(true)
  await page.locator('#terms-due').evaluate((field: { value: string; required: boolean }) => {
    field.value = ''
    field.required = false
  })
  await tabTo(page, '#flag-remark')
  await page.keyboard.type('买家要改地址')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#alerts').textContent()).toContain('要填')
  expect(await page.locator('#terms-due').getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('#flag-remark').inputValue()).toBe('买家要改地址')
  expect(await kindsOf(id)).toEqual([])
  await page.locator('#terms-due').fill('2026-11-24')
  await tabTo(page, '#terms-note')
  await page.keyboard.type('新地址')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('h1').textContent()).toContain('暂缓到 11-24 周二')
  expect(await holdsOf(id)).toMatchObject([{ dueOn: '2026-11-24', note: '新地址', state: 'open' }])
  await page.locator('#release-flag').check()
  await page.locator('#release-remark').fill('地址给了')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('h1').textContent()).toBe('今天发')
})

test('HOLD-4 from the holds page to one hold and back', async () => {
  const { order, hold } = await heldOrder(site.world)
  const page = await pageAt('/holds')
  await page.locator(`td.act a[href="/holds/${hold.id}"]`).click()
  await page.locator('#postpone summary').click()
  await page.locator('#postpone-due').fill('2026-11-26')
  await page.locator('#postpone-why').fill('买家出差')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/holds')
  expect(await page.locator('#coming').textContent()).toContain(order.tid)
})

test('ORD-4 one box: results while typing, Enter opens the one order', async () => {
  const order = await addOrder(site.world, site.world.shopA, { summary: '只此一件' })
  const page = await pageAt('/find')
  await page.keyboard.type('只此')
  await expect.poll(() => page.locator('#found').textContent()).toContain(order.tid)
  await page.locator('[name=q]').fill(order.tid.slice(-6))
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/orders/${order.id}`)
})

test('the pages fit a phone, a narrow window and an office screen, in both languages; axe finds nothing serious', async () => {
  const { order, hold } = await heldOrder(site.world)
  await promiseGift(site.world.as('小满'), order.id, { what: '洗衣袋', quantity: 1 })
  for (const wish of [{ width: 360, lang: 'en' }, { width: 455 }, { width: 1366, lang: 'en' }] as const) {
    const page = await pageAt('/orders', wish)
    for (const path of ['/orders', `/orders/${order.id}`, '/holds', `/holds/${hold.id}`, '/find?q=t']) {
      await page.goto(`${site.url}${path}`)
      const spills = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, wish.width, spills]).toEqual([path, wish.width, 0])
      expect([path, await seriousProblems(page)]).toEqual([path, []])
    }
  }
})
