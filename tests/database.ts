/** Gives each test file a database of its own; the URL must be set before the schema is imported. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

if (process.env.ENGINE === 'postgres') {
  const server = inject('postgres')
  const name = `t_${Math.random().toString(36).slice(2)}`
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  process.env.DATABASE_URL = `${server}/${name}`
} else {
  process.env.DATABASE_URL = join(mkdtempSync(join(tmpdir(), 'zaowan-')), 'test.db')
}
