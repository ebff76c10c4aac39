import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/core/store.ts'
import { makeContext, clockwork } from '../../src/core/context.ts'
import { HOUR, MINUTE } from '../../src/core/time.ts'
import { settleDeadline, sweepDeadlines } from '../../src/features/reports/deadlines.ts'
import { changeAtOnce, acceptSwap, askSwap } from '../../src/features/shifts/index.ts'
import { changeSettings, findShop } from '../../src/features/shops/index.ts'
import { at, openWorld, TODAY, type TestWorld } from '../world.ts'
import { clear, filed, happenedTo, idOf, onShift, toldTo } from './shifts.ts'

const TOMORROW = '2026-11-21'

let w: TestWorld
beforeAll(async () => void (w = await openWorld()))
beforeEach(async () => {
  await clear(w)
  w.clock.now = at('15:00')
})
afterAll(() => w.close())

async function sweepAt(time: string, day = TODAY) {
  w.clock.now = at(time, day)
  await sweepDeadlines(w.clockContext(), (await findShop(w.store.read, w.shopA.id))!)
}
const keysTo = async (handle: string) => (await toldTo(w, handle)).map(({ key }) => key.split(':')[0])

test('REPORT-4 the writer is reminded as the shift ends, told when it is late, and the supervisor and the manager with them; each once', async () => {
  await onShift(w, '小满', 'day')
  await sweepAt('17:00')
  expect(await keysTo('小满')).toEqual([])
  await sweepAt('17:30')
  await sweepAt('17:31')
  expect(await toldTo(w, '小满')).toMatchObject([
    { tone: 'soon', href: `/report/${TODAY}/day`, text: { zh: '11-20 周五 早班的日报，18:00 前要交' } },
  ])
  expect(await keysTo('木樨')).toEqual([])
  await sweepAt('18:01')
  await sweepAt('18:02')
  await sweepAt('20:00')
  expect(await toldTo(w, '小满')).toMatchObject([
    { key: expect.stringContaining('report.due') as string, readAt: at('18:01') },
    { tone: 'late', readAt: null, text: { en: expect.stringContaining('it was due at 18:00') as string } },
  ])
  for (const lead of ['木樨', '南星'])
    expect(await toldTo(w, lead)).toMatchObject([
      { tone: 'late', href: '/report-grid?month=2026-11', text: { zh: '小满没交 11-20 周五 早班的日报，18:00 到期' } },
    ])
  expect(await keysTo('云舟')).toEqual([]) // the supervisor stands for them
  expect(await happenedTo(w, '小满', 'report.overdue')).toHaveLength(1)
})

test('REPORT-4 whoever has filed hears nothing', async () => {
  await onShift(w, '小满', 'day')
  await filed(w, '小满', { filedAt: at('17:10') })
  for (const time of ['17:30', '18:01']) await sweepAt(time)
  expect([await keysTo('小满'), await keysTo('木樨')]).toEqual([[], []])
})

test('REPORT-4 filed late, what was said of it is settled for everybody', async () => {
  await onShift(w, '小满', 'day')
  await sweepAt('18:01')
  w.clock.now = at('18:20')
  const place = { personId: idOf(w, '小满'), day: TODAY, side: 'day' as const }
  await w.store.write((tx) => settleDeadline(tx, w.clock.now, w.shopA.id, place))
  for (const handle of ['小满', '木樨', '南星'])
    expect((await toldTo(w, handle)).map(({ readAt }) => readAt)).toEqual([at('18:20')])
})

test('REPORT-4 nobody is asked who is off, has no published shift, or is no agent', async () => {
  await onShift(w, '小满', 'off')
  await onShift(w, '松针', 'day')
  await onShift(w, '远志', 'day')
  for (const time of ['17:30', '18:01']) await sweepAt(time)
  for (const handle of ['小满', '阿北', '松针', '远志', '木樨']) expect(await keysTo(handle)).toEqual([])
})

test('REPORT-4 who falls ill in the last hour owes nothing, who covers for them owes it', async () => {
  await onShift(w, '小满', 'night')
  w.clock.now = at('16:40')
  const ill = { day: TODAY, personId: idOf(w, '小满'), code: 'off', coverId: idOf(w, '阿北'), note: '发烧' }
  await changeAtOnce(w.as('木樨'), w.shopA.id, ill)
  await sweepAt('01:01', TOMORROW)
  expect(await keysTo('小满')).toEqual([])
  expect(await keysTo('阿北')).toEqual(['report.late'])
})

test('REPORT-4 who falls ill after the reminder has it settled, and the covering colleague is reminded; each once', async () => {
  await onShift(w, '小满', 'day')
  await onShift(w, '阿北', 'off')
  await sweepAt('17:25')
  const ill = { day: TODAY, personId: idOf(w, '小满'), code: 'off', coverId: idOf(w, '阿北'), note: '发烧' }
  await changeAtOnce(w.as('木樨'), w.shopA.id, ill)
  await sweepAt('17:40')
  expect(await toldTo(w, '小满')).toMatchObject([{ readAt: at('17:40') }])
  expect(await toldTo(w, '阿北')).toMatchObject([{ readAt: null }])
  await sweepAt('18:01')
  expect([await keysTo('小满'), await keysTo('阿北')]).toEqual([['report.due'], ['report.due', 'report.late']])
})

