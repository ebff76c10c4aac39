/** Copies of an SQLite database: made while it is in use, checked before anybody relies on them. */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { codeOf } from '../core/crossed.ts'
import { AppError } from '../core/errors.ts'
import { words } from './messages.ts'

const refusal = (kind: 'noFile' | 'notOurs' | 'damaged' | 'stillRunning', file: string) =>
  new AppError('invalid', (lang) => words(lang)[kind](file))

/** A consistent copy of one moment, as a single file, on the disk when this resolves. Never overwrites. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  if (existsSync(to)) throw new AppError('conflict', (lang) => words(lang).thereIsOne(to))
  for (const path of [from, dirname(to)]) if (!existsSync(path)) throw refusal('noFile', path)
  const partial = `${to}.partial`
  rmSync(partial, { force: true })
  const db = new Database(from, { readonly: true, fileMustExist: true, timeout: 60_000 })
  try {
    // all pages in one step: in small steps every write of the running board would start the copy anew
    await db.backup(partial, { progress: () => 0x7fffffff })
    chmodSync(partial, 0o600)
    asSingleFile(partial)
    checkCopy(partial)
    toDisk(partial)
    renameSync(partial, to)
    toDisk(dirname(to))
  } finally {
    db.close()
    rmSync(partial, { force: true })
  }
}

/** Without a write-ahead log, so that the copy can be moved about as one file. */
function asSingleFile(file: string) {
  const db = new Database(file)
  db.pragma('journal_mode = DELETE')
  db.close()
}

function toDisk(path: string) {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Throws unless every page is sound and the tables are ours; returns the number of shops. */
export function checkCopy(file: string): number {
  if (!existsSync(file)) throw refusal('noFile', file)
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw refusal('damaged', file)
    return shopsIn(db, file)
  } finally {
    db.close()
  }
}

function shopsIn(db: Database.Database, file: string): number {
  const ours = db
    .prepare("select count(*) from sqlite_master where name in ('migrations', 'shops', 'activity')")
    .pluck()
  if (ours.get() !== 3) throw refusal('notOurs', file)
  return db.prepare('select count(*) from shops').pluck().get() as number
}

/**
 * Puts a checked copy in the place of the database, when no program has that open. A board with shops in it gives way
 * only to `force`, and is kept at `aside`; returns whether there was one.
 */
export async function putBack(copy: string, target: string, { force, aside }: { force: boolean; aside: string }) {
  const incoming = `${target}.incoming`
  rmSync(incoming, { force: true })
  if (!existsSync(target)) {
    await copyDatabase(copy, target)
    return false
  }
  const db = heldAlone(target)
  try {
    if (!force && shopsIn(db, target) > 0) throw new AppError('conflict', (lang) => words(lang).notEmpty)
    await copyDatabase(copy, incoming)
    renameSync(target, aside)
    renameSync(incoming, target)
    toDisk(dirname(target))
  } finally {
    db.close()
    rmSync(incoming, { force: true })
  }
  return true
}

/** Leaving WAL mode needs the file for oneself: a board that runs, even idle, makes it fail. */
function heldAlone(file: string): Database.Database {
  const db = new Database(file, { timeout: 0 })
  try {
    db.pragma('journal_mode = DELETE')
    db.exec('begin exclusive')
    return db
  } catch (error) {
    db.close()
    throw codeOf(error) === 'SQLITE_BUSY' ? refusal('stillRunning', file) : error
  }
}
