/**
 * The column kit: one small vocabulary from which the SQLite and the PostgreSQL tables are built.
 * Code is typed on the PostgreSQL tables; on both engines a column holds the same JavaScript values.
 */
import { randomUUID } from 'node:crypto'
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

type Enum = [string, ...string[]]

let lastMoment = 0
let inMoment = 0

/**
 * A key made by the app (UUID version 7): its first 48 bits are milliseconds, so that new rows lie together in an
 * index, the next 12 count within the millisecond. In one process the later is always the greater: what was made in one
 * go keeps its order. Text, lower case, 36 characters.
 */
export function newId(): string {
  const now = Date.now()
  if (now > lastMoment) [lastMoment, inMoment] = [now, 0]
  else if (++inMoment > 0xfff) [lastMoment, inMoment] = [lastMoment + 1, 0]
  const time = lastMoment.toString(16).padStart(12, '0')
  const count = inMoment.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}${randomUUID().slice(18)}` // the random end of a version 4
}

/** A picture's bytes; PostgreSQL's own column kinds lack it. */
const bytea = pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' })

const pgKit = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
  id: () => pg.text().primaryKey().$defaultFn(newId),
  /** Counted by the database, never reused. */
  seq: () => pg.bigserial({ mode: 'number' }).primaryKey(),
  text: () => pg.text(),
  oneOf: <const E extends Enum>(...values: E) => pg.text({ enum: values }),
  int: () => pg.integer(),
  /** Whole numbers up to 2^53: money in fen, bytes. */
  big: () => pg.bigint({ mode: 'number' }),
  /** An instant: milliseconds since 1970 UTC. */
  at: () => pg.bigint({ mode: 'number' }),
  /** A business day, "2026-11-21", in the shop's time zone. */
  day: () => pg.text(),
  bool: () => pg.boolean(),
  json: <T>() => pg.jsonb().$type<T>(),
  bytes: () => bytea(),
}

export type Kit = typeof pgKit

const sqliteKit = {
  table: lite.sqliteTable,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  check: lite.check,
  id: () => lite.text().primaryKey().$defaultFn(newId),
  seq: () => lite.integer().primaryKey({ autoIncrement: true }),
  text: () => lite.text(),
  oneOf: (...values: Enum) => lite.text({ enum: values }),
  int: () => lite.integer(),
  big: () => lite.integer(),
  at: () => lite.integer(),
  day: () => lite.text(),
  bool: () => lite.integer({ mode: 'boolean' }),
  json: () => lite.text({ mode: 'json' }),
  bytes: () => lite.blob({ mode: 'buffer' }),
} satisfies Record<keyof Kit, unknown>

/** The one place where the compiler is told that the two engines' tables are the same. */
export const kits = { postgres: pgKit, sqlite: sqliteKit as unknown as Kit }
export type Engine = keyof typeof kits

export const engineOf = (url: string): Engine => (/^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite')
