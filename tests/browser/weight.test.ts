/** What a first visit costs a slow line: everything that comes over the wire, counted between browser and server. */
import { connect, createServer, type AddressInfo } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assetHref } from '../../src/core/assets.ts'
import { addWall } from '../../src/features/wall/actions.ts'
import { publish } from '../days/scene.ts'
import { givePassword, PASSWORD } from '../people/visitor.ts'
import { addOrder, at } from '../world.ts'
import { launchBrowser, newPage } from './chromium.ts'
import { openSite, type Site } from './server.ts'

const MOST = 60_000 // bytes, heads of answers included

let browser: Browser
let site: Site
let wire: Awaited<ReturnType<typeof openWire>>
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite({ live: true })])
  wire = await openWire(Number(new URL(site.url).port))
  await publish(site.world, { 小满: 'day', 阿北: 'night' })
  for (let i = 0; i < 40; i++)
    await addOrder(site.world, site.world.shopA, { flag: ['red', 'blue', 'green'][i % 3]!, receiver: `买家${i}*` })
  site.world.clock.now = at('15:10')
})
afterAll(async () => {
  await browser.close()
  await wire.close()
  await site.close()
})

/** Passes on what goes to and fro, counts what comes and keeps what is asked. */
async function openWire(port: number) {
  let bytes = 0
  let asked = ''
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    near.on('data', (chunk) => (asked += chunk.toString('latin1')))
    far.on('data', (chunk) => (bytes += chunk.length))
    near.pipe(far).pipe(near)
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isAsked: (path: string) => asked.includes(`GET ${path}`),
    bytes: () => bytes,
    forget: () => void ([bytes, asked] = [0, '']),
    close: () => new Promise((done) => server.close(done)),
  }
}

/** A browser that was never here; it goes nowhere else. */
async function newcomer(): Promise<Page> {
  wire.forget()
  const page = await newPage(browser)
  page.context().on('request', (request) => expect(request.url()).toMatch(new RegExp(`^(${wire.url}/|data:)`)))
  return page
}

/** All that came until the last thing was asked that a page asks by itself. */
async function bytesUntil(path: string): Promise<number> {
  await expect.poll(() => wire.isAsked(path)).toBe(true)
  return wire.bytes()
}

test.each(['小满', '松针', '木樨'])(
  'a first visit of %s, from the door to their board, is at most 60 KB',
  async (handle) => {
    await givePassword(site.world, handle)
    const page = await newcomer()
    await page.goto(`${wire.url}/sign-in`)
    await page.locator('[name=handle]').fill(handle)
    await page.locator('[name=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/board')
    await page.locator('.bar .plate time:not(:empty)').waitFor() // its scripts have run
    const bytes = await bytesUntil('/live?')
    expect(bytes).toBeGreaterThan(30_000) // it was all counted
    expect(bytes).toBeLessThanOrEqual(MOST)
  },
)

test('a wall is at most 60 KB', async () => {
  const token = await addWall(site.world.as('木樨'), site.world.shopA.id, '仓库')
  const page = await newcomer()
  await page.goto(`${wire.url}/wall/${token}`)
  await page.locator('.turn[data-shown]').waitFor()
  const bytes = wire.bytes()
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(MOST)
})

test('styles without comments and spaces say to a browser what was written', async () => {
  const page = await newPage(browser, { expect: /404/ })
  await page.goto(`${site.url}/nowhere`)
  const said = (text: string) =>
    page.evaluate<string[]>(`(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(${JSON.stringify(text)})
      return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, ' '))
    })()`)
  const css = await (await fetch(site.url + assetHref('board.css'))).text()
  const served = await said(css)
  const dir = new URL('../../public/css/', import.meta.url)
  const first = ['tokens.css', 'base.css', 'widgets.css']
  const names = [...first, ...readdirSync(dir).filter((name) => !first.includes(name)).sort()] // prettier-ignore
  const written = await said(names.map((name) => readFileSync(new URL(name, dir), 'utf8')).join('\n'))
  expect(served.length).toBeGreaterThan(20)
  expect(served.join('\n') === written.join('\n')).toBe(true)
})
