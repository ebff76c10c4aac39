/** Where the simulated databases live: each run has an empty one, of the engine under test. */
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export const temporaryFolder = () => mkdtempSync(join(roomy(), 'zaowan-simulation-'))

const MEMORY = '/dev/shm'
const ENOUGH = 4 * 1024 ** 3
/** In memory where there is plenty: a simulation waits for no disk, and its data outlive nothing. */
function roomy(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ENOUGH ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** For tests: a file for SQLite, a database on the test's own server for PostgreSQL. */
export async function emptyDatabase(): Promise<{ url: string; drop(): void }> {
  const own = process.env.DATABASE_URL!
  if (!own.startsWith('postgres')) {
    const folder = temporaryFolder()
    return { url: join(folder, 'shop.db'), drop: () => rmSync(folder, { recursive: true, force: true }) }
  }
  const name = `s_${process.pid}_${Math.floor(performance.now())}`
  const client = new pg.Client({ connectionString: own })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return { url: own.replace(/[^/]+$/, name), drop: () => {} }
}