test('REPORT-4 told that it is late, and off after all: settled for them and for those who lead', async () => {
  await onShift(w, '小满', 'night')
  await sweepAt('01:01', TOMORROW)
  await onShift(w, '小满', 'off')
  await sweepAt('01:31', TOMORROW)
  await sweepAt('09:00', TOMORROW)
  for (const handle of ['小满', '木樨', '南星'])
    expect((await toldTo(w, handle)).map(({ readAt }) => readAt)).toEqual([at('01:31', TOMORROW)])
})

test.each([
  // the day, the shift, when it is late: the end of a month, a holiday (rota on), a make-up day
  ['2026-11-30', 'night', '01:01', '2026-12-01'],
  ['2026-12-31', 'night', '01:01', '2027-01-01'],
  ['2027-02-28', 'night', '01:01', '2027-03-01'],
  ['2026-10-01', 'day', '18:01', '2026-10-01'],
  ['2026-10-10', 'day', '18:01', '2026-10-10'],
] as const)(
  'REPORT-4 the report of %s %s is late at %s on %s, not a minute earlier',
  async (day, code, time, lateOn) => {
    await onShift(w, '小满', code, day)
    w.clock.now = at(time, lateOn) - MINUTE
    await sweepDeadlines(w.clockContext(), w.shopA)
    expect(await keysTo('木樨')).toEqual([])
    await sweepAt(time, lateOn)
    expect(await toldTo(w, '木樨')).toMatchObject([{ href: `/report-grid?month=${day.slice(0, 7)}` }])
  },
)

test('REPORT-4 after a swap whoever took the shift owes its report', async () => {
  await onShift(w, '小满', 'day')
  await onShift(w, '阿北', 'off')
  w.clock.now = at('08:00')
  const swapId = await askSwap(w.as('小满'), w.shopA.id, { of: idOf(w, '阿北'), day: TODAY, why: '家长会' })
  await acceptSwap(w.as('阿北'), swapId)
  await sweepAt('18:01')
  expect([await keysTo('小满'), await keysTo('阿北')]).toEqual([[], ['report.late']])
})

test('REPORT-4 a night shift’s report falls due after midnight, and belongs to the day before', async () => {
  await onShift(w, '小满', 'night')
  await sweepAt('18:01')
  await sweepAt('23:59')
  expect(await keysTo('小满')).toEqual([])
  await sweepAt('00:20', TOMORROW)
  expect(await toldTo(w, '小满')).toMatchObject([
    { href: `/report/${TODAY}/night`, text: { zh: '11-20 周五 晚班的日报，01:00 前要交' } },
  ])
  await sweepAt('01:01', TOMORROW)
  expect(await keysTo('小满')).toEqual(['report.due', 'report.late'])
})

test('REPORT-4 a board that slept over the end tells that it is late, and of the day before yesterday nothing', async () => {
  await onShift(w, '小满', 'day', '2026-11-18')
  await onShift(w, '小满', 'night', '2026-11-19')
  await sweepAt('09:00')
  expect((await toldTo(w, '小满')).map(({ key }) => key.split(':').slice(-2))).toEqual([['2026-11-19', 'night']])
  expect(await keysTo('木樨')).toEqual(['report.missing'])
})

test('REPORT-4 the shop’s own minutes count, and a change of them tells nobody twice', async () => {
  await onShift(w, '小满', 'day')
  await changeSettings(w.as('南星'), w.shopA.id, { reportMinutes: 120 })
  await sweepAt('19:29')
  expect(await keysTo('小满')).toEqual(['report.due'])
  await sweepAt('19:31')
  await changeSettings(w.as('南星'), w.shopA.id, { reportMinutes: 30 })
  await sweepAt('19:32')
  expect(await keysTo('小满')).toEqual(['report.due', 'report.late'])
  expect(await keysTo('木樨')).toEqual(['report.missing'])
})

test('two boards at once tell it once', async () => {
  await onShift(w, '小满', 'day')
  await onShift(w, '阿北', 'day')
  w.clock.now = at('18:01')
  const before = (await happenedTo(w, '阿北', 'report.overdue')).length
  const other = openStore(process.env.DATABASE_URL!)
  const there = makeContext({ store: other, who: clockwork, now: w.clock.now })
  await Promise.all([sweepDeadlines(w.clockContext(), w.shopA), sweepDeadlines(there, w.shopA)])
  await other.close()
  expect(await keysTo('木樨')).toHaveLength(2)
  expect(await happenedTo(w, '阿北', 'report.overdue')).toHaveLength(before + 1)
})

test('another shop’s reports are told to its own people', async () => {
  await onShift(w, '外店', 'day', TODAY, w.shopB)
  w.clock.now = at('18:00') + HOUR
  await sweepDeadlines(w.clockContext(), w.shopB)
  expect(await keysTo('外店')).toEqual(['report.late'])
  expect(await keysTo('管家')).toEqual([])
  expect(await keysTo('木樨')).toEqual([])
})
