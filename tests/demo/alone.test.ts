/** The demo's day when nobody presses: its clock goes on, and so does what its bar says. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { engine } from '../../db/schema.ts'
import { ledgerOf } from '../../db/seeds/ledger.ts'
import { over, storyOf } from '../../db/seeds/play.ts'
import { createApp } from '../../src/app.tsx'
import { clockFrom } from '../../src/core/clock.ts'
import { migrate } from '../../src/core/migrate.ts'
import { openStore, type Store } from '../../src/core/store.ts'
import { addDays, instantOf, timeOf } from '../../src/core/time.ts'
import { stationsOf } from '../../src/features/demo/stations.ts'
import { tourOf } from '../../src/features/demo/tour.ts'
import { visitorOf } from './visitor.ts'

const ZONE = 'Asia/Shanghai'
const DAY = '2026-11-22'

describe.runIf(engine === 'sqlite')('a demo that is left alone', () => {
  const stations = stationsOf(DAY)
  let store: Store
  let clock: ReturnType<typeof clockFrom>
  let done: string[]
  let visitor: ReturnType<typeof visitorOf>

  beforeEach(async () => {
    clock = clockFrom(stations.find(({ name }) => name === 'flags')!.at, () => 0)
    store = openStore(join(mkdtempSync(join(tmpdir(), 'zaowan-alone-')), 'demo.db'))
    await migrate(store)
    done = []
    const deed = (time: string, isRefused = false) => ({
      at: instantOf(DAY, time, ZONE),
      happen: async (at: number) => {
        if (isRefused) throw over('it is too late for that')
        done.push(`${time} at ${timeOf(at, ZONE)}`)
      },
    })
    const story = storyOf(ledgerOf(store), [deed('15:31'), deed('15:48', true), deed('15:50'), deed('16:20'), deed('16:30')]) // prettier-ignore
    const tour = { ...tourOf({ id: 'this day', store, story, clock, stations }), again: vi.fn() }
    const app = createApp({ store, clock: clock.now, demo: true, secure: false, dataDir: tmpdir(), tour })
    visitor = visitorOf((request) => app.request(request))
  })
  afterEach(() => store.close())

  const until = (time: string, ahead = 0) => clock.forward(instantOf(addDays(DAY, ahead), time, ZONE))
  const time = () => timeOf(clock.now(), ZONE)
  const bar = async () => {
    const { text } = await visitor.get('/demo/bar')
    const here = /aria-current="step".*?<time>([\d:]+)/s.exec(text)?.[1]
    return [here, /name="to" value="(\w+)"/.exec(text)?.[1]]
  }
  const press = (to: string) => visitor.post('/demo/next', { day: 'this day', to })

  test('its bar names the station whose time has come, and the first one still ahead', async () => {
    expect(await bar()).toEqual(['15:24', 'before'])
    until('15:44')
    expect(await bar()).toEqual(['15:24', 'before'])
    until('15:46')
    expect(await bar()).toEqual(['15:45', 'freeze'])
    until('16:17')
    expect(await bar()).toEqual(['16:00', 'bench'])
  })

  test('the next press leads to a station still ahead; what others do meanwhile is told in order, refused or not', async () => {
    until('16:17')
    await press('before')
    expect([time(), done]).toEqual(['16:17', []])
    await press('bench')
    expect([time(), await bar()]).toEqual(['16:25', ['16:25', 'handover']])
    expect(done).toEqual(['15:31 at 16:17', '15:50 at 16:17', '16:20 at 16:20'])
  })

  test('the next morning its day is over, as when it was walked through', async () => {
    until('09:00', 1)
    expect(await bar()).toEqual(['08:45', undefined])
  })
})
