/** CUT-3 with real processes: killed, stopped, restarted late, racing. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { activity, batches, dueRuns, leftBehind, shipments } from '../../db/schema.ts'
import { clockwork, makeContext } from '../../src/core/context.ts'
import { freezeBatch } from '../../src/features/cutoff/freeze.ts'
import type { Shop } from '../../src/features/shops/index.ts'
import { addOrder, at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { shopWith } from './scene.ts'

/** Each starts processes of its own, on machines that may be busy. */
const PATIENT = { timeout: 180_000 }

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const counts = async (shop: Shop) => ({
  batches: await w.store.read.$count(batches, eq(batches.shopId, shop.id)),
  parcels: await w.store.read.$count(shipments, eq(shipments.shopId, shop.id)),
  left: await w.store.read.$count(leftBehind, eq(leftBehind.shopId, shop.id)),
  rows: await w.store.read.$count(activity, eq(activity.shopId, shop.id)),
  claims: await w.store.read.$count(dueRuns, and(eq(dueRuns.job, 'freeze'), eq(dueRuns.key, `${shop.id}:${TODAY}`))),
})
const nothing = { batches: 0, parcels: 0, left: 0, rows: 0, claims: 0 }
const whole = (n: number) => ({ batches: 1, parcels: n, left: 1, rows: 1, claims: 1 })

const script = fileURLToPath(new URL('freezer.ts', import.meta.url))
const running = new Set<ChildProcess>()
afterEach(() => running.forEach((child) => child.kill('SIGKILL')))

/** Another process whose clock shows `start` when it is ready; `said(line)` waits for what it prints. */
async function freezer(start: number, { speed = 1, url = process.env.DATABASE_URL!, quiet = false } = {}) {
  const child = spawn(process.execPath, [script, String(start), String(speed)], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', quiet ? 'ignore' : 'inherit'],
  })
  running.add(child)
  const lines = createInterface({ input: child.stdout })
  const said = async (word: string) => {
    for (;;) if (((await once(lines, 'line')) as [string])[0] === word) return
  }
  await said('ready')
  return {
    said,
    stop: () => child.kill('SIGSTOP'),
    go: () => child.kill('SIGCONT'),
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      running.delete(child)
    },
  }
}

async function until(condition: () => boolean | Promise<boolean>) {
  while (!(await condition())) await pause(10)
}
const isFrozen = async (shop: Shop) => (await counts(shop)).batches === 1

/** How long this machine takes to freeze `n` orders, ms. */
async function usualTime(n: number) {
  const shop = await shopWith(w, n)
  const began = performance.now()
  await freezeBatch(makeContext({ store: w.store, who: clockwork, now: at('16:00') }), shop, TODAY)
  return performance.now() - began
}

test(
  'CUT-3 killed at any point of the freeze it leaves all or nothing, and whoever comes next finishes',
  PATIENT,
  async () => {
    const N = 2500
    const usual = await usualTime(N)
    const outcomes: number[] = []
    let shop = await shopWith(w, N)
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      const child = await freezer(at('16:00'))
      await pause(usual * (share + Math.random() / 4))
      await child.kill()
      const left = await counts(shop)
      expect([nothing, whole(N)]).toContainEqual(left)
      outcomes.push(left.batches)
      if (left.batches) shop = await shopWith(w, N)
    }
    expect(outcomes).toContain(0) // else no kill came in time, and nothing was proven
    const last = await freezer(at('16:00'))
    await last.said('swept')
    await last.said('swept')
    expect(await counts(shop)).toEqual(whole(N))
  },
)

test(
  'CUT-3 stopped before the cutoff and woken after it, a process freezes once and says how long it slept',
  PATIENT,
  async () => {
    const shop = await shopWith(w, 40)
    const speed = 600 // board minutes in tenths of seconds
    const child = await freezer(at('15:50'), { speed })
    await child.said('swept')
    child.stop()
    const stopped = performance.now()
    await until(() => performance.now() - stopped > ((20 * 60) / speed) * 1000) // past 16:10 on its clock
    expect(await isFrozen(shop)).toBe(false)
    child.go()
    await until(() => isFrozen(shop))
    await child.said('swept')
    expect(await counts(shop)).toMatchObject({ ...whole(40), rows: expect.any(Number) })
    const rows = await w.store.read.select().from(activity).where(eq(activity.shopId, shop.id))
    const frozen = rows.filter((r) => r.kind === 'batch.frozen').map((r) => r.after as { lateBySeconds: number })
    expect(frozen).toMatchObject([{ because: 'asleep', count: 40 }])
    expect(frozen[0]!.lateBySeconds).toBeGreaterThanOrEqual(600)
  },
)

test(
  'CUT-3 started long after the cutoff it freezes at once, as of the cutoff, and says it was off',
  PATIENT,
  async () => {
    const shop = await shopWith(w, 3)
    await addOrder(w, shop, { paidAt: at('16:10') })
    const child = await freezer(at('17:30'))
    await child.said('swept')
    const rows = await w.store.read.select().from(activity).where(eq(activity.shopId, shop.id))
    expect(rows).toMatchObject([{ kind: 'batch.frozen', after: { count: 3, because: 'off' } }])
    expect((rows[0]!.after as { lateBySeconds: number }).lateBySeconds).toBeGreaterThanOrEqual(90 * 60)
  },
)

test(
  'CUT-3 three processes on one database cross the cutoff together: one batch a shop, no order twice',
  PATIENT,
  async () => {
    const shops = await Promise.all([120, 80, 300, 40].map((n) => shopWith(w, n)))
    const children = await Promise.all([1, 2, 3].map(() => freezer(at('15:59') + 59_000)))
    await until(async () => (await Promise.all(shops.map(isFrozen))).every(Boolean))
    await Promise.all(children.map((child) => child.said('swept')))
    await Promise.all(children.map((child) => child.said('swept')))
    for (const [i, n] of [120, 80, 300, 40].entries()) {
      const { batches, parcels, left } = await counts(shops[i]!)
      expect({ batches, parcels, left }).toEqual({ batches: 1, parcels: n, left: 1 })
    }
  },
)

test(
  'CUT-3 a process that stands still in the middle of its freeze: another one freezes, it finds that done',
  PATIENT,
  async () => {
    const N = 2500
    const usual = await usualTime(N)
    const shop = await shopWith(w, N)
    const onPostgres = w.store.engine === 'postgres'
    const limit = '?idle_in_transaction_session_timeout=500' // a minute when nothing is said: who stands still lets go
    const first = await freezer(at('16:00'), {
      url: process.env.DATABASE_URL! + (onPostgres ? limit : ''),
      quiet: true,
    })
    await pause(usual * 0.4) // mostly in the middle; where it is not, this proves less and fails nothing
    first.stop()
    const second = await freezer(at('16:00'))
    if (!onPostgres) first.go() // the lock on a file is its process's for as long as that lives: the others wait
    await until(() => isFrozen(shop))
    first.go()
    await first.said('swept')
    await second.said('swept')
    expect(await counts(shop)).toEqual(whole(N))
  },
)

test(
  'jobs and actions load where no JSX can be read: in plain node, for workers and the command line',
  PATIENT,
  async () => {
    const door = new URL('../../src/features/cutoff/index.ts', import.meta.url).href
    const code = `await import(${JSON.stringify(door)})`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    expect(await once(child, 'exit')).toEqual([0, null])
  },
)
