/** Requests that no page of ours makes. */
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '../../db/kit.ts'
import { createApp } from '../../src/app.tsx'
import { withoutValues } from '../../src/core/crossed.ts'
import { insertPerson } from '../../src/features/people/store.ts'
import { remarksOf } from '../../src/features/orders/store-remarks.ts'
import { addOrder, openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const own = { 'sec-fetch-site': 'same-origin' }
const form = { ...own, 'content-type': 'application/x-www-form-urlencoded' }

test.each([
  ['that says its length', { 'content-length': String(3 * 1024 * 1024) }],
  ['without a length', {}],
])('a form beyond 2 MB %s is refused before anybody reads it', async (_, more) => {
  const body = 'a=1&'.repeat((3 * 1024 * 1024) / 4)
  const answer = await w.app.request('/sign-in', { method: 'POST', body, headers: { ...form, ...more } })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('最多 2 MB')
})

test('WHO-1 an upload of nobody is not even listened to', async () => {
  let heard = 0
  const body = new ReadableStream({
    pull(stream) {
      heard++
      if (heard > 200) stream.close()
      else stream.enqueue(new Uint8Array(64 * 1024))
    },
  })
  const answer = await w.app.request('/imports', { method: 'POST', body, headers: own, duplex: 'half' })
  expect(answer.status).toBe(303)
  expect(heard).toBeLessThan(5)
})

test('a NUL in a form is left out: PostgreSQL has no text with one', async () => {
  const order = await addOrder(w, w.shopA)
  const browser = await w.browserOf('小满')
  const answer = await browser.post(`/orders/${order.id}/remark`, { kind: 'note', text: '放门口\0 谢谢' })
  expect(answer.status).toBe(303)
  expect(await remarksOf(w.store.read, order.id)).toMatchObject([{ text: '放门口 谢谢' }])
})

test('half of a surrogate pair in a scan is no scan that fails', async () => {
  const packer = await w.browserOf('松针')
  const scan = { id: newId(), code: '\ud800', why: '\0', mode: 'pack', open: null }
  const answer = await w.app.request('/bench/scans', {
    method: 'POST',
    body: JSON.stringify(scan),
    headers: { ...packer.headers, 'content-type': 'application/json', accept: 'application/json' },
  })
  expect(answer.status).toBe(200)
})

test.each(['/find?q=%00', '/orders/%00', '/holds?whose=a%00', '/batch?shop=%00'])(
  'there is no page with a NUL in its address: %s',
  async (path) => {
    const browser = await w.browserOf('木樨')
    expect((await browser.get(path)).status).toBe(404)
  },
)

test('a scan that waited for a fraction of a millisecond is taken', async () => {
  const packer = await w.browserOf('松针')
  const answer = await packer.post('/bench/scans', { id: newId(), code: 'nobody', ago: '1500.25' })
  expect(answer.status).toBe(303)
})

test('a failed query is logged without its values: they are people’s data and secrets', async () => {
  const twice = { handle: '影子', handleKey: '影子', passwordHash: '$argon2id$secret', roles: [], hue: 1, createdAt: 1 }
  const error = await w.store
    .write(async (tx) => [await insertPerson(tx, twice), await insertPerson(tx, twice)])
    .catch((e: unknown) => e)
  expect(inspect(error)).toContain('secret')
  expect(inspect(withoutValues(error))).toMatch(/insert into "people"/)
  expect(inspect(withoutValues(error))).not.toMatch(/影子|secret/)
})

test('the secret of an invite is not in the log', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { read } = w.store
  const broken = createApp({ ...w.world, store: { ...w.store, read: { ...read, select: () => undefined as never } } })
  await broken.request('/invite/abcdefgh')
  const lines = told.mock.calls.map((call) => inspect(call)).join()
  told.mockRestore()
  expect(lines).toContain('/invite/…')
  expect(lines).not.toContain('abcdefgh')
})
