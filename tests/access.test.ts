/** WHO-1, WHO-2: every route × every role × another shop's ids. New routes are walked by themselves. */
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people, personShops, sessions } from '../db/schema.ts'
import { access, may, roles, type Role } from '../src/access.ts'
import { allRoutes, createApp } from '../src/app.tsx'
import type { Route } from '../src/feature.ts'
import { hashed, newToken, sessionCookie } from '../src/features/people/sessions.ts'
import { everythingOf, furnish, MARK, OTHER_TID, type Foreign } from './foreign.ts'
import { dressed, placeIn } from './places.ts'
import { openWorld, type TestWorld } from './world.ts'

/** Open to everybody in the street, on purpose. Whoever adds one says so here. */
const openDoors = [
  'GET /assets/:hash/:name',
  'GET /now',
  'GET /',
  'GET /setup',
  'POST /setup/token',
  'POST /setup/shop',
  'POST /setup/you',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-out',
  'GET /invite/:token',
  'GET /help', // signed out it tells about the page one is on, and nothing of the shop
  'POST /invite/:token',
  'GET /healthz',
  'GET /readyz',
  'POST /demo',
  'GET /demo',
  'GET /demo/roles',
  'POST /demo/roles',
  'POST /demo/leave',
  'GET /demo/sample.csv',
  'POST /demo/next',
  'POST /demo/look',
  'POST /demo/again',
  'GET /demo/bar',
  'GET /wall/:token',
  'GET /wall/:token/live',
  'GET /wall/:token/now',
]

/**
 * Filled into every form, so that it is the shop and not an empty field that refuses. Where a field takes an id, it is
 * one of shop B.
 */
const form = (b: Foreign): Record<string, string | string[]> => ({
  shop: b.shopId,
  shops: b.shopId,
  person: b.personId,
  heir: b.personId,
  of: b.personId,
  order: b.orderId,
  orderId: b.orderId,
  shipment: b.shipmentId,
  id: b.orderId,
  ids: [b.orderId],
  tid: b.tid,
  code: b.tid,
  scan: b.tid,
  text: '一句话',
  remark: '一句话',
  why: '一句话',
  ending: '一句话',
  note: '一句话',
  said: '一句话',
  line: '一句话',
  how: '转账 20261120001',
  result: '一句话',
  state: 'waiting_buyer',
  row: `${b.entryId} `,
  deed: 'done',
  outcome: 'dropped',
  startDay: '2026-11-25',
  startTime: '10:00',
  endDay: '2026-11-26',
  endTime: '10:00',
  what: '杯垫',
  quantity: '1',
  campaign: b.campaignId,
  planned: '5',
  importedAt: '1',
  kind: 'note',
  flag: 'red',
  reason: 'information',
  dueOn: '2026-11-25',
  day: '2026-11-25',
  time: '12:00',
  sheet: 'picking',
  roles: 'agent',
  name: '店',
  email: '',
  staffNumber: '',
  lines: '',
  language: 'zh',
  to: '/',
  title: '打包台搬了',
  body: '在二楼',
  expiresOn: '2026-11-25',
  until: '1',
  at: '1',
  quiet: 'off',
})

let w: TestWorld
let b: Foreign
let before: string
/** Somebody of shop A for each role: a person who has that role and no other. */
const personWith = {} as Record<Role, string>

beforeAll(async () => {
  w = await openWorld()
  b = await furnish(w)
  for (const role of roles)
    await w.store.write(async (tx) => {
      const row = { handle: `甲${role}`, handleKey: `甲${role}`, roles: [role], hue: 1, createdAt: 1 }
      const [person] = await tx.insert(people).values(row).returning()
      await tx.insert(personShops).values({ personId: person!.id, shopId: w.shopA.id })
      personWith[role] = person!.id
    })
  before = await everythingOf(w.store, b)
})
afterAll(() => w.close())

type Answer = { status: number; location: string; body: string }

async function ask(
  route: Route,
  path: string,
  role: Role | undefined,
  more: Record<string, string> = {},
): Promise<Answer> {
  const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin', host: 'board.example', ...more }
  if (role) headers.cookie = `${sessionCookie(w.world)}=${await openSession(role)}`
  const init: RequestInit = { method: route.method.toUpperCase(), headers, redirect: 'manual' }
  if (route.method === 'post') init.body = bodyOf()
  const response = await w.app.request(`http://board.example${path}`, init)
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    body: await response.text(),
  }
}

/** A session for one request: some requests end theirs. */
async function openSession(role: Role) {
  const token = newToken()
  const times = { createdAt: w.clock.now, seenAt: w.clock.now }
  const session = { id: hashed(token), personId: personWith[role], shopId: w.shopA.id, ...times }
  await w.store.write((tx) => tx.insert(sessions).values(session))
  return token
}

