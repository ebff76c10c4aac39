import { expect, test } from 'vitest'
import { emptyDatabase } from './databases.ts'
import { breaks } from './sabotage.ts'
import { simulate, type Options } from './simulate.ts'

const onSqlite = process.env.ENGINE !== 'postgres'
const DAYS = onSqlite ? 10 : 4
/** Far more than it takes: other work may hold the machine. */
const MINUTES = 60_000

async function played(options: Omit<Options, 'url'>) {
  const { url, drop } = await emptyDatabase()
  return simulate({ ...options, url }).finally(drop)
}

test(
  'SHIFT-3 WHO-6 HOLD-3 REPORT-1 REPORT-3 shop-days with illness, outages and late people leave nothing forgotten',
  async () => {
    const report = await played({ days: DAYS, seed: 1 })
    expect(report.forgotten).toEqual([])
    expect(report.events).toBeGreaterThan(DAYS * 20)
    expect(report.tracked.get('hold')).toBeGreaterThan(DAYS * 3)
    const { owed, filed, missing, mails, delivered } = report.reports
    expect([owed, mails]).toEqual([filed + missing, delivered])
    expect([filed, missing, delivered].every((n) => n > 0)).toBe(true)
  },
  5 * MINUTES,
)

test.runIf(onSqlite)(
  'the same seed plays the same days',
  async () => {
    const play = async () => (await played({ days: 2, seed: 7 })).done
    expect(await play()).toEqual(await play())
  },
  3 * MINUTES,
)

const proves = {
  carry: 'SHIFT-3 with an item lost between two handovers the simulation fails',
  twice: 'SHIFT-3 with an item that stands twice the simulation fails',
  alert: 'SHIFT-3 SHIFT-4 without alerts of late handovers the simulation fails',
  surface: 'HOLD-3 without reminders of due holds the simulation fails',
  owner: 'WHO-6 with a shift lost from the roster the simulation fails',
  prize: 'PRIZE-5 with unchecked prizes that do not hold the simulation fails',
  report: 'REPORT-3 with a letter that never left the simulation fails',
  batch: 'HOLD-3 with holds that do not hold the simulation fails',
} as const

for (const rule of breaks)
  test.runIf(onSqlite)(
    proves[rule],
    async () => {
      const { forgotten } = await played({ days: 10, seed: 1, break: rule, untilForgotten: true })
      expect(forgotten.map((one) => one.rule)).toContain(rule)
    },
    3 * MINUTES,
  )
