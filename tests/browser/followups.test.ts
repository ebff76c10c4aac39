import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followups } from '../../db/schema.ts'
import { planCampaign } from '../../src/features/campaigns/index.ts'
import { openFollowup, sweepUnpaid } from '../../src/features/followups/index.ts'
import { addOrder, at } from '../world.ts'
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

async function pageAt(path: string, wish: PageWish = {}, who = '小满'): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, who)
  await page.goto(`${site.url}${path}`)
  return page
}
const noted = (buyer: string) => site.world.store.read.select().from(followups).where(eq(followups.buyer, buyer))
const put = (buyer: string, more: object = {}) =>
  openFollowup(site.world.as('小满'), site.world.shopA.id, {
    kind: 'lost',
    reason: 'price',
    buyer,
    said: '嫌贵',
    ...more,
  })

test('DAY-2 a lost buyer is noted by keyboard alone: buyer, why, one line, Enter; never while composing', async () => {
  const page = await pageAt('/followups')
  await page.keyboard.press('n')
  await page.keyboard.type('木木小屋7')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Input.imeSetComposition', { text: 'mingtian', selectionStart: 8, selectionEnd: 8 })
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 }) // prettier-ignore
  await devtools.send('Input.insertText', { text: '明天再问' })
  expect(await noted('木**7')).toEqual([])
  await page.keyboard.press('Enter')
  await page.locator('.toast', { hasText: '记下了' }).waitFor()
  expect(await noted('木**7')).toMatchObject([{ kind: 'lost', reason: 'price', said: '明天再问', state: 'open' }])
  expect(await page.locator('#buyer').inputValue()).toBe('')
  expect(await page.locator('#coming').textContent()).toContain('明天再问')
})

test('DAY-2 the same buyer again: what was typed stays, the open one is shown, a second press notes it', async () => {
  await put('橙子小屋1')
  const page = await pageAt('/followups')
  await page.locator('#buyer').fill('橙子小屋1')
  await page.locator('.reasons input[value=size]').first().check()
  await page.locator('#said').fill('换一款看看')
  await page.locator('#said').press('Enter')
  await page.locator('.twins').waitFor()
  expect(await page.locator('.twins').textContent()).toContain('嫌贵')
  expect(await page.locator('#said').inputValue()).toBe('换一款看看')
  await page.locator('.twins button').click()
  await page.locator('.toast').waitFor()
  expect((await noted('橙**1')).map(({ said }) => said).sort()).toEqual(['嫌贵', '换一款看看'])
})

test('DAY-2 an unpaid order is contacted from its row and ended as lost with a reason', async () => {
  const { world } = site
  await addOrder(world, world.shopA, { state: 'unpaid', paidAt: null, buyer: '付**1' })
  await sweepUnpaid(world.clockContext(), world.shopA)
  const page = await pageAt('/followups?kind=unpaid')
  await page.locator('a', { hasText: '联系' }).last().click()
  await page.locator('#contact-said').fill('说晚上付')
  await page.locator('.contact .clock').fill('20:00')
  await page.locator('#contact-said').press('Enter')
  await expect.poll(() => page.locator('#later').textContent()).toContain('说晚上付')
  await page.locator('td a[href^="/followup/"]', { hasText: '付**1' }).click()
  await page.locator('.ending input[value=lost]').check()
  await page.locator('.ending input[value=elsewhere]').check()
  await page.locator('#end-said').fill('别家便宜')
  await page.locator('#end-said').press('Enter')
  await expect.poll(() => page.locator('h1').textContent()).toContain('别家便宜')
  expect(await noted('付**1')).toMatchObject([{ state: 'lost', reason: 'elsewhere' }])
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect.poll(() => page.locator('h1').textContent()).toContain('再联系')
})

test('a campaign is planned in the browser and its answer copied by an agent', async () => {
  const lead = await pageAt('/campaigns', {}, '木樨')
  if (!(await lead.locator('#name').isVisible())) await lead.keyboard.press('n')
  await lead.locator('#name').fill('周末满减')
  await lead.locator('[name=startDay]').fill('2026-11-20')
  await lead.locator('[name=startTime]').fill('10:00')
  await lead.locator('#answers').fill('满 300 减 40')
  await lead.locator('.planning button').click()
  await lead.locator('h1', { hasText: '1 个活动进行中' }).waitFor()
  const agent = await pageAt('/campaigns')
  await agent.locator('.campaign [data-copy]').click()
  await agent.locator('[data-copied]').waitFor()
})

test('the pages fit a phone, a narrow window and an office screen, in both languages; axe finds nothing serious', async () => {
  const { world } = site
  const { id } = await put('蓝蓝小屋9', { nextAt: at('15:00') })
  await addOrder(world, world.shopA, { buyer: '新**1', receiver: '新*', phone: '139****0001', paidAt: at('13:00') })
  const times = { startsAt: at('10:00'), endsAt: at('10:00', '2026-11-22') }
  const texts = { name: '双十一返场', rules: '满 300 减 40', coupons: '', answers: '拍下自动减' }
  const campaign = await planCampaign(world.as('木樨'), world.shopA.id, { ...texts, ...times, bigDay: true })
  const paths = ['/followups', `/followups?open=${id}`, '/followups?kind=self_service', '/followups?q=x', `/followup/${id}`, '/campaigns', `/campaign/${campaign.id}`] // prettier-ignore
  for (const wish of [{ width: 360, lang: 'en' }, { width: 455 }, { width: 1366, lang: 'en' }] as const) {
    const page = await pageAt('/followups', wish, '木樨')
    for (const path of paths) {
      await page.goto(`${site.url}${path}`)
      const spills = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, wish.width, spills]).toEqual([path, wish.width, 0])
      expect([path, await seriousProblems(page)]).toEqual([path, []])
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
    }
  }
})
