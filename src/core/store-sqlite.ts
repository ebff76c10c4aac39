/** SQLite: one connection that writes, one work at a time, and one that only reads. */
import { mkdirSync, statfsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { getTableColumns, getTableName, type Column } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { BulkInsert, Engineered, OpenOptions, Reader, Tx, Writer } from './store.ts'
import { retry } from './crossed.ts'
import { beside } from './paths.ts'
import { tellsVersion } from './version.ts'

const casing = new CasingCache('snake_case')
const columnName = (column: Column) => casing.getColumnCasing(column)

/** statfs types of file systems whose locks SQLite cannot trust: NFS, SMB, SMB2, CIFS, AFS, 9p, Ceph. */
const NETWORK = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x01021997, 0x00c36400])

export function openSqlite(file: string, writer: Writer, { patient = false }: OpenOptions): Engineered {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (NETWORK.has(statfsSync(folder).type >>> 0))
    throw new Error(`${folder} is on a network file system, where SQLite loses data. Choose a local DATA_DIR.`)

  const out = connect(file, { timeout: patient ? 60_000 : 0 }) // not patient: we come back later, the event loop does not wait
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) out.db.pragma(pragma)
  if (patient) {
    out.db.pragma('cache_size = -131072') // KB: an import touches many pages
    out.db.pragma('wal_autocheckpoint = 0') // the server's worker does it, or else whoever closes the file last
  }
  const checkpoints = patient ? undefined : checkpointElsewhere(out.db, file)
  const reader = connect(file, { readonly: true, timeout: 5000 })
  const version = versionIn(reader.db)
  tellsVersion(reader.orm, version.now)
  const [begin, commit, rollback] = ['begin immediate', 'commit', 'rollback'].map((sql) => out.db.prepare(sql))

  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(fn: () => Promise<T>) => {
    const mine = last.then(fn, fn)
    last = mine
    return mine
  }

  const tx = withSavepoints(out)
  let proven = false
  /** better-sqlite3 may fall to NORMAL in WAL mode, which loses acknowledged rows when the power goes. */
  function proveDurable() {
    if (proven) return
    const level = out.db.pragma('synchronous', { simple: true })
    if (level !== 2) throw new Error(`SQLite writes with synchronous=${String(level)} instead of FULL`)
    proven = true
  }

  return {
    engine: 'sqlite',
    url: file,
    read: reader.orm as unknown as Reader,
    write: writer((work) =>
      inTurn(async () => {
        begin!.run()
        try {
          const result = await work(tx)
          commit!.run()
          version.forget()
          proveDurable()
          return result
        } catch (error) {
          if (out.db.inTransaction) rollback!.run()
          throw error
        }
      }),
    ),
    bulk: (_tx, insert) => bulkInsert(out.db, insert),
    lock: async () => {}, // there is one writer, and it is this one
    exec: (script) => retry(() => inTurn(async () => execScript(out.db, script))).finally(version.forget),
    close: () =>
      inTurn(async () => {
        await checkpoints?.stop()
        reader.db.close()
        out.db.close()
      }),
  }
}

/**
 * A number that another connection's commit changes. It is looked at once in a turn of the event loop, for it costs as
 * much as a query: who reads twice in a turn might have read both times at its beginning.
 */
function versionIn(db: Database.Database) {
  const look = db.prepare('pragma data_version').pluck()
  let known: number | undefined
  const forget = () => void (known = undefined)
  return {
    now() {
      if (known === undefined) setImmediate(forget)
      return (known ??= look.get() as number)
    },
    /** After a commit of this process: what it wrote is read at once. */
    forget,
  }
}

const CHECKPOINT_EVERY = 5000
const CHECKPOINT_BYTES = 4 * 1024 * 1024

