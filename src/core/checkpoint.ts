/**
 * Runs in a worker thread: moves what the write-ahead log holds into the SQLite file. After a long import that is
 * hundreds of megabytes, and the thread that answers people must not wait for the disk.
 */
import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const db = new Database(workerData as string)
db.pragma('synchronous = FULL')
db.pragma('wal_checkpoint(PASSIVE)')
db.pragma('analysis_limit = 400')
try {
  db.pragma('optimize = 0x10002') // all tables: what the planner knows of a table that has grown since
} catch (error) {
  if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error // somebody writes: next time
}
db.close()
