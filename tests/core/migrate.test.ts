import * as api from 'drizzle-kit/api'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kits } from '../../db/kit.ts'
import { define, engine, people, personShops } from '../../db/schema.ts'
import { migrate, pendingMigrations } from '../../src/core/migrate.ts'
import { openStore } from '../../src/core/store.ts'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

// building both engines' snapshots is slow and the same from either side
test.skipIf(engine === 'postgres')(
  'generating anew finds nothing to do: the migrations are those of the schema',
  async () => {
    const folder = new URL('../../db/migrations/', import.meta.url)
    const last = readdirSync(folder).sort().at(-1)!
    const was = (name: string) => JSON.parse(readFileSync(new URL(`${last}/${name}.json`, folder), 'utf8'))
    const sqlite = await api.generateSQLiteDrizzleJson(define(kits.sqlite), undefined, 'snake_case')
    const postgres = api.generateDrizzleJson(define(kits.postgres), undefined, undefined, 'snake_case')
    expect(await api.generateSQLiteMigration(was('sqlite'), sqlite)).toEqual([])
    expect(await api.generateMigration(was('postgres'), postgres)).toEqual([])
  },
)

test('nothing is pending after migrating, and migrating again does nothing', async () => {
  expect(await pendingMigrations(w.store)).toEqual([])
  expect(await migrate(w.store)).toEqual([])
})

test('a table that is rebuilt keeps the rows that refer to it', async () => {
  const before = await w.store.read.$count(personShops)
  expect(before).toBeGreaterThan(5)
  const columns = await columnsOfPeople()
  const folder = migrations({
    '9000_rebuild': {
      sqlite: `create table __new_people (${columns.map((c) => (c === 'id' ? 'id text primary key not null' : c)).join(', ')});
        insert into __new_people select ${columns.join(', ')} from people;
        drop table people;
        alter table __new_people rename to people;`,
      postgres: `alter table people alter column hue set default 1;`,
    },
  })
  expect(await migrate(w.store, folder)).toEqual(['9000_rebuild'])
  expect(await w.store.read.$count(personShops)).toBe(before)
  expect(await w.store.read.$count(people, eq(people.handle, '小满'))).toBe(1)
})

test('a migration that breaks half-way leaves nothing behind, and is tried again next time', async () => {
  const broken = 'create table half (id text); insert into nowhere values (1);'
  const folder = migrations({ '9001_broken': { sqlite: broken, postgres: broken } })
  await expect(migrate(w.store, folder)).rejects.toThrow(/nowhere/)
  await expect(w.store.exec('insert into half values (1)')).rejects.toThrow(/half/)
  await expect(migrate(w.store, folder)).rejects.toThrow(/nowhere/)
})

test('foreign keys are watched again after a migration', async () => {
  const orphan = w.store.write((tx) => tx.insert(personShops).values({ personId: 'nobody', shopId: 'nowhere' }))
  await expect(orphan).rejects.toThrow()
})

test('several nodes that start together run each migration once', async () => {
  const folder = migrations({
    '9002_once': { sqlite: 'create table once (id text)', postgres: 'create table once (id text)' },
  })
  const nodes = Array.from({ length: 3 }, () => openStore(process.env.DATABASE_URL!))
  const ran = await Promise.all(nodes.map((node) => migrate(node, folder)))
  expect(ran.flat()).toEqual(['9002_once'])
  await Promise.all(nodes.map((node) => node.close()))
})

async function columnsOfPeople() {
  const { CasingCache } = await import('drizzle-orm/casing')
  const { getTableColumns } = await import('drizzle-orm')
  const casing = new CasingCache('snake_case')
  return Object.values(getTableColumns(people)).map((column) => casing.getColumnCasing(column))
}

/** A folder of migrations like db/migrations. */
function migrations(files: Record<string, { sqlite: string; postgres: string }>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'zaowan-migrations-'))
  for (const [name, scripts] of Object.entries(files)) {
    mkdirSync(join(folder, name))
    for (const [engine, script] of Object.entries(scripts)) writeFileSync(join(folder, name, `${engine}.sql`), script)
  }
  return pathToFileURL(`${folder}/`)
}
