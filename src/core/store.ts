/** One way to read and one way to write, the same on SQLite and PostgreSQL. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgTable } from 'drizzle-orm/pg-core'
import { engineOf, type Engine } from '../../db/kit.ts'
import { retry } from './crossed.ts'
import { openPostgres } from './store-postgres.ts'
import { openSqlite } from './store-sqlite.ts'

type Pg = PgDatabase<NodePgQueryResultHKT>
/** Outside of a write: only reads. */
export type Reader = Pick<Pg, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>
/** Inside of one. What only one engine has is left out, so that it does not compile. */
export type Tx = Reader &
  Pick<Pg, 'insert' | 'update' | 'delete'> & {
    transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  }
export type AfterCommit = (fn: () => unknown) => void

export interface Store {
  readonly engine: Engine
  /** What it was opened with: a thread of its own opens it again. May hold a password, never shown. */
  readonly url: string
  readonly read: Reader
  /**
   * Runs the work in one serializable transaction, again from the start when another one got in its way:
   * so no mail and no HTTP in it, these go to the outbox or to afterCommit. A write inside a write joins it as a
   * savepoint.
   */
  write<T>(work: (tx: Tx, afterCommit: AfterCommit) => Promise<T>): Promise<T>
  /** Many rows at machine speed, inside a write. */
  bulk(tx: Tx, insert: BulkInsert): Promise<void>
  /**
   * First thing in a write, before it reads: until it ends others wait to change these tables, and read on. For the rare
   * work that reads so much that many small changes beside it would for ever send it back to its start.
   */
  lock(tx: Tx, tables: readonly PgTable[]): Promise<void>
  /** A script of plain SQL, whole or not at all: for migrations. */
  exec(script: string): Promise<void>
  /** Calls this after each write that was committed by this process; gives what ends that. */
  watch(look: () => void): () => void
  close(): Promise<void>
}

/** Rows for one table, each a list of values in the order of `columns` (the table's property names). */
export type BulkInsert = {
  table: PgTable
  columns: readonly string[]
  rows: readonly (readonly unknown[])[]
  /** Rows that meet an existing key overwrite these columns, and only when one of them differs. */
  conflict?: { key: readonly string[]; update: readonly string[] }
}

/** How the engines open: `patient` waits inside the driver for another process (workers, the command line). */
export type OpenOptions = { patient?: boolean }

/** Opens the database at a PostgreSQL URL or an SQLite file path. */
export const openStore = (url: string, options: OpenOptions = {}): Store =>
  watched(engineOf(url) === 'postgres' ? openPostgres(url, writer) : openSqlite(url, writer, options))

function watched(store: Engineered): Store {
  const looks = new Set<() => void>()
  return {
    ...store,
    async write(work) {
      const result = await store.write(work)
      for (const look of looks) look()
      return result
    },
    watch(look) {
      looks.add(look)
      return () => looks.delete(look)
    },
  }
}
/** What an engine gives. */
export type Engineered = Omit<Store, 'watch'>

// --- a query built once -------------------------------------------------------------------------

export type Preparable = { prepare(name: string): { execute(values?: Record<string, unknown>): Promise<unknown> } }
export type Result<Q> = Q extends { prepare(name: string): { execute(values?: never): Promise<infer R> } } ? R : never

let statements = 0

/**
 * A hot query, built once for each connection: `const byTid = statement((db) => db.select()…placeholder('tid')…)`,
 * then `await byTid(tx, { tid })`. Drizzle's building costs more than SQLite's running.
 */
export function statement<D extends Reader, Q extends Preparable>(build: (db: D) => Q) {
  const name = `s${++statements}`
  const prepared = new WeakMap<object, ReturnType<Q['prepare']>>()
  return async (db: D, values: Record<string, unknown> = {}): Promise<Result<Q>> => {
    let query = prepared.get(db)
    if (!query) prepared.set(db, (query = build(db).prepare(name) as ReturnType<Q['prepare']>))
    return (await query.execute(values)) as Result<Q>
  }
}

// --- the shared part of a write: retries, joining, after-commit -----------------------------------

type Begin = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
export type Writer = (begin: Begin) => Store['write']

function writer(begin: Begin): Store['write'] {
  const current = new AsyncLocalStorage<{ tx: Tx; hooks: (() => unknown)[]; open: boolean }>()

  return async function write<T>(work: (tx: Tx, afterCommit: AfterCommit) => Promise<T>): Promise<T> {
    const run = async (tx: Tx, hooks: (() => unknown)[]) => {
      const mine = { tx, hooks, open: true }
      try {
        return await current.run(mine, () => work(tx, (fn) => hooks.push(fn)))
      } finally {
        mine.open = false // what the work left running unawaited must not join a finished transaction
      }
    }
    const outer = current.getStore()
    if (outer?.open) {
      const hooks: (() => unknown)[] = []
      const result = await outer.tx.transaction((tx) => run(tx, hooks))
      outer.hooks.push(...hooks)
      return result
    }
    const [result, hooks] = await retry(async () => {
      const hooks: (() => unknown)[] = []
      return [await begin((tx) => run(tx, hooks)), hooks] as const
    })
    for (const fn of hooks) await Promise.try(fn).catch(console.error) // it is committed, whatever they say
    return result
  }
}
