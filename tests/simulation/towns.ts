/** A long run is several towns, each with its own year's corner and database, so that every processor has one to play. */
import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Day } from '../../src/core/time.ts'
import { temporaryFolder } from './databases.ts'
import { merged, type Report } from './report.ts'
import type { Break } from './sabotage.ts'
import { simulate } from './simulate.ts'

export type Play = { seed: number; days: number; shops?: number | undefined; firstDay: Day; break?: Break | undefined }

/** Mondays: before the Spring Festival, the May holiday, summer, the National Day with its make-up days. */
const firstDays: readonly Day[] = ['2026-02-02', '2026-04-13', '2026-06-15', '2026-09-07']
/** Shop-days of one town: about two months of four shops. */
const MOST = 250

export function playsOf({ days, seed, ...rest }: Omit<Play, 'firstDay'>): Play[] {
  const towns = Math.ceil(days / MOST)
  return Array.from({ length: towns }, (_, n) => ({
    ...rest,
    seed: seed + n * 7919,
    days: Math.min(MOST, days - n * MOST),
    firstDay: firstDays[n % firstDays.length]!,
  }))
}

/** Plays one town on a database that is gone afterwards. */
export async function playOne(play: Play): Promise<Report> {
  const folder = temporaryFolder()
  const goAway = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', goAway)
  try {
    return await simulate({ ...play, url: join(folder, 'shop.db') })
  } finally {
    goAway()
    process.off('exit', goAway)
  }
}

/** Plays them all, as many at a time as there are processors. */
export async function playAll(plays: readonly Play[], onTown: (report: Report) => void): Promise<Report> {
  const waiting = [...plays.entries()]
  const reports: Report[] = []
  async function worker() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      reports[next[0]] = plays.length === 1 ? await playOne(next[1]) : await elsewhere(next[1])
      onTown(reports[next[0]]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(plays.length, availableParallelism()) }, worker))
  return merged(reports)
}

/** In a process of its own. */
const elsewhere = (play: Play): Promise<Report> =>
  new Promise((done, fail) => {
    const child = fork(join(import.meta.dirname, 'town-process.ts'), [JSON.stringify(play)], {
      serialization: 'advanced',
    })
    let report: Report | undefined
    child.on('message', (message) => (report = message as Report))
    child.on('error', fail)
    child.on('exit', (code) => (report ? done(report) : fail(new Error(`a town ended with ${code}`))))
  })
