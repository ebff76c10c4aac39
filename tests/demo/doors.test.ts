import { afterAll, beforeAll, expect, test } from 'vitest'
import { people, sessions } from '../../db/schema.ts'
import { createApp } from '../../src/app.tsx'
import { eitherOf } from '../../src/demo.ts'
import { isSetUp } from '../../src/features/setup/index.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { visitorOf } from './visitor.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

test('outside of the demo nobody becomes anybody without a password', async () => {
  const visitor = visitorOf((request) => w.app.request(request))
  const before = await w.store.read.$count(sessions)
  for (const answer of [
    await visitor.get('/demo/roles'),
    await visitor.post('/demo/roles', { face: 'manager' }),
    await visitor.get('/demo/sample.csv'),
    await visitor.get('/demo/bar'),
    await visitor.post('/demo/look', { at: 'bench' }),
    await visitor.post('/demo/next', { day: '', to: 'freeze' }),
    await visitor.post('/demo/again', { day: '', from: 'morning' }),
  ])
    expect(answer.status).toBe(404)
  expect(await w.store.read.$count(sessions)).toBe(before)
})

test('who was in a demo that ended with a restart finds the door to it again, wherever they press', async () => {
  const app = createApp({ ...w.world, layDemo: async () => {} })
  const board = { fetch: (request: Request) => app.request(request) }
  const visitor = visitorOf(eitherOf(board, undefined, () => isSetUp(w.store.read)))
  visitor.jar.set('zaowan-world', 'demo')
  for (const answer of [
    await visitor.get('/orders'),
    await visitor.get('/sign-in'),
    await visitor.get('/demo/roles'),
    await visitor.post('/demo/roles', { face: 'manager' }),
    await visitor.post('/demo/next', { day: '', to: 'freeze' }),
  ])
    expect([answer.path, answer.text]).toEqual(['/', expect.stringContaining('action="/demo"')])
})

test('a board without a demo beside it says how to get one', async () => {
  const answer = await visitorOf((request) => w.app.request(request)).post('/demo')
  expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('npm run zaowan -- demo')])
})

test('the demo is laid for who enters while the board is empty, and for nobody once somebody can sign in', async () => {
  let laid = 0
  const app = createApp({ ...w.world, layDemo: async () => void laid++ })
  const board = { fetch: (request: Request) => app.request(request) }
  const visitor = visitorOf(eitherOf(board, undefined, () => isSetUp(w.store.read)))
  await visitor.post('/demo')
  expect([laid, visitor.jar.get('zaowan-world')]).toEqual([1, 'demo'])
  await visitor.post('/demo/leave')
  expect(visitor.jar.has('zaowan-world')).toBe(false)
  await w.store.write((tx) => tx.update(people).set({ passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA' }))
  const answer = await visitor.post('/demo')
  expect([laid, answer.status]).toEqual([1, 409])
  visitor.jar.set('zaowan-world', 'demo')
  expect((await visitor.get('/orders')).path).toBe('/sign-in?next=%2Forders')
})
