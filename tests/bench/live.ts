/** From a commit to the last of many open pages, beside a bare server that writes one frame to all of them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Store } from '../../src/core/store.ts'
import type { Shop } from '../../src/features/shops/store.ts'
import { addReaders } from './data.ts'
import { round, type Figure } from './figure.ts'
import type { Asked, Reader } from './live-clients.ts'

const ROUNDS = 9
/** What an open board asks for after an event. */
const PANEL = '/board/shared/late?board=lead&lang=zh&shop='
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

type Heard = { p95: number; bytes: number; perStream: number }

async function measured(kind: 'board' | 'bare', database: string, readers: Reader[], panel = '') {
  const server = spawn('node', ['--expose-gc', file('./live-server.ts'), kind, database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(server.stdout, 'data')) as [Buffer]
  const asked: Asked = { url: `http://127.0.0.1:${String(port).trim()}`, readers, rounds: ROUNDS, panel }
  writeFileSync(`${database}.readers.json`, JSON.stringify(asked))
  const clients = spawn('node', [file('./live-clients.ts'), `${database}.readers.json`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [text] = (await once(clients.stdout, 'data')) as [Buffer]
  server.kill()
  await once(server, 'exit')
  return JSON.parse(String(text)) as Heard
}

export async function liveBench(database: string, store: Store, shop: Shop): Promise<Figure[]> {
  const figures: Figure[] = []
  const all = await addReaders(store, shop, 1000)
  for (const readers of [350, 1000]) {
    const these = all.slice(0, readers)
    const bare = await measured('bare', database, these)
    const board = await measured('board', database, these)
    const panels = await measured('board', database, these, PANEL + shop.id)
    const beside = (name: string, ours: Heard, target: string, means: string): Figure => ({
      name: `live, ${readers} streams, ${name}`,
      ours: round(ours.p95),
      bare: round(bare.p95),
      unit: 'ms, 95th percentile',
      ratio: round(ours.p95 / bare.p95),
      target,
      means,
    })
    figures.push(
      beside('commit to page', board, '≤ 3', 'So long after a change is saved every open page knows.'),
      beside(`commit to panel (${panels.bytes} B)`, panels, '≤ 6', 'Until each has fetched the panel it concerns.'),
      {
        name: `live, ${readers} streams, memory of a stream`,
        ours: round(board.perStream / 1024),
        bare: round(bare.perStream / 1024),
        unit: 'KB',
        target: '≤ 50',
        means: 'What an open page costs the server.',
      },
    )
  }
  return figures
}
