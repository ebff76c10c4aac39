/** A page of orders under twenty readers, beside the bare server that sends the same HTML. */
import { median, round, type Figure } from './figure.ts'
import { load, loadOn, pageIn, start, type Load } from './readers.ts'

const READERS = 20
const ROUNDS = 3

/** Rendered anew is compared byte for byte; what is kept goes out compressed, as browsers ask for it. */
const encodingOf = (mode: string) => (mode === 'cold' ? 'identity' : 'gzip')

const modes = {
  cold: {
    target: '≥ 0.45',
    means: 'Everything rendered anew for every reader: what the page costs before anything is kept.',
  },
  busy: { target: '≥ 8', means: 'Ten changes a second arrive, as in the last half hour before the cutoff.' },
  calm: { target: '', means: 'Nothing changes: the kept list is sent.' },
} as const

/** Which open orders the rows of a page are. */
const rowsOf: Record<string, string> = { '/orders': 'true', '/batch': "meaning <> 'ship'" }

/** `open` says how many open orders the database has. */
export async function listBench(
  database: string,
  cookie: string,
  path: keyof typeof rowsOf,
  open: number,
): Promise<Figure[]> {
  const page = await pageIn(database, cookie, path)
  const measured: Record<string, Load[]> = { bare: [], cold: [], busy: [], calm: [], same: [] }
  for (let i = 0; i < ROUNDS; i++) {
    const bare = { path, cookie, readers: READERS, encoding: 'identity' } as const
    measured.bare!.push(await loadOn('./bare.ts', [database, page, rowsOf[path]!], bare))
    for (const mode of Object.keys(modes)) {
      const server = await start('./server.ts', [database, mode]) // one at a time: the busy one changes what all read
      measured[mode]!.push(await load(server, { path, cookie, readers: READERS, encoding: encodingOf(mode) }))
      if (mode === 'calm') {
        const etag = (await fetch(server.url + path, { headers: { cookie } })).headers.get('etag')!
        measured.same!.push(await load(server, { path, cookie, readers: READERS, encoding: 'gzip', etag }))
      }
      server.stop()
    }
  }

  const of = (name: string) => median(measured[name]!.map((l) => l.perSecond))
  const figure = (name: string, key: string, target: string, means: string): Figure => ({
    name: `${path}, ${open} open orders, ${name} (${measured[key]![0]!.bytes} B, bare ${measured.bare![0]!.bytes} B)`,
    ours: round(of(key)),
    bare: round(of('bare')),
    unit: 'pages per second of CPU',
    ratio: round(of(key) / of('bare')),
    target,
    means,
  })
  return [
    ...Object.entries(modes).map(([mode, { target, means }]) => figure(mode, mode, target, means)),
    figure('unchanged, 304', 'same', '', 'The browser has it already.'),
  ]
}
