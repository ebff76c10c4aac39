/** A server under the load of some readers, each in a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MS = 2000
/** A shop's server runs for weeks: a second of one reader is not enough for what it runs often to be compiled. */
const WARM_UP = 3000
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export type Server = { url: string; cpu: () => Promise<number>; stop: () => void }

/** Starts a server script; resolves with its address once it has printed its port. */
export async function start(script: string, args: string[]): Promise<Server> {
  const child = spawn('node', ['--import', file('./cpu.ts'), file(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [port] = (await once(child.stdout!, 'data')) as [Buffer]
  return {
    url: `http://127.0.0.1:${String(port).trim()}`,
    async cpu() {
      child.send('how much')
      return ((await once(child, 'message')) as [number])[0]
    },
    stop: () => void child.kill(),
  }
}

/** `perSecond`: pages for each second of the server's own time, which other work on the machine takes nothing from. */
export type Load = { perSecond: number; bytes: number; p50: number; p99: number }
/** `encoding`: what the browser reads; `etag`: of what it has already. */
export type Reading = { path: string; cookie: string; readers: number; encoding: 'identity' | 'gzip'; etag?: string }

export async function load(server: Server, reading: Reading): Promise<Load> {
  await loadFor(WARM_UP, server, reading)
  const before = await server.cpu()
  const { pages, ...load } = await loadFor(MS, server, reading)
  return { ...load, perSecond: (pages / ((await server.cpu()) - before)) * 1000 }
}

/** Under this load from its start to its end. */
export async function loadOn(script: string, args: string[], reading: Reading): Promise<Load> {
  const server = await start(script, args)
  const measured = await load(server, reading)
  server.stop()
  return measured
}

/** The real page, in a file: what a bare server sends. */
export async function pageIn(database: string, cookie: string, path: string): Promise<string> {
  const server = await start('./server.ts', [database, 'calm'])
  const page = await (await fetch(server.url + path, { headers: { cookie } })).text()
  server.stop()
  const file = `${database}${path.replace(/\W/g, '-')}.html`
  writeFileSync(file, page)
  return file
}

type Loaded = Omit<Load, 'perSecond'> & { pages: number }
async function loadFor(ms: number, { url }: Server, { path, cookie, readers, encoding, etag = '' }: Reading) {
  const child = spawn('node', [file('./load.ts'), url + path, cookie, String(readers), String(ms), encoding, etag], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  await once(child, 'exit')
  return JSON.parse(Buffer.concat(parts).toString()) as Loaded
}
