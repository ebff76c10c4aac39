import { expect, test } from 'vitest'
import { breaks } from './sabotage.ts'
import { simulate } from './simulate.ts'
import { emptyDatabase } from './databases.ts'

const onSqlite = process.env.ENGINE !== 'postgres'
const DAYS = onSqlite ? 16 : 4
const MINUTES = 60_000

test(
  'SHIFT-3 WHO-6 HOLD-3 shop-days with illness, outages and late people leave nothing forgotten',
  async () => {
    const report = await simulate({ url: await emptyDatabase(), days: DAYS, seed: 1 })
    expect(report.forgotten).toEqual([])
    expect(report.events).toBeGreaterThan(DAYS * 20)
    expect(report.tracked.get('hold')).toBeGreaterThan(DAYS * 3)
  },
  3 * MINUTES,
)

test.runIf(onSqlite)(
  'the same seed plays the same days',
  async () => {
    const play = async () => (await simulate({ url: await emptyDatabase(), days: 4, seed: 7 })).done
    expect(await play()).toEqual(await play())
  },
  MINUTES,
)

const proves = {
  surface: 'HOLD-3 SHIFT-3 without reminders of due holds the simulation fails',
  owner: 'WHO-6 with a shift lost from the roster the simulation fails',
  batch: 'HOLD-3 with holds that do not hold the simulation fails',
} as const

for (const rule of breaks)
  test.runIf(onSqlite)(
    proves[rule],
    async () => {
      const { forgotten } = await simulate({ url: await emptyDatabase(), days: 6, seed: 1, break: rule })
      expect(forgotten.map((one) => one.rule)).toContain(rule)
    },
    MINUTES,
  )
