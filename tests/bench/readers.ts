/** A server under the load of some readers, each in a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const MS = 1500
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Starts a server script; resolves with its address once it has printed its port. */
export async function start(script: string, args: string[]) {
  const child = spawn('node', [file(script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: `http://127.0.0.1:${String(port).trim()}`, stop: () => void child.kill() }
}

export type Load = { perSecond: number; bytes: number; p50: number; p99: number }
/** `encoding`: what the browser reads; `etag`: of what it has already. */
export type Reading = { cookie: string; readers: number; encoding: 'identity' | 'gzip'; etag?: string }

export async function load(url: string, { cookie, readers, encoding, etag = '' }: Reading): Promise<Load> {
  const child = spawn('node', [file('./load.ts'), url, cookie, String(readers), String(MS), encoding, etag], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  await once(child, 'exit')
  return JSON.parse(Buffer.concat(parts).toString()) as Load
}
