/** The demo shop: a board of its own with invented data beside the real one, laid when somebody first enters. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layDemoShops } from '../db/seeds/lay.ts'
import { startBoard, type Board } from './board.ts'
import { clockFrom, machineClock, type Clock } from './core/clock.ts'
import { isSecure, type Config } from './core/config.ts'
import { migrate } from './core/migrate.ts'
import { openStore } from './core/store.ts'
import { dayOf, HOUR, instantOf } from './core/time.ts'
import { features } from './features.ts'
import { DEFAULT_ZONE } from './features/shops/rules.ts'

/** Half an hour before the cutoff, whatever the hour outside: there is something to do. */
const OPENS_AT = '15:24'
/** After that the demo's evening is over and the next visitor gets a new afternoon. */
const STALE_MS = 3 * HOUR

export type Demo = ReturnType<typeof makeDemo>

/** Nothing is laid before `lay` is called; `machine` is the clock outside. */
export function makeDemo(config: Pick<Config, 'publicUrl'>, machine: Clock = machineClock) {
  let standing: (Board & { laidAt: number }) | undefined
  let laying: Promise<void> | undefined

  async function layAnew() {
    const old = standing
    standing = { ...(await openDemo(isSecure(config), lay, machine)), laidAt: machine() }
    await old?.stop()
  }
  async function lay() {
    if (standing && machine() - standing.laidAt < STALE_MS) return
    await (laying ??= layAnew().finally(() => (laying = undefined)))
  }
  return {
    lay,
    stands: () => standing !== undefined,
    fetch: (request: Request) => standing!.fetch(request),
    hush: async () => standing?.hush(),
    stop: async () => standing?.stop(),
  }
}

async function openDemo(secure: boolean, layDemo: () => Promise<void>, machine: Clock): Promise<Board> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zaowan-demo-'))
  const clock = clockFrom(instantOf(dayOf(machine(), DEFAULT_ZONE), OPENS_AT, DEFAULT_ZONE), machine)
  const store = openStore(join(dataDir, 'demo.db'))
  await migrate(store)
  await layDemoShops(store, clock(), features)
  const board = startBoard({ store, clock, demo: true, secure, dataDir, layDemo })
  return {
    fetch: (request) => (asksWho(request) ? toFaces() : board.fetch(request)),
    hush: board.hush,
    async stop() {
      await board.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Nobody in the demo has a password: where the board would ask for one, a visitor chooses a face. */
const asksWho = ({ method, url }: Request) => method === 'GET' && new URL(url).pathname === '/sign-in'
const toFaces = () => new Response(null, { status: 303, headers: { location: '/demo/roles' } })

/** The visitor's browser is in the demo: features/demo sets the cookie on entering. */
export const asksForDemo = (request: Request) =>
  /(^|;\s*)zaowan-world=demo(;|$)/.test(request.headers.get('cookie') ?? '')
