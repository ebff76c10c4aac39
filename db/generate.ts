/** npm run db:generate -- add_note: compares the schema with the last snapshots, writes the next migration for both engines. */
import * as api from 'drizzle-kit/api'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { kits } from './kit.ts'
import { define } from './schema.ts'

const folder = fileURLToPath(new URL('./migrations/', import.meta.url))
const casing = 'snake_case'
const done = readdirSync(folder)
  .filter((name) => /^\d{4}_/.test(name))
  .sort()

const now = {
  sqlite: await api.generateSQLiteDrizzleJson(define(kits.sqlite), undefined, casing),
  postgres: api.generateDrizzleJson(define(kits.postgres), undefined, undefined, casing),
}
const empty = { sqlite: await api.generateSQLiteDrizzleJson({}), postgres: api.generateDrizzleJson({}) }

function lastSnapshot<E extends 'sqlite' | 'postgres'>(engine: E): (typeof empty)[E] {
  const file = `${folder}${done.at(-1)}/${engine}.json`
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : empty[engine]
}

const statements = {
  sqlite: await api.generateSQLiteMigration(lastSnapshot('sqlite'), now.sqlite),
  postgres: await api.generateMigration(lastSnapshot('postgres'), now.postgres),
}
if (!statements.sqlite.length && !statements.postgres.length) {
  console.log('The migrations are those of the schema.')
} else {
  const name = `${String(done.length).padStart(4, '0')}_${process.argv[2] ?? 'change'}`
  mkdirSync(folder + name)
  for (const engine of ['sqlite', 'postgres'] as const) {
    writeFileSync(`${folder}${name}/${engine}.sql`, statements[engine].join('\n--> statement-breakpoint\n') + '\n')
    writeFileSync(`${folder}${name}/${engine}.json`, JSON.stringify(now[engine]))
  }
  console.log(`Wrote db/migrations/${name}. Add hand SQL (triggers) to both files if it needs any.`)
}
