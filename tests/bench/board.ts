/**
 * The warehouse's board, five panels of a shop with so many open orders, beside the bare server that lists these orders
 * and beside one that sends the same page.
 */
import { median, round, type Figure } from './figure.ts'
import { loadOn, pageIn, type Load } from './readers.ts'

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
  const bare = { path: BOARD, cookie, readers, encoding: 'identity' } as const
  for (let i = 0; i < ROUNDS; i++) {
    measured.list.push(await loadOn('./bare.ts', [database, list, 'true'], bare))
    measured.same.push(await loadOn('./bare-board.ts', [database, same], bare))
    for (const mode of Object.keys(modes) as Mode[])
      measured[mode].push(await loadOn('./server.ts', [database, mode], { ...bare, encoding: 'gzip' }))
  }
  return measured
}
