import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { people, personShops, quietHours } from '../../db/schema.ts'
import { openStore } from '../../src/core/store.ts'
import { makeContext, clockwork } from '../../src/core/context.ts'
import { features } from '../../src/features.ts'
import { announce, deliverMessages, unreadOf, type Channel, type Tone } from '../../src/features/inbox/index.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { forget, inboxOf, stillWaiting, told } from './told.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
beforeEach(async () => {
  w.clock.now = at('15:00')
  await forget(w)
  await w.store.write((tx) => tx.delete(quietHours))
})
afterAll(() => w.close())

let things = 0
type Wish = { to?: string[]; tone?: Tone; shop?: string | null; key?: string }
const tell = ({ to = ['小满'], tone = 'calm', shop = w.shopA.id, key }: Wish = {}) => {
  const n = ++things
  const ids = to.map((handle) => w.actors[handle]!.id!)
  const text = { zh: `第 ${n} 件事`, en: `Thing ${n}` }
  return w.store.write((tx) =>
    announce(tx, w.clock.now, { shopId: shop, to: ids, key: key ?? `thing:${n}`, tone, text, href: '/holds' }),
  )
}
const tellMany = async (n: number, wish: Wish = {}) => {
  for (let i = 0; i < n; i++) await tell(wish)
}
const deliver = (channels: Channel[] = []) => deliverMessages(w.clockContext(), channels)
const unread = (handle = '小满') => unreadOf(w.store.read, w.actors[handle]!.id!)

test('what is announced waits until the sweep, then stands in the inbox of each it was for', async () => {
  await tell({ to: ['小满', '阿北', '小满'] })
  expect(await unread()).toBe(0)
  await deliver()
  await deliver()
  expect([await unread(), await unread('阿北'), await unread('木樨')]).toEqual([1, 1, 0])
  expect((await inboxOf(w, '小满'))[0]).toMatchObject({ deliveredAt: at('15:00'), readAt: null })
})

test('the same thing is told to a person once', async () => {
  await tell({ key: 'hold.alerted:1:2026-11-20' })
  await deliver()
  await tell({ key: 'hold.alerted:1:2026-11-20', to: ['小满', '阿北'] })
  await deliver()
  expect([await unread(), await unread('阿北')]).toEqual([1, 1])
})

test('five come by themselves, six as one digest with its parts inside', async () => {
  await tellMany(5)
  await deliver()
  expect(await unread()).toBe(5)
  await tellMany(5, { to: ['阿北'] })
  await tell({ to: ['阿北'], tone: 'late' })
  await deliver()
  const [digest, ...rest] = await inboxOf(w, '阿北')
  expect(rest).toEqual([])
  expect(digest).toMatchObject({
    tone: 'late',
    shopId: w.shopA.id,
    href: `/inbox?digest=${digest!.id}`,
    text: { zh: expect.stringMatching(/^一起来了 6 条（1 条急的、5 条知会）/) as string },
  })
  expect((await told(w, '阿北')).filter(({ digestId }) => digestId === digest!.id)).toHaveLength(6)
  expect(await unread('阿北')).toBe(1)
})

test('down for five hours: one summary, not sixty reminders', async () => {
  for (let hour = 0; hour < 5; hour++) {
    w.clock.now = at('10:00') + hour * 3_600_000
    await tellMany(12, { tone: 'soon' })
  }
  w.clock.now = at('15:30')
  await deliver()
  await deliver()
  const list = await inboxOf(w, '小满')
  expect(list.map(({ tone }) => tone)).toEqual(['soon'])
  expect(list[0]!.text.en).toContain('60 at once')
  expect(await stillWaiting(w)).toEqual([])
})

test('quiet hours keep soon and calm ones until they end; late ones come at once', async () => {
  w.clock.now = at('03:00')
  await tell({ tone: 'soon' })
  await tell({ tone: 'late' })
  await deliver()
  expect((await inboxOf(w, '小满')).map(({ tone }) => tone)).toEqual(['late'])
  w.clock.now = at('07:59')
  await deliver()
  expect(await unread()).toBe(1)
  w.clock.now = at('08:00')
  await deliver()
  expect(await unread()).toBe(2)
})

test('a person’s own quiet hours count, and so does having none', async () => {
  const rows = [
    { personId: w.actors['小满']!.id!, from: '14:00', to: '16:00' },
    { personId: w.actors['阿北']!.id!, from: null, to: null },
  ]
  await w.store.write((tx) => tx.insert(quietHours).values(rows))
  await tell({ to: ['小满', '阿北'] })
  await deliver()
  expect([await unread(), await unread('阿北')]).toEqual([0, 1])
  w.clock.now = at('03:00')
  await tell({ to: ['小满', '阿北'] })
  await deliver()
  expect([await unread(), await unread('阿北')]).toEqual([2, 2])
})

