/** An empty database of the engine under test for each run. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export async function emptyDatabase(): Promise<string> {
  const own = process.env.DATABASE_URL!
  if (!own.startsWith('postgres')) return join(mkdtempSync(join(tmpdir(), 'zaowan-')), 'simulation.db')
  const name = `s_${process.pid}_${Math.floor(performance.now())}`
  const client = new pg.Client({ connectionString: own })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return own.replace(/[^/]+$/, name)
}
