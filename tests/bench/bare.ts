/**
 * The bare thing beside the board: node:http, prepared statements and string concatenation that send the same order
 * list. It looks up the session, counts, reads the rows and writes them; no rules, no words, no rights. What stands
 * around the rows is taken from the real page. `node bare.ts FILE PAGE`; prints its port and the bytes it sends.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'

const [file = '', pageFile = ''] = process.argv.slice(2)
const page = readFileSync(pageFile, 'utf8')
const [from, to] = [page.indexOf('<tbody>') + 7, page.indexOf('</tbody>')]
const [head, model, tail] = [page.slice(0, from), page.slice(from, to), page.slice(to)]
const rowCount = model.split('<tr ').length - 1

const db = new Database(file, { readonly: true })
const session = db.prepare(
  'select s.id, s.seen_at, p.handle, p.roles from sessions s join people p on p.id = s.person_id where s.id = ?',
)
const counts = db.prepare('select meaning, count(*) n from orders where shop_id = ? and open group by meaning')
const rows = db.prepare(
  `select id, flag, meaning, tid, receiver, paid_at, summary, amount, memo from orders
   where shop_id = ? and open order by paid_at, id limit ?`,
)
const shop = (db.prepare('select id from shops').get() as { id: string }).id

const escaped = (text: string) =>
  /[&<>"]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : text
const two = (n: number) => String(n).padStart(2, '0')
function short(at: number) {
  const d = new Date(at + 8 * 3600_000)
  return `${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`
}
const flagWord: Record<string, string> = { red: '红', yellow: '黄', grey: '灰', green: '绿', blue: '蓝', purple: '紫' }
const meaningWord: Record<string, string> = { ship: '发', hold: '缓', undecided: '待定' }

type Row = { id: string; flag: string; meaning: string; tid: string; receiver: string; paid_at: number; summary: string; amount: number; memo: string } // prettier-ignore

/** The markup between a real row's values, so that both send the same. */
const real = model.slice(0, model.indexOf('</tr>') + 5)
const gaps = real.replace(/>[^<>]+</g, (text) => (text.trim() === '><' ? text : '>\u0000<')).split('\u0000')

const rowOf = (r: Row) => {
  const values = [flagWord[r.flag], meaningWord[r.meaning], r.tid, escaped(r.receiver), short(r.paid_at), escaped(r.summary), `¥${(r.amount / 100).toFixed(2)}`, '今天发', escaped(r.memo)] // prettier-ignore
  let out = gaps[0]!.replace(/o-[^"]*/, `o-${r.id}`)
  for (let i = 1; i < gaps.length; i++) out += (values[i - 1] ?? '') + gaps[i]!
  return out
}

const server = createServer((request, response) => {
  const token = /zaowan=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  if (!session.get(createHash('sha256').update(token).digest('base64url'))) return response.writeHead(401).end()
  counts.all(shop)
  let body = head
  for (const row of rows.all(shop, rowCount) as Row[]) body += rowOf(row)
  body += tail
  const bytes = Buffer.from(body)
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length }).end(bytes)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
