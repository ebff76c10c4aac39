/** Runs each db/migrations/NNNN_name/<engine>.sql once and in order, also when several nodes start together. */
import { sql } from 'drizzle-orm'
import { readdirSync, readFileSync } from 'node:fs'
import { root } from './paths.ts'
import { retry } from './crossed.ts'
import type { Store } from './store.ts'

const folder = new URL('db/migrations/', root)

const scripts = (from: URL) =>
  readdirSync(from)
    .filter((name) => /^\d{4}_\w+$/.test(name))
    .sort()

const finished = async (store: Store) =>
  new Set((await store.read.select({ name: sql<string>`name` }).from(sql`migrations`)).map((m) => m.name))

/** Brings the tables up to date; returns the names of the migrations it ran. */
export async function migrate(store: Store, from: URL = folder): Promise<string[]> {
  await store.exec('create table if not exists migrations (name text primary key, at bigint not null)').catch(() => {}) // PostgreSQL's "if not exists" can lose a race; if the table is really missing, reading it says so
  const before = await finished(store)
  const ran: string[] = []
  for (const name of scripts(from)) {
    if (before.has(name)) continue
    const script = readFileSync(new URL(`${name}/${store.engine}.sql`, from), 'utf8')
    try {
      // Its row first: another node that runs the same file waits here, and then fails on the key.
      await store.exec(`insert into migrations values ('${name}', ${Date.now()});\n${script}`)
      ran.push(name)
    } catch (error) {
      if (!(await finished(store)).has(name)) throw error
    }
  }
  return ran
}

/** The migrations that this version of the program needs and the database has not had. */
export async function pendingMigrations(store: Store): Promise<string[]> {
  const done = await retry(() => finished(store))
  return scripts(folder).filter((name) => !done.has(name))
}
