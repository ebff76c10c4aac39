/** Every page that somebody can open has its help, and one press leads to it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles, type Role } from '../../src/access.ts'
import { allRoutes } from '../../src/app.tsx'
import type { Route } from '../../src/feature.ts'
import { features } from '../../src/features.ts'
import { helpOn, mayOpen } from '../../src/features/help/pages.ts'
import { furnish, type Foreign } from '../foreign.ts'
import { placeIn } from '../places.ts'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
let b: Foreign
let browsers: Awaited<ReturnType<TestWorld['browserOf']>>[]
beforeAll(async () => {
  w = await openWorld()
  b = await furnish(w)
  browsers = [await w.browserOf('外店'), await w.browserOf('管家')] // between them they have every role
})
afterAll(() => w.close())

const someone = (role: Role) => ({ id: 'somebody', roles: [role] })
const nobody = { id: null, roles: [] }

/** Shown only before there is a shop, in the demo, or with a fresh link: a furnished board leads elsewhere. */
const shownBefore = ['/', '/setup', '/demo/roles', '/invite/:token']
/** No pages of the board: a screen read from five metres, a letter as it would arrive. */
const withoutReader = ['/wall/:token', '/report-route/preview']

async function pageAt(route: Route): Promise<string | undefined> {
  const { path } = placeIn(b, route)
  for (const browser of browsers) {
    const response = await browser.get(path)
    const body = await response.text()
    if (response.status === 200 && body.startsWith('<!doctype html>')) return body
  }
  return undefined
}

function readersWithout(route: Route): string[] {
  const readers = route.door === 'anyone' ? [nobody] : roles.map(someone)
  const left = readers.filter((who) => mayOpen(features, who, route.path) && !helpOn(features, who, route.path))
  return left.map(({ roles: [role = 'anyone'] }) => `${route.path} for ${role}`)
}

test.runIf(process.env.ENGINE === 'sqlite')('every page has its help, and a link to it in its head', async () => {
  const without: string[] = []
  for (const route of allRoutes().filter(({ method, path }) => method === 'get' && !withoutReader.includes(path))) {
    if (shownBefore.includes(route.path)) {
      without.push(...readersWithout(route))
      continue
    }
    const page = await pageAt(route)
    if (!page && features.some(({ help = [] }) => help.some(({ path }) => path === route.path)))
      without.push(`${route.path} did not open`)
    if (!page) continue
    without.push(...readersWithout(route))
    if (!page.includes(`href="/help?on=${route.path}"`)) without.push(`no link on ${route.path}`)
  }
  expect(without).toEqual([])
})

test('it opens over the page for a script, and as a page without one', async () => {
  const agent = await w.browserOf('小满')
  const page = await (await agent.get('/help?on=/holds')).text()
  const part = await (await agent.get('/help?on=/holds', { 'hx-request': 'true' })).text()
  expect([page.startsWith('<!doctype html>'), page.includes('<h1>帮助：暂缓</h1>')]).toEqual([true, true])
  expect([part.startsWith('<div'), part.includes('帮助：暂缓')]).toEqual([true, true])
})

test('the same page tells each reader about their own work', async () => {
  const titleFor = async (handle: string) =>
    /帮助：([^<]+)<\/h1>/.exec(await (await (await w.browserOf(handle)).get('/help?on=/board')).text())?.[1]
  expect([await titleFor('小满'), await titleFor('松针'), await titleFor('木樨')]).toEqual([
    '客服看板',
    '仓库看板',
    '主管看板',
  ])
})

test('a page that one may not open is not explained, and not listed', async () => {
  const agent = await w.browserOf('小满')
  expect(await (await agent.get('/help?on=/robots')).text()).not.toContain('群机器人')
  expect(await (await (await w.browserOf('南星')).get('/help')).text()).toContain('/help?on=/robots')
})

test('whoever is not signed in reads about the page they are on, and nothing else', async () => {
  const reply = await w.app.request('/help?on=/sign-in', { headers: { 'accept-language': 'en' } })
  const text = await reply.text()
  expect([reply.status, text.includes('Help: Sign in'), text.includes('/help/cards')]).toEqual([200, true, false])
  expect(await (await w.app.request('/help?on=/orders')).text()).not.toContain('订单')
})

test('an address of nowhere leads to the help of the house', async () => {
  const reply = await (await w.browserOf('小满')).get('/help?on=//evil.example/%3Cscript%3E')
  expect([reply.status, (await reply.text()).includes('<h1>帮助</h1>')]).toEqual([200, true])
})
