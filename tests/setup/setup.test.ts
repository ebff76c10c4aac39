import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activity, people, shops } from '../../db/schema.ts'
import { createApp } from '../../src/app.tsx'
import { clockwork, makeContext } from '../../src/core/context.ts'
import { migrate } from '../../src/core/migrate.ts'
import { openStore, type Store } from '../../src/core/store.ts'
import type { World } from '../../src/core/web.ts'
import { becomeOwner, openShop } from '../../src/features/setup/actions.ts'
import { announceSetup, isSetUp } from '../../src/features/setup/index.ts'
import { PASSWORD, visitor } from '../people/visitor.ts'
import { at } from '../world.ts'

let store: Store
let world: World
let board: Parameters<typeof visitor>[0]
beforeAll(async () => {
  store = openStore(process.env.DATABASE_URL!)
  await migrate(store)
  world = { store, clock: () => at('15:00'), demo: false, secure: false, dataDir: '/tmp', layDemo: async () => {} }
  board = { app: createApp(world) }
})
afterAll(() => store.close())

const shopForm = { name: '澄野家居', code: 'CY', platform: 'tmall', cutoff: '16:00', restDays: ['6', '7'] }
const you = { handle: '南星', password: PASSWORD, again: PASSWORD }
const where = (answer: Response) => answer.headers.get('location')
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
const context = () => makeContext({ store, who: clockwork, now: at('15:00') })
const here = { stationToken: undefined, sessionId: undefined, address: 'test' }

describe('an empty board', () => {
  test('shows two doors: set up my shop, or look around in the demo', async () => {
    const page = await visitor(board).page('/')
    expect(page).toContain('开自己的店')
    expect(page).toContain('action="/demo"')
    expect(page).not.toContain('action="/sign-in"')
  })

  test('prints a new token at each start, and only the newest opens', async () => {
    const first = (await announceSetup(store))!
    const second = (await announceSetup(store))!
    expect(second).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    const old = await visitor(board).post('/setup/token', { token: first }, { 'hx-request': 'true' })
    expect([old.status, await old.text()]).toEqual([422, expect.stringContaining('令牌不对')])
    expect(where(await visitor(board).post('/setup/token', { token: second }))).toBe('/setup')
    const typed = ` ${second.toUpperCase().replaceAll('-', ' ')} `
    expect(where(await visitor(board).post('/setup/token', { token: typed }))).toBe('/setup')
  })

  test('lets nobody in without the token, and has no default password', async () => {
    const stranger = visitor(board)
    expect(where(await stranger.get('/setup'))).toBe('/')
    expect((await stranger.post('/setup/shop', shopForm)).status).toBe(403)
    expect((await stranger.post('/setup/you', you)).status).toBe(403)
    expect((await stranger.post('/setup/people', { lines: '小满 客服' })).status).toBe(303)
    for (const password of ['', 'admin', 'password', 'zaowan'])
      expect((await stranger.post('/sign-in', { handle: 'admin', password })).status).toBe(422)
    expect(await store.read.$count(people)).toBe(0)
    expect(await store.read.$count(shops)).toBe(0)
  })
})

describe('the steps', () => {
  const owner = { ask: undefined as unknown as ReturnType<typeof visitor>, token: '' }
  const step = async () => /aria-current="step"><h3>([^<]+)/.exec(await owner.ask.page('/setup'))?.[1]

  test('token → shop → oneself, who is then signed in as manager and admin', async () => {
    owner.token = (await announceSetup(store))!
    owner.ask = visitor(board)
    await owner.ask.post('/setup/token', { token: owner.token })
    expect(await step()).toBe('店铺')
    expect(where(await owner.ask.post('/setup/shop', shopForm))).toBe('/setup')
    expect(await step()).toBe('你自己')
    expect((await owner.ask.post('/setup/you', { ...you, again: 'x' })).status).toBe(422)
    expect((await owner.ask.post('/setup/you', { ...you, password: '12345678', again: '12345678' })).status).toBe(422)
    expect(where(await owner.ask.post('/setup/you', you))).toBe('/setup')
    expect(await step()).toBe('人员')
    const [person] = await store.read.select().from(people)
    expect(person).toMatchObject({ handle: '南星', roles: ['manager', 'admin'] })
    const told = await store.read.select().from(activity).orderBy(activity.seq)
    expect(told.map((row) => [row.actor, row.kind])).toEqual([
      ['第一次运行', 'shop.added'],
      ['南星', 'person.added'],
    ])
  })

  test('the token is used up: it opens nothing more, and a new start prints none', async () => {
    expect((await visitor(board).post('/setup/token', { token: owner.token })).status).toBe(422)
    const stranger = visitor(board)
    stranger.jar.set('zaowan-setup', owner.token)
    expect((await stranger.post('/setup/you', { ...you, handle: '别人' })).status).toBe(403)
    expect(where(await stranger.get('/setup'))).toBe('/')
    expect(await announceSetup(store)).toBeUndefined()
  })

  test('stopped in the middle, it goes on where it was: after signing in, from any computer', async () => {
    const elsewhere = visitor(board)
    expect(where(await elsewhere.get('/'))).toBe('/sign-in')
    await elsewhere.signIn('南星')
    expect(where(await elsewhere.get('/'))).toBe('/setup')
    owner.ask = elsewhere
    expect(await step()).toBe('人员')
  })

  test('people by pasted lines show their links once and lead on', async () => {
    const answer = await owner.ask.post('/setup/people', { lines: '小满 客服\n松针 仓库' })
    const page = await answer.text()
    expect([...page.matchAll(/value="http:\/\/board\.example\/invite\//g)]).toHaveLength(2)
    expect(page).toContain('接着做下一步')
    expect(await step()).toBe('班次')
  })

  test('shifts, then the import: the wizard is over and / leads to the work', async () => {
    const shifts = { dayFrom: '09:00', dayTo: '18:00', nightFrom: '17:00', nightTo: '01:00' }
    await owner.ask.post('/setup/shifts', shifts)
    expect(await step()).toBe('首次导入')
    expect((await store.read.select().from(shops))[0]!.shifts.night).toEqual({ from: '17:00', to: '01:00' })
    expect(where(await owner.ask.post('/setup/finish', { to: '/imports' }))).toBe('/imports')
    expect(where(await owner.ask.get('/setup'))).toBe('/')
    expect(where(await owner.ask.get('/'))).toBe('/board')
    expect(await isSetUp(store.read)).toBe(true)
  })

  test('packers begin at their board; a finish that leads elsewhere leads home', async () => {
    const shown = await (await owner.ask.post('/people', { lines: '石榴 仓库', shops: await shopId() })).text()
    const packer = visitor(board)
    await packer.post(/\/invite\/[\w-]+/.exec(shown)![0], { password: PASSWORD, again: PASSWORD })
    expect(where(await packer.get('/'))).toBe('/board')
    expect(where(await owner.ask.post('/setup/finish', { to: 'https://evil.example' }))).toBe('/')
  })

  const shopId = async () => (await store.read.select().from(shops))[0]!.id
})

test('two browsers with the token at once: one shop, one first person', async () => {
  await store.write((tx) => tx.update(people).set({ disabledAt: 1 }))
  const token = await announceSetup(store)
  expect(await code(openShop(context(), token, { code: 'ZZ', name: '又一家' }))).toBe('conflict')
  const both = await Promise.all(
    ['云舟', '青禾'].map((handle) => code(becomeOwner(context(), token, { handle, password: PASSWORD }, here))),
  )
  expect(both.filter((answer) => answer === 'done')).toHaveLength(1)
})
