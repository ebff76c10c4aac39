/**
 * Readers of streams in a process of their own: `node live-clients.ts FILE`, a JSON of what `Asked` says; with a panel
 * each fetches it after each event. Prints {"p95":ms,"bytes":of a panel with its head,"perStream":bytes} as JSON: from
 * the commit until a reader had it, the median round's 95th percentile.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** `reader`: as a page says for whom it was made. */
export type Reader = { cookie: string; reader: string }
export type Asked = { url: string; readers: Reader[]; rounds: number; panel: string }

const { url, readers, rounds, panel } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Asked
const WARM_UP = 3
let bytes = 0

const asText = (path: string, method = 'GET') =>
  new Promise<string>((done, failed) =>
    request(url + path, { method, headers: { 'sec-fetch-site': 'same-origin' } }, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('end', () => done(text))
    })
      .on('error', failed)
      .end(),
  )

/** Opens a stream that calls `heard` at each event; resolves with its name. */
const openStream = ({ cookie }: Reader, heard: () => void) =>
  new Promise<string>((done, failed) => {
    get(`${url}/live?since=`, { agent: false, headers: { cookie } }, (response) => {
      response.on('data', (part: Buffer) => {
        const text = part.toString()
        if (text.includes('event: hello')) done(/data: (\S+)/.exec(text)![1]!)
        if (text.includes('data: order')) heard()
      })
    }).on('error', failed)
  })

/**
 * A reader's own connection for panels, kept open. Bytes to a socket: Node's client costs more than a bare server's
 * answer, and both would measure it.
 */
async function openAsker({ cookie, reader }: Reader, stream: string): Promise<() => Promise<void>> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.setNoDelay()
  await once(socket, 'connect')
  const headers = { host: '127.0.0.1', cookie, 'accept-encoding': 'gzip', 'zaowan-poll': '1', 'hx-request': 'true', 'zaowan-reader': reader, 'zaowan-stream': stream } // prettier-ignore
  const lines = Object.entries(headers).map((pair) => pair.join(': '))
  const question = `GET ${panel} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
  let answered: (() => void) | undefined
  let got = 0
  let expected = 0
  socket.on('data', (part: Buffer) => {
    if (!expected) expected = lengthOf(part)
    got += part.length
    if (got < expected) return
    bytes = got
    got = expected = 0
    answered?.()
  })
  socket.on('close', () => {
    throw new Error('the server closed a connection')
  })
  return () =>
    new Promise<void>((done) => {
      answered = done
      socket.write(question)
    })
}

/** Bytes of the whole answer, whose head is in its first part. */
function lengthOf(first: Buffer): number {
  const head = first.subarray(0, first.indexOf('\r\n\r\n')).toString('latin1')
  const length = /^content-length: (\d+)/im.exec(head)?.[1]
  if (!head.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(head)
  return head.length + 4 + Number(length)
}

const times: bigint[] = []
let complete = () => {}
const note = () => {
  if (times.push(process.hrtime.bigint()) === readers.length) complete()
}

async function openReader(who: Reader) {
  let heard = note
  const stream = await openStream(who, () => heard())
  const ask = panel ? await openAsker(who, stream) : undefined
  if (ask) heard = () => void ask().then(note)
}

async function oneRound(): Promise<number> {
  times.length = 0
  const all = new Promise<void>((done) => (complete = done))
  const committedAt = BigInt(await asText('/fire', 'POST'))
  await all
  times.sort((a, b) => Number(a - b))
  return Number(times[Math.floor(readers.length * 0.95)]! - committedAt) / 1e6
}

const before = Number(await asText('/memory'))
for (let i = 0; i < readers.length; i += 50) await Promise.all(readers.slice(i, i + 50).map(openReader))
await wait(500)
const perStream = Math.round((Number(await asText('/memory')) - before) / readers.length)
const measured: number[] = []
for (let i = 0; i < rounds + WARM_UP; i++) {
  measured.push(await oneRound())
  await wait(150)
}
const p95 = measured.slice(WARM_UP).sort((a, b) => a - b)[Math.floor(rounds / 2)]!
console.log(JSON.stringify({ p95: Math.round(p95 * 10) / 10, bytes, perStream }))
process.exit(0)
