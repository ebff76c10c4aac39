/**
 * The bare thing beside the board: node:http, prepared statements and string concatenation that send the same page of
 * orders. It looks up the session, counts, reads the rows and writes them; no rules, no words, no rights. What stands
 * around the rows, and the markup of a row, is taken from the real page: the first row shows where which value goes.
 * `node bare.ts FILE PAGE [WHERE]`; prints its port.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'

const [file = '', pageFile = '', where = 'true'] = process.argv.slice(2)
const page = readFileSync(pageFile, 'utf8')
const [from, to] = [page.indexOf('<tbody>') + 7, page.indexOf('</tbody>')]
const [head, real, tail] = [page.slice(0, from), page.slice(from, to).split(/(?=<tr)/), page.slice(to)]

const db = new Database(file, { readonly: true })
const session = db.prepare(
  'select s.id, s.seen_at, p.handle, p.roles from sessions s join people p on p.id = s.person_id where s.id = ?',
)
const counts = db.prepare('select meaning, count(*) n from orders where shop_id = ? and open group by meaning')
const rows = db.prepare(
  `select id, flag, meaning, tid, receiver, paid_at, summary, amount, memo from orders
   where shop_id = ? and open and ${where} order by paid_at, id limit ?`,
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

/** What a row shows of an order, as text. */
const shown = {
  id: (r: Row) => r.id,
  tid: (r: Row) => r.tid,
  receiver: (r: Row) => escaped(r.receiver),
  summary: (r: Row) => escaped(r.summary),
  memo: (r: Row) => escaped(r.memo),
  paid: (r: Row) => short(r.paid_at),
  amount: (r: Row) => (r.amount / 100).toFixed(2),
  flag: (r: Row) => flagWord[r.flag]!,
  meaning: (r: Row) => meaningWord[r.meaning]!,
}

/** The first real row as markup and the values between: [markup, value, markup, value, …, markup]. */
function templateOf(row: string) {
  const tid = /\d{15,}/.exec(row)![0]
  const order = db.prepare('select * from orders where tid = ?').get(tid) as Row
  const whole = ([name, value]: [string, (r: Row) => string]) => [name, value(order)] as const
  const texts = Object.entries(shown).map(whole).filter(([, text]) => text) // prettier-ignore
  const found = new RegExp(`(${texts.map(([, text]) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`)
  return row.split(found).map((part) => texts.find(([, text]) => text === part)?.[0] ?? part)
}
const template = templateOf(real[0]!)
const values = template.map((part) => shown[part as keyof typeof shown])

const rowOf = (r: Row) => {
  let out = ''
  for (let i = 0; i < template.length; i++) out += i % 2 ? values[i]!(r) : template[i]!
  return out
}

const server = createServer((request, response) => {
  const token = /zaowan=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  if (!session.get(createHash('sha256').update(token).digest('base64url'))) return response.writeHead(401).end()
  counts.all(shop)
  let body = head
  for (const row of rows.all(shop, real.length) as Row[]) body += rowOf(row)
  body += tail
  const bytes = Buffer.from(body)
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length }).end(bytes)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
