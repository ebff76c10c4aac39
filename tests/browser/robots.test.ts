import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealWith } from '../../src/core/sealing.ts'
import { deliverOutbox } from '../../src/core/outbox.ts'
import { robotSender } from '../../src/features/robots/index.ts'
import { makeContext, clockwork } from '../../src/core/context.ts'
import { openPlatform, SECRET, TOKEN, type Platform } from '../robots/platform.ts'
import { launchBrowser, openPage } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let site: Site
let browser: Browser
let platform: Platform
beforeAll(async () => {
  ;[site, browser, platform] = await Promise.all([openSite(), launchBrowser(), openPlatform()])
  const { world } = site.world
  Object.assign(world, { seal: sealWith(Buffer.alloc(32, 3)), robotOrigins: [platform.origin] })
  const send = robotSender(world)!
  world.sweepNow = () =>
    deliverOutbox(makeContext({ store: world.store, who: clockwork, now: world.clock() }), { robot: send })
})
afterAll(async () => {
  await browser.close()
  await site.close()
  await platform.close()
})

const narrow = { lang: 'zh', width: 390, height: 844, scheme: 'light' } as const

test('Chat robots: pasted on a phone, tried, and its real answer comes to the page in words by itself', async () => {
  const { page, complaints } = await openPage(browser, narrow)
  await site.signInAs(page, '南星')
  await page.goto(`${site.url}/robots`)
  await page.getByLabel('名称').fill('值班群')
  await page.getByLabel('Webhook 地址').fill(platform.urls.dingtalk)
  await page.getByLabel('加签密钥').fill(SECRET)
  await page.getByRole('button', { name: '加上' }).click()
  await page.getByRole('heading', { level: 1, name: '值班群' }).waitFor()

  platform.next.push({ body: { errcode: 310000, errmsg: 'sign not match' } })
  await page.getByRole('button', { name: /发一行试试/ }).click()
  await page.getByText('签名没对上').waitFor()
  await page.getByRole('button', { name: /发一行试试/ }).click()
  await page.getByText('平台收下了').waitFor()

  const seen = await page.content()
  for (const secret of [TOKEN, SECRET]) expect(seen).not.toContain(secret)
  await page.goto(`${site.url}/robots`)
  const choice = page.getByLabel('暂缓 · 值班群')
  await choice.selectOption('calm')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('保存好了').waitFor()
  expect(await choice.inputValue()).toBe('calm')
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
})

test('Chat robots: a wrong address is refused at its field, and what was typed stays', async () => {
  const { page } = await openPage(browser, { ...narrow, width: 1366, height: 768 })
  await site.signInAs(page, '管家')
  await page.goto(`${site.url}/robots`)
  await page.keyboard.press('n')
  await page.getByLabel('名称').fill('新群')
  await page.getByLabel('Webhook 地址').fill('https://example.com/hook')
  await page.getByRole('button', { name: '加上' }).click()
  await page.locator('[data-error=address]', { hasText: '这不是群机器人的 Webhook 地址' }).waitFor()
  expect(await page.getByLabel('名称').inputValue()).toBe('新群')
})
