/**
 * Looks at a page: npm exec -- tsx tests/browser/shoot.ts /orders out.png --as 小满 --lang en --width 390 --dark --grey
 * --at 16:41 --full. Starts a world of its own with some orders, unless --url says where a board is running.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser, openPage } from './chromium.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string', default: '木樨' },
    lang: { type: 'string', default: 'zh' },
    width: { type: 'string', default: '1366' },
    height: { type: 'string', default: '768' },
    at: { type: 'string', default: '15:00' },
    url: { type: 'string' },
    dark: { type: 'boolean', default: false },
    grey: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
})
const [path = '/', file = 'page.png'] = positionals

process.env.DATABASE_URL ??= join(mkdtempSync(join(tmpdir(), 'zaowan-')), 'test.db') // before the schema is imported
const site = values.url ? undefined : await (await import('./server.ts')).openSite()
if (site) {
  const { addOrder, at } = await import('../world.ts')
  for (const flag of ['red', 'yellow', 'grey', 'green', 'purple', 'grey'])
    await addOrder(site.world, site.world.shopA, { flag })
  site.world.clock.now = at(values.at)
}

const browser = await launchBrowser()
const { page, complaints } = await openPage(browser, {
  lang: values.lang === 'en' ? 'en' : 'zh',
  width: Number(values.width),
  height: Number(values.height),
  scheme: values.dark ? 'dark' : 'light',
})
await site?.signInAs(page, values.as)
await page.goto(`${values.url ?? site!.url}${path}`)
if (values.grey) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' })
}
await page.screenshot({ path: file, fullPage: values.full })
console.log(file, ...complaints)
await browser.close()
await site?.close()
