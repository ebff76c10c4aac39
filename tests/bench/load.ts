/** Readers in a process of their own: `node load.ts URL COOKIE READERS MS ENCODING [ETAG]` prints {"pages":…} as JSON. */
import { Agent, get } from 'node:http'

const [url = '', cookie = '', readers = '20', ms = '3000', encoding = 'gzip', etag] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(readers) })
const headers: Record<string, string> = { cookie, 'accept-encoding': encoding }
if (etag) headers['if-none-match'] = etag

let done = 0
let bytes = 0
const times: number[] = []

const once = () =>
  new Promise<void>((resolve, reject) => {
    const started = performance.now()
    get(url, { agent, headers }, (response) => {
      if (![200, 304].includes(response.statusCode!)) return reject(new Error(`status ${response.statusCode}`))
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => {
        done++
        times.push(performance.now() - started)
        resolve()
      })
    }).on('error', reject)
  })

async function reader(until: number) {
  while (performance.now() < until) await once()
}

await Promise.all(Array.from({ length: Number(readers) }, once)) // connections stand before the clock runs
done = bytes = times.length = 0
const started = performance.now()
await Promise.all(Array.from({ length: Number(readers) }, () => reader(started + Number(ms))))
times.sort((a, b) => a - b)
const at = (q: number) => Math.round(times[Math.floor(times.length * q)]! * 10) / 10
console.log(JSON.stringify({ pages: done, bytes: Math.round(bytes / done), p50: at(0.5), p99: at(0.99) }))
agent.destroy()
