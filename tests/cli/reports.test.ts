import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '../../src/core/outbox.ts'
import { aboutOf } from '../../src/features/reports/index.ts'
import { filed, onShift } from '../reports/shifts.ts'
import { at, openWorld, type TestWorld } from '../world.ts'
import { run } from './world.ts'

/** The command line reads the machine's own clock: one day is long over, the other far away. */
const PAST = '2020-11-20'
const FUTURE = '2098-11-20'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
  for (const day of [PAST, FUTURE]) await onShift(w, '小满', 'day', day)
  await onShift(w, '阿北', 'off', PAST)
  const reportId = await filed(w, '小满', { day: PAST, version: 2 })
  const letter = { from: 'A', subject: '日报', html: '', text: '', to: [], cc: [], attachments: [] }
  await w.store.write((tx) =>
    enqueue(tx, at('17:40'), [
      { shopId: w.shopA.id, channel: 'mail', about: aboutOf(reportId, 1), address: 'old@a.example', role: 'to', content: letter }, // prettier-ignore
      { shopId: w.shopA.id, channel: 'mail', about: aboutOf(reportId, 2), address: 'cc@a.example', role: 'cc', content: letter }, // prettier-ignore
      { shopId: w.shopA.id, channel: 'mail', about: aboutOf(reportId, 2), address: 'to@a.example', role: 'to', content: letter }, // prettier-ignore
    ]),
  )
})
afterAll(() => w.close())

test('REPORT-4 reports --json prints who filed, who was off, and the deliveries of the last version; nothing but JSON', async () => {
  const { status, out, err } = await run(`reports --shop A --day ${PAST} --json`)
  expect([status, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toEqual([
    {
      person: '小满',
      shift: 'day',
      state: 'intime',
      version: 2,
      deliveries: [
        { to: 'to@a.example', kind: 'to', state: 'pending' },
        { to: 'cc@a.example', kind: 'cc', state: 'pending' },
      ],
    },
    { person: '阿北', shift: null, state: 'off', version: 0, deliveries: [] },
  ])
})

test('REPORT-4 what is not due yet is open, what was due and not filed is missing', async () => {
  await onShift(w, '小满', 'night', '2020-11-21')
  const states = async (day: string) =>
    (JSON.parse((await run(`reports --shop A --day ${day} --json`)).out) as { state: string }[]).map((one) => one.state)
  expect([await states(FUTURE), await states('2020-11-21'), await states('2020-11-22')]).toEqual([
    ['open'],
    ['missing'],
    [],
  ])
})

test('for people the same in words, zh and en; another shop knows nothing of it', async () => {
  const { out } = await run(`reports --shop A --day ${PAST}`)
  expect(out).toContain('按时交 v2')
  expect(out).toContain(`${PAST}：按时 1，迟交 0，没交 0，还没到时间 0。`)
  expect((await run(`reports --shop A --day ${PAST} --lang en`)).out).toContain('1 on time, 0 late')
  expect((await run(`reports --shop B --day ${PAST} --json`)).out).toBe('[]')
})
