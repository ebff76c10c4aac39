/** An import of 100,000 lines, as from the page: read beside the server, then applied, while others are answered. */
import { openAsBlob, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { makeContext } from '../../src/core/context.ts'
import { applyImport, startImport } from '../../src/features/imports/actions.ts'
import { findImport, type ImportState } from '../../src/features/imports/store.ts'
import { keepUpload } from '../../src/features/imports/uploads.ts'
import { benchShop } from './data.ts'
import { round, type Figure } from './figure.ts'
import { writeOrdersFile } from './orders-file.ts'

const LINES = 100_000

export async function importBench(database: string): Promise<Figure[]> {
  const { store, shop, who } = await benchShop(database)
  const file = join(tmpdir(), 'zaowan-bench-orders.csv')
  await writeOrdersFile(file, LINES)
  const bare = bareParse(file)

  const ctx = makeContext({ store, who, now: Date.now(), shopId: shop.id })
  const body = new FormData()
  body.set('file', await openAsBlob(file), 'orders.csv')
  const form = new Response(body)
  const upload = await keepUpload(form.body, form.headers.get('content-type')!, tmpdir())

  const pauses = monitorEventLoopDelay({ resolution: 5 })
  pauses.enable()
  const readStarted = performance.now()
  const { id } = await startImport(ctx, shop.id, upload)
  const until = async (state: ImportState) => {
    for (;;) {
      const found = await findImport(store.read, who, id)
      if (found.state === state) return found
      if (found.state === 'failed') throw new Error(`import failed: ${found.problem}`)
      await sleep(20)
    }
  }
  await until('ready')
  const applyStarted = performance.now()
  await applyImport(ctx, id)
  const { counts } = await until('applied')
  const ended = performance.now()
  pauses.disable()
  await store.close()
  await rm(file)
  if (counts!.new !== LINES) throw new Error(`only ${counts!.new} of ${LINES} orders came in`)

  const applied = LINES / ((ended - applyStarted) / 1000)
  return [
    {
      name: `import of ${LINES} lines: applied, orders, items and activity in one transaction`,
      ours: round(applied),
      bare: round(bare),
      unit: 'lines/s',
      ratio: round(applied / bare),
      target: '≥ 15,000 lines/s',
      means: 'Beside it the bare parse of the same file, GBK to arrays, which writes nothing.',
    },
    {
      name: 'the whole import, reading and preview included',
      ours: round((ended - readStarted) / 1000),
      unit: 's',
      target: '',
      means: 'What a person waits for a month of a large shop.',
    },
    {
      name: 'longest pause of the event loop during it',
      ours: round(pauses.max / 1e6),
      unit: 'ms',
      target: '≤ 50 ms',
      means: 'Everybody else works on.',
    },
  ]
}

/** Lines a second of nothing but decoding and parsing. */
function bareParse(file: string) {
  const started = performance.now()
  const text = new TextDecoder('gb18030').decode(readFileSync(file))
  const rows: unknown[] = parse(text, { relax_quotes: true, relax_column_count: true })
  return (rows.length - 1) / ((performance.now() - started) / 1000)
}
