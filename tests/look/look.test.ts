/** How pages look on one computer. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givePassword, visitor } from '../people/visitor.ts'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  await givePassword(w, '小满')
})
afterAll(() => w.close())

const rootOf = (html: string) => /<html[^>]*>/.exec(html)![0]

test('a look is chosen in two presses, stands in every page from the first byte, and stays when one signs out', async () => {
  const browser = visitor(w)
  await browser.signIn('小满')
  expect(rootOf(await browser.page('/board'))).toBe('<html lang="zh-CN">')
  await browser.post('/me/look', { theme: 'dark' })
  await browser.post('/me/look', { space: 'compact' })
  const chosen = '<html lang="zh-CN" data-theme="dark" data-space="compact">'
  for (const path of ['/board', '/me', '/nowhere']) expect(rootOf(await browser.page(path))).toBe(chosen)
  await browser.post('/sign-out')
  expect(rootOf(await browser.page('/sign-in'))).toBe(chosen)
  await browser.signIn('小满')
  await browser.post('/me/look', { theme: 'system' })
  expect(rootOf(await browser.page('/board'))).toBe('<html lang="zh-CN" data-space="compact">')
})

test('another computer of the same person keeps its own look', async () => {
  const [office, phone] = [visitor(w), visitor(w)]
  for (const browser of [office, phone]) await browser.signIn('小满')
  await office.post('/me/look', { space: 'compact' })
  expect(rootOf(await phone.page('/board'))).toBe('<html lang="zh-CN">')
})

test('what is no look is refused, and a cookie somebody wrote is read as none', async () => {
  const browser = visitor(w)
  await browser.signIn('小满')
  expect((await browser.post('/me/look', { theme: '"><b>' })).status).toBe(422)
  browser.jar.set('zaowan-look', '"><script>-neon')
  expect(rootOf(await browser.page('/board'))).toBe('<html lang="zh-CN">')
})
