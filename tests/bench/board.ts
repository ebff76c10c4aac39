/**
 * The warehouse's board, five panels of a shop with so many open orders, beside the bare server that lists these orders
 * and beside one that sends the same page.
 */
import { writeFileSync } from 'node:fs'
import { median, round, type Figure } from './figure.ts'
import { load, start, type Load } from './readers.ts'

const ROUNDS = 3
const BOARD = '/board?board=warehouse'

const modes = {
  calm: { target: '≥ 10', means: 'Nothing changed.' },
  one: { target: '≥ 1', means: 'One panel is rendered anew for every reader.' },
  cold: { target: '≥ 0.45', means: 'Everything is rendered anew for every reader.' },
  busy: { target: '≥ 8', means: 'Ten changes a second arrive, as in the last half hour before the cutoff.' },
} as const
type Mode = keyof typeof modes

export async function boardBench(database: string, cookie: string, open: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const readers of [1, 20]) {
    const measured = await rounds(database, cookie, readers)
    const of = (name: Mode | 'list' | 'same') => median(measured[name].map((one) => one.perSecond))
    for (const [mode, { target, means }] of Object.entries(modes) as [Mode, (typeof modes)[Mode]][])
      figures.push({
        name: `${BOARD}, ${open} open orders, ${readers} readers, ${mode} (${measured[mode][0]!.bytes} B; ${round(of(mode) / of('same'))} × a bare server of the same page)`, // prettier-ignore
        ours: round(of(mode)),
        bare: round(of('list')),
        unit: 'pages per second of CPU',
        ratio: round(of(mode) / of('list')),
        target,
        means,
      })
  }
  return figures
}

async function rounds(database: string, cookie: string, readers: number) {
  const measured: Record<Mode | 'list' | 'same', Load[]> = { calm: [], one: [], cold: [], busy: [], list: [], same: [] }
  const [list, same] = [await pageIn(database, cookie, '/orders'), await pageIn(database, cookie, BOARD)]
  for (let i = 0; i < ROUNDS; i++) {
    for (const [name, script, args] of [
      ['list', './bare.ts', [database, list, 'true']],
      ['same', './bare-board.ts', [database, same]],
    ] as const) {
      const bare = await start(script, [...args])
      measured[name].push(await load(bare, { path: BOARD, cookie, readers, encoding: 'identity' }))
      bare.stop()
    }
    for (const mode of Object.keys(modes) as Mode[]) {
      const server = await start('./server.ts', [database, mode])
      measured[mode].push(await load(server, { path: BOARD, cookie, readers, encoding: 'gzip' }))
      server.stop()
    }
  }
  return measured
}

/** The real page, in a file: what a bare server sends. */
async function pageIn(database: string, cookie: string, path: string): Promise<string> {
  const server = await start('./server.ts', [database, 'calm'])
  const page = await (await fetch(server.url + path, { headers: { cookie } })).text()
  server.stop()
  const file = `${database}${path.replace(/\W/g, '-')}.html`
  writeFileSync(file, page)
  return file
}
