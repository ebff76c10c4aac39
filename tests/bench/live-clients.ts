/**
 * Readers of streams in a process of their own: `node live-clients.ts URL COOKIE READERS ROUNDS [PANEL]`; with a panel
 * each reader fetches it after each event. Prints {"p95":ms,"bytes":of a panel,"perStream":bytes} as JSON: from the
 * commit until a reader had it, the median round's 95th percentile.
 */
import { Agent, get, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const [url = '', cookie = '', readers = '350', rounds = '10', panel = ''] = process.argv.slice(2)
const N = Number(readers)
const keepAlive = new Agent({ keepAlive: true, maxSockets: N })
const headers = { cookie, 'accept-encoding': 'gzip', 'zaowan-poll': '1', 'hx-request': 'true' }
let bytes = 0

const asText = (path: string, method = 'GET') =>
  new Promise<string>((done, failed) =>
    request(url + path, { method, headers: { ...headers, 'sec-fetch-site': 'same-origin' } }, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('end', () => done(text))
    })
      .on('error', failed)
      .end(),
  )

const fetchPanel = () =>
  new Promise<void>((done, failed) =>
    get(url + panel, { agent: keepAlive, headers }, (response) => {
      let size = 0
      response.on('data', (part: Buffer) => (size += part.length))
      response.on('end', () => {
        bytes = size
        if (response.statusCode === 200) done()
        else failed(new Error(`status ${response.statusCode}`))
      })
    }).on('error', failed),
  )

let heard: (at: bigint) => void = () => {}
const open = () =>
  new Promise<void>((done, failed) => {
    get(`${url}/live?since=`, { agent: false, headers: { cookie } }, (response) => {
      response.on('data', (part: Buffer) => {
        const text = part.toString()
        if (text.includes('event: hello')) done()
        if (text.includes('data: order')) heard(process.hrtime.bigint())
      })
    }).on('error', failed)
  })

async function oneRound(): Promise<number> {
  const times: bigint[] = []
  const all = new Promise<void>((done) => {
    heard = (at) => {
      const note = (then: bigint) => times.push(then) === N && done()
      if (panel) void fetchPanel().then(() => note(process.hrtime.bigint()))
      else note(at)
    }
  })
  const committedAt = BigInt(await asText('/fire', 'POST'))
  await all
  times.sort((a, b) => Number(a - b))
  return Number(times[Math.floor(N * 0.95)]! - committedAt) / 1e6
}

const before = Number(await asText('/memory'))
for (let i = 0; i < N; i += 50) await Promise.all(Array.from({ length: Math.min(50, N - i) }, open))
await wait(500)
const perStream = Math.round((Number(await asText('/memory')) - before) / N)
const measured: number[] = []
for (let i = 0; i < Number(rounds) + 3; i++) {
  measured.push(await oneRound())
  await wait(150)
}
const p95 = measured.slice(3).sort((a, b) => a - b)[Math.floor(Number(rounds) / 2)]!
console.log(JSON.stringify({ p95: Math.round(p95 * 10) / 10, bytes, perStream }))
process.exit(0)
