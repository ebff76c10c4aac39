/** PostgreSQL, and what speaks like it: serializable transactions from a pool. */
import { getTableColumns, getTableName, type Column } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { BulkInsert, Engineered, Tx, Writer } from './store.ts'
import { retry } from './crossed.ts'

const casing = new CasingCache('snake_case')

/** ms. A process that stands still in the middle of a write (its machine asleep) loses its locks to the others. */
const STANDSTILL = 60_000

/** A PostgreSQL URL; connects only when first asked. */
export function openPostgres(connectionString: string, writer: Writer): Engineered {
  const pool = new pg.Pool({ connectionString, max: 10, idle_in_transaction_session_timeout: STANDSTILL })
  const ignore = () => {} // a cut connection: its next query says so; with nobody listening it would end the process
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore))
  const options = { casing: 'snake_case' } as const
  const clients = new WeakMap<Tx, pg.PoolClient>()

  return {
    engine: 'postgres',
    url: connectionString,
    read: drizzle(pool, options),
    write: writer(async (work) => {
      const client = await pool.connect() // by hand: drizzle leaks the connection if its BEGIN fails
      try {
        return await drizzle(client, options).transaction(
          (tx) => {
            clients.set(tx, client)
            return work(tx)
          },
          { isolationLevel: 'serializable' },
        )
      } finally {
        client.release()
      }
    }),
    bulk: (tx, insert) => bulkInsert(clients.get(tx)!, insert),
    async lock(tx, tables) {
      const names = tables.map((table) => `"${getTableName(table)}"`)
      // taken before the snapshot, so that the work sees whatever those who had to finish first have written
      await clients.get(tx)!.query(`lock table ${names.join(', ')} in share row exclusive mode`)
    },
    exec: async (script) => void (await retry(() => pool.query(script))), // one message of several statements is one transaction
    close: () => pool.end(),
  }
}

/** One statement for all rows: an array a column, unnested. */
async function bulkInsert(client: pg.PoolClient, { table, columns, rows, conflict }: BulkInsert) {
  if (!rows.length) return
  const all = getTableColumns(table) as Record<string, Column>
  const name = (property: string) => `"${casing.getColumnCasing(all[property]!)}"`
  const types = columns.map((c) => all[c]!.getSQLType().replace('bigserial', 'bigint'))
  const target = `"${getTableName(table)}"`
  const updates = conflict?.update.map((c) => `${name(c)} = excluded.${name(c)}`).join(', ')
  const differs = conflict?.update.map((c) => `${target}.${name(c)} is distinct from excluded.${name(c)}`).join(' or ')
  // jsonb travels as text: an array of jsonb values would be read as nested arrays
  const from = types.map((type, i) => `$${i + 1}::${type === 'jsonb' ? 'text' : type}[]`).join(', ')
  const picked = types.map((type, i) => (type === 'jsonb' ? `c${i}::jsonb` : `c${i}`)).join(', ')
  const text =
    `insert into ${target} (${columns.map(name).join(', ')}) ` +
    `select ${picked} from unnest(${from}) as r(${types.map((_, i) => `c${i}`).join(', ')})` +
    (conflict ? ` on conflict (${conflict.key.map(name).join(', ')}) do update set ${updates} where ${differs}` : '')
  const values = columns.map((c, i) =>
    rows.map((row) => (row[i] === null || row[i] === undefined ? null : all[c]!.mapToDriverValue(row[i]))),
  )
  await client.query(text, values)
}
