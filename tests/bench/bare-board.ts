/**
 * The bare thing beside the warehouse's board: it looks up the session, reads the open orders and the short lists that
 * the panels are made from, counts, and writes the real page with these numbers in it; no rules, no words, no rights.
 * `node bare-board.ts FILE PAGE`; prints its port.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'

const [file = '', pageFile = ''] = process.argv.slice(2)
const page = readFileSync(pageFile, 'utf8')
const db = new Database(file, { readonly: true })
const shop = (db.prepare('select id from shops').get() as { id: string }).id
const session = db.prepare(
  'select s.id, s.seen_at, p.handle, p.roles from sessions s join people p on p.id = s.person_id where s.id = ?',
)
const orders = db.prepare('select id, flag, meaning, tid, paid_at, ship_by, urgent, state, refund from orders where shop_id = ? and open') // prettier-ignore
const lists = ['holds', 'gifts', 'claims', 'differences', 'stop_requests', 'batches']
  .filter((table) => db.prepare('select 1 from sqlite_master where name = ?').get(table))
  .map((table) => db.prepare(`select * from ${table} where shop_id = ? limit 20`))

/** The page as its text between the numbers, and what each number counts. */
const parts = page.split(/(?<=>)(\d+)(?=<| )/)
type Row = { meaning: string; urgent: number }

const server = createServer((request, response) => {
  const token = /zaowan=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  if (!session.get(createHash('sha256').update(token).digest('base64url'))) return response.writeHead(401).end()
  const counts: Record<string, number> = {}
  for (const { meaning } of orders.all(shop) as Row[]) counts[meaning] = (counts[meaning] ?? 0) + 1
  for (const list of lists) counts['list'] = list.all(shop).length
  let body = ''
  for (let i = 0; i < parts.length; i++)
    body += i % 2 ? String(Math.max(counts['ship'] ?? 0, Number(parts[i]))) : parts[i]
  const bytes = Buffer.from(body)
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length }).end(bytes)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