/** Takes checkpoints off the thread that answers people: a worker makes them when the log has grown. */
function checkpointElsewhere(db: Database.Database, file: string) {
  db.pragma('wal_autocheckpoint = 0')
  db.pragma('journal_size_limit = 67108864')
  let running: Promise<unknown> | undefined
  let stopped = false // a look that is under way when the store closes starts nothing
  async function look() {
    const size = await stat(`${file}-wal`).then(
      (s) => s.size,
      () => 0,
    )
    if (size < CHECKPOINT_BYTES || running || stopped) return
    const worker = new Worker(beside(import.meta.url, './checkpoint'), { workerData: file })
    worker.on('error', (error) => console.error('checkpoint:', error))
    running = new Promise((done) => worker.once('exit', done)).finally(() => (running = undefined))
  }
  const timer = setInterval(() => void look(), CHECKPOINT_EVERY).unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

function connect(file: string, options: Database.Options) {
  const db = new Database(file, options)
  db.pragma('cache_size = -65536') // 64 MB: the default of 2 MB reads the same pages from the disk again and again
  const statements = new Map<string, Database.Statement>()
  function prepared(text: string) {
    let statement = statements.get(text)
    if (!statement) {
      statement = db.prepare(text)
      if (statement.reader) statement.raw()
      if (statements.size === 500) statements.clear()
      statements.set(text, statement)
    }
    return statement
  }
  const orm = drizzle(
    async (text, params, method) => {
      const statement = prepared(text)
      const values = params.map((p: unknown) => (typeof p === 'boolean' ? Number(p) : p))
      if (!statement.reader) return { rows: [], rowCount: statement.run(...values).changes }
      return { rows: (method === 'get' ? statement.get(...values) : statement.all(...values)) as unknown[] }
    },
    undefined,
    { casing: 'snake_case' }, // as the third argument: as the second its casing is ignored
  )
  return { db, orm }
}

/** The writer as a Tx that always stays the same object, so that prepared statements stay prepared. */
function withSavepoints({ db, orm }: ReturnType<typeof connect>): Tx {
  let depth = 0
  const tx = Object.create(orm, {
    transaction: {
      async value(work: (tx: Tx) => Promise<unknown>) {
        const name = `s${++depth}`
        db.exec(`savepoint ${name}`)
        try {
          const result = await work(tx)
          db.exec(`release ${name}`)
          return result
        } catch (error) {
          db.exec(`rollback to ${name}; release ${name}`)
          throw error
        } finally {
          depth--
        }
      },
    },
  }) as Tx
  return tx
}

const inserts = new WeakMap<Database.Database, Map<string, Database.Statement>>()

async function bulkInsert(db: Database.Database, { table, columns, rows, conflict }: BulkInsert) {
  const all = getTableColumns(table) as Record<string, Column>
  const name = (property: string) => `"${columnName(all[property]!)}"`
  const updates = conflict?.update.map((c) => `${name(c)} = excluded.${name(c)}`).join(', ')
  const differs = conflict?.update.map((c) => `${name(c)} is not excluded.${name(c)}`).join(' or ')
  const text =
    `insert into "${getTableName(table)}" (${columns.map(name).join(', ')}) values (${columns.map(() => '?').join(', ')})` +
    (conflict ? ` on conflict (${conflict.key.map(name).join(', ')}) do update set ${updates} where ${differs}` : '')

  let kept = inserts.get(db)
  if (!kept) inserts.set(db, (kept = new Map()))
  let statement = kept.get(text)
  if (!statement) kept.set(text, (statement = db.prepare(text)))

  const encoders = columns.map((c) => encoderOf(all[c]!))
  for (const row of rows) {
    const values: unknown[] = Array.from({ length: row.length })
    for (let i = 0; i < row.length; i++) {
      const encode = encoders[i]
      values[i] = encode ? encode(row[i]) : (row[i] ?? null)
    }
    statement.run(values)
  }
}

/** Most values go in as they are; undefined where that is so. */
function encoderOf(column: Column): ((value: unknown) => unknown) | undefined {
  if (column.dataType === 'boolean') return (value) => (value === null || value === undefined ? null : Number(value))
  if (column.dataType === 'json')
    return (value) => (value === null || value === undefined ? null : JSON.stringify(value))
}

function execScript(db: Database.Database, script: string) {
  db.pragma('foreign_keys = OFF') // a no-op inside a transaction; on, dropping a table to rebuild it would cascade
  try {
    db.transaction(() => {
      db.exec(script)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length) throw new Error(`foreign keys broken: ${JSON.stringify(broken.slice(0, 5))}`)
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