function bodyOf() {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form(b))) for (const v of [value].flat()) body.append(name, v)
  return body
}

/** What nobody outside shop B may read. */
function expectNothingOfB(answer: Answer, asked: string) {
  for (const secret of [MARK, OTHER_TID]) {
    const at = answer.body.indexOf(secret)
    const around = at < 0 ? '' : answer.body.slice(Math.max(0, at - 80), at + 80)
    expect(around, `${asked} shows data of the other shop`).toBe('')
  }
  expect(answer.status, `${asked} failed: ${answer.body.slice(0, 300)}`).toBeLessThan(500)
}

const mayPass = (route: Route, role: Role) =>
  route.door === 'anyone' || route.door === 'person' || may({ roles: [role] }, route.door)

test('every route that is mounted has a row with a door', () => {
  const rows = new Set(allRoutes().map(dressed))
  const mounted = createApp(w.world).routes.filter((route) => route.method !== 'ALL')
  expect(mounted.map((route) => `${route.method} ${route.path}`).filter((name) => !rows.has(name))).toEqual([])
  for (const route of allRoutes())
    expect(['anyone', 'person', ...Object.keys(access)], dressed(route)).toContain(route.door)
})

test('what is open to everybody is open on purpose', () => {
  const open = allRoutes().filter((route) => route.door === 'anyone')
  expect(open.map(dressed).filter((name) => !openDoors.includes(name))).toEqual([])
})

describe.each(allRoutes().map((route) => [dressed(route), route] as const))('%s', (name, route) => {
  test('WHO-1 signed out: to the sign-in, unless it is open', async () => {
    const { path } = placeIn(b, route)
    const answer = await ask(route, path, undefined)
    expectNothingOfB(answer, name)
    if (route.door === 'anyone') return
    expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/sign-in/)])
    const inPlace = await ask(route, path, undefined, { 'hx-request': 'true' })
    expect(inPlace.status).toBe(401)
  })

  test('WHO-1 each role: refused without the right, whatever the id', async () => {
    const { path } = placeIn(b, route)
    for (const role of roles.filter((one) => !mayPass(route, one))) {
      const answer = await ask(route, path, role)
      expect([role, answer.status]).toEqual([role, 403])
      expectNothingOfB(answer, `${name} as ${role}`)
    }
  })

  test('WHO-2 each role with the right: another shop’s id is not found, nothing of it is shown or changed', async () => {
    const { path, isForeign } = placeIn(b, route)
    for (const role of roles.filter((one) => mayPass(route, one))) {
      const answer = await ask(route, path, role)
      expectNothingOfB(answer, `${name} as ${role}`)
      if (isForeign) {
        const fields = [...answer.body.matchAll(/<li>(\w+):/g)].map((m) => m[1]).join(', ')
        const hint = fields && `the form was refused first: fill ${fields} in the form of tests/access.test.ts`
        expect([role, answer.status], hint).toEqual([role, 404])
      }
      if (route.method !== 'get') continue
      for (const query of [
        `shop=${b.shopId}`,
        `q=${b.tid}`,
        `q=${encodeURIComponent(MARK)}`,
        `order=${b.orderId}&id=${b.orderId}`,
      ])
        expectUnshown(await ask(route, `${path}?${query}`, role), `${name}?${query} as ${role}`)
    }
    expect(await everythingOf(w.store, b)).toBe(before)
  })

  test.runIf(route.method !== 'get')('refuses what another site sends', async () => {
    const { path } = placeIn(b, route)
    const role = roles.find((one) => mayPass(route, one))!
    const elsewhere = { 'sec-fetch-site': 'cross-site' }
    const older = { 'sec-fetch-site': '', origin: 'https://evil.example' }
    const silent = { 'sec-fetch-site': '' }
    const sibling = { 'sec-fetch-site': 'same-site', origin: 'https://other.board.example' }
    for (const headers of [elsewhere, older, silent, sibling])
      expect((await ask(route, path, role, headers)).status, JSON.stringify(headers)).toBe(403)
  })
})

/** A search repeats what was asked for, in its field: what is found is what must not show. */
function expectUnshown(answer: Answer, asked: string) {
  const echoed = [MARK, encodeURIComponent(MARK)]
  const body = echoed.reduce((text, word) => text.replaceAll(`value="${word}"`, 'value=""'), answer.body)
  expectNothingOfB({ ...answer, body }, asked)
}

test('every path suits the fast router: no fixed word where another path has a parameter', () => {
  const router = new RegExpRouter<string>()
  for (const { method, path } of allRoutes()) router.add(method.toUpperCase(), path, path)
  expect(() => router.match('GET', '/')).not.toThrow()
})
