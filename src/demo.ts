/** The demo shop: a board of its own with invented data beside the real one, laid when somebody first enters. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '../db/kit.ts'
import { layDemoShops } from '../db/seeds/lay.ts'
import { startBoard, type Board } from './board.ts'
import { clockFrom, machineClock, type Clock } from './core/clock.ts'
import { isSecure, type Config } from './core/config.ts'
import { AppError } from './core/errors.ts'
import { migrate } from './core/migrate.ts'
import { openStore } from './core/store.ts'
import { dayOf, HOUR, MINUTE } from './core/time.ts'
import type { World } from './core/web.ts'
import { words } from './features/demo/messages.ts'
import { openings, stationsOf, type Opening } from './features/demo/stations.ts'
import { tourOf, type Tour } from './features/demo/tour.ts'
import { features } from './features.ts'
import { DEFAULT_ZONE } from './features/shops/rules.ts'

/** Most enter half an hour before the cutoff, whatever the hour outside: there is something to do. */
const OPENS: Opening = 'afternoon'
/** After that the demo's evening is over and the next visitor gets a new afternoon. */
const STALE_MS = 3 * HOUR

/** At most so many days within a minute: laying one takes seconds of a machine on which others may work. */
const MOST_DAYS = 2
const tooManyDays = new AppError('conflict', (lang) => words(lang).tooManyDays)

export type Demo = ReturnType<typeof makeDemo>
type Standing = Board & { laidAt: number; id: string; world: Pick<World, 'store' | 'clock'> }

/** Nothing is laid before `lay` is called; `machine` is the clock outside. */
export function makeDemo(config: Pick<Config, 'publicUrl'>, machine: Clock = machineClock) {
  let standing: Standing | undefined
  let laying: Promise<void> | undefined
  let laidAts: number[] = []

  async function layAnew(from: Opening) {
    const old = standing
    standing = await openDemo({ secure: isSecure(config), machine, from, layDemo: lay, again })
    laidAts.push(standing.laidAt)
    await old?.stop()
  }
  const layFrom = (from: Opening) => (laying ??= layAnew(from).finally(() => (laying = undefined)))

  async function lay() {
    if (standing && machine() - standing.laidAt < STALE_MS) return
    await layFrom(OPENS)
  }
  const again: Tour['again'] = async (id, from) => {
    if (standing?.id !== id) return standing!.world
    laidAts = laidAts.filter((at) => machine() - at < MINUTE)
    if (laidAts.length >= MOST_DAYS) throw tooManyDays
    await layFrom(from)
    return standing.world
  }
  return {
    lay,
    stands: () => standing !== undefined,
    fetch: (request: Request) => standing!.fetch(request),
    hush: async () => standing?.hush(),
    stop: async () => standing?.stop(),
  }
}

type Opened = { secure: boolean; machine: Clock; from: Opening; layDemo: () => Promise<void>; again: Tour['again'] }

async function openDemo({ secure, machine, from, layDemo, again }: Opened): Promise<Standing> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zaowan-demo-'))
  const stations = stationsOf(dayOf(machine(), DEFAULT_ZONE))
  const opensAt = stations.find(({ name }) => name === openings[from])!.at
  const store = openStore(join(dataDir, 'demo.db'))
  await migrate(store)
  const story = await layDemoShops(store, opensAt, features)
  const clock = clockFrom(opensAt, machine)
  const id = newId()
  const tour = { ...tourOf({ id, store, story, clock, stations }), again }
  const world = { store, clock: clock.now }
  const board = startBoard({ ...world, demo: true, secure, dataDir, layDemo, tour })
  return {
    id,
    laidAt: machine(),
    world,
    fetch: (request) => (asksWho(request) ? to('/demo/roles') : board.fetch(request)), // nobody there has a password
    hush: board.hush,
    async stop() {
      await board.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type Answers = Pick<Board, 'fetch'>

/**
 * The board, or the demo for whose browser is in it. A sign-in that nobody can pass leads to the doors of a board that
 * is not set up: after a restart the demo is gone, and its visitors still carry the cookie.
 */
export const eitherOf =
  (
    board: Answers,
    demo: (Answers & Pick<Demo, 'stands'>) | undefined,
    isSetUp: () => Promise<boolean>,
  ): Board['fetch'] =>
  async (request) => {
    if (demo?.stands() && asksForDemo(request)) return demo.fetch(request)
    return asksWho(request) && !(await isSetUp()) ? to('/') : board.fetch(request)
  }

const asksWho = ({ method, url }: Request) => method === 'GET' && new URL(url).pathname === '/sign-in'
const to = (location: string) => new Response(null, { status: 303, headers: { location } })

/** The visitor's browser is in the demo: features/demo sets the cookie on entering. */
export const asksForDemo = (request: Request) =>
  /(^|;\s*)zaowan-world=demo(;|$)/.test(request.headers.get('cookie') ?? '')