test('two processes on one database deliver once', async () => {
  await tellMany(3, { to: ['小满', '阿北'] })
  await tellMany(8, { to: ['木樨'] })
  const sent: string[] = []
  const other = openStore(process.env.DATABASE_URL!)
  const channel: Channel = { name: 'test', send: async (_tx, { id }) => void sent.push(id) }
  const elsewhere = makeContext({ store: other, who: clockwork, now: w.clock.now })
  await Promise.all([deliver([channel]), deliverMessages(elsewhere, [channel]), deliver(), deliver([channel])])
  await other.close()
  expect([await unread(), await unread('阿北'), await unread('木樨')]).toEqual([3, 3, 1])
  expect((await told(w, '木樨')).filter(({ key }) => key.startsWith('digest:'))).toHaveLength(1)
})

test('a channel gets each delivered message once, a digest as one, with whom to write to', async () => {
  await w.store.write((tx) => tx.update(people).set({ email: 'xm@example.com' }).where(eq(people.handle, '小满')))
  await tell()
  await tellMany(7, { to: ['阿北'] })
  const sent: unknown[] = []
  const channel: Channel = {
    name: 'test',
    send: async (_tx, { href, text, deliveredAt }, person) =>
      void sent.push([person.handle, person.email, href.split('=')[0], text.en.slice(0, 9), deliveredAt]),
  }
  await deliver([channel])
  await deliver([channel])
  expect(sent).toHaveLength(2)
  expect(sent).toEqual(
    expect.arrayContaining([
      ['小满', 'xm@example.com', '/holds', `Thing ${things - 7}`.slice(0, 9), at('15:00')],
      ['阿北', null, '/inbox?digest', '7 at once', at('15:00')],
    ]),
  )
})

test('a channel that fails leaves nothing half-told to that person, and keeps nobody else waiting', async () => {
  await tell({ to: ['小满', '阿北'] })
  const channel: Channel = {
    name: 'broken for one',
    send: async (_tx, _message, { handle }) => {
      if (handle === '小满') throw new Error('outbox is full')
    },
  }
  await expect(deliver([channel])).rejects.toThrow('1 people were not told')
  expect([await unread(), await unread('阿北')]).toEqual([0, 1])
  await deliver()
  expect(await unread()).toBe(1)
})

test('WHO-2 who left or lost the shop is told nothing of it; it waits for when they are back', async () => {
  const [left, lost] = ['远志', '管家'].map((handle) => w.actors[handle]!.id!)
  await w.store.write(async (tx) => {
    await tx.update(people).set({ disabledAt: 1 }).where(eq(people.id, left!))
    await tx.delete(personShops).where(eq(personShops.personId, lost!))
  })
  await tell({ to: ['远志', '管家'] })
  await tell({ to: ['管家'], shop: null })
  const sent: string[] = []
  await deliver([{ name: 'test', send: async (_tx, _message, { handle }) => void sent.push(handle) }])
  expect(sent).toEqual(['管家'])
  expect([await unread('远志'), await unread('管家')]).toEqual([0, 1])
  await w.store.write(async (tx) => {
    await tx.update(people).set({ disabledAt: null }).where(eq(people.id, left!))
    await tx
      .insert(personShops)
      .values(['A', 'B'].map((s) => ({ personId: lost!, shopId: s === 'A' ? w.shopA.id : w.shopB.id })))
  })
  await deliver()
  expect([await unread('远志'), await unread('管家')]).toEqual([1, 2])
})

test('WHO-2 a digest of two shops belongs to none of them and tells of neither', async () => {
  await tellMany(3, { to: ['管家'] })
  await tellMany(3, { to: ['管家'], shop: w.shopB.id })
  await deliver()
  const [digest] = await inboxOf(w, '管家')
  expect(digest).toMatchObject({ shopId: null })
  expect(digest!.text.zh).toContain('澄野家居')
  expect(digest!.text.zh).not.toContain('件事')
})

test('the board’s sweep delivers after all other rooms’ jobs', async () => {
  const names = features.flatMap((room) => room.jobs ?? []).map((job) => job.name)
  expect(names.at(-1)).toBe('messages')
  await tell()
  await features
    .flatMap((room) => room.jobs ?? [])
    .at(-1)!
    .sweep(w.clockContext())
  expect(await unread()).toBe(1)
})
