/** Brings one board up from its configuration and stays until it is told to stop (SIGINT, SIGTERM). */
import { mkdirSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { startBoard, type Board } from './board.ts'
import { words } from './cli/messages.ts'
import { machineClock } from './core/clock.ts'
import { isSecure, type Config } from './core/config.ts'
import { codeOf, withoutValues } from './core/crossed.ts'
import { openMail } from './core/mail.ts'
import type { Lang } from './core/i18n.ts'
import { migrate } from './core/migrate.ts'
import { openSeal } from './core/sealing.ts'
import { openStore } from './core/store.ts'
import { eitherOf, makeDemo } from './demo.ts'
import { announceSetup, isSetUp } from './features/setup/index.ts'
import { listen } from './server.ts'

/** The shop's own board, with the demo shop beside it. Throws when it cannot start; nothing is left running then. */
export async function run(config: Config, lang: Lang) {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const store = openStore(config.databaseUrl)
  await migrate(store)
  const demo = store.engine === 'sqlite' ? makeDemo(config) : undefined
  const { dataDir, publicUrl } = config
  const mail = config.mail && openMail(config.mail)
  const seal = openSeal(config)
  const world = { store, clock: machineClock, demo: false, secure: isSecure(config), dataDir, mail, seal, publicUrl }
  const board = startBoard(demo ? { ...world, layDemo: demo.lay } : world)
  const fetch = eitherOf(board, demo, () => isSetUp(store.read))
  const port = await stay(fetch, config, demo ? [board, demo] : [board])
  const address = config.publicUrl?.href ?? `http://localhost:${port}/`
  console.log(words(lang).ready(address, config.publicUrl ? '' : neighbours(config.host, port).join(' ')))
  const token = await announceSetup(store)
  if (token) console.log(words(lang).setupToken(token))
}

/** The demo shop alone. */
export async function runDemo(config: Config, lang: Lang) {
  const demo = makeDemo(config)
  await demo.lay()
  const port = await stay((request) => demo.fetch(request), config, [demo])
  console.log(words(lang).demoReady(config.publicUrl?.href ?? `http://localhost:${port}/`))
}

/** Listens until a signal comes, then lets requests and jobs end; the second signal does not wait. */
async function stay(fetch: Board['fetch'], { port, host }: Config, boards: readonly Pick<Board, 'hush' | 'stop'>[]) {
  const stopBoards = () => Promise.all(boards.map((board) => board.stop()))
  const server = await listen(fetch, port, host).catch(async (error) => {
    await stopBoards()
    throw error
  })
  const stop = async (status: number) => {
    await Promise.all(boards.map((board) => board.hush()))
    await server.stop()
    await stopBoards()
    process.exit(status)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0))
  surviveSurprises(() => stop(1))
  return server.port
}

/** A forgotten promise or a cut connection harms nobody else. Whatever else surprises us: log, stop, be restarted. */
function surviveSurprises(stop: () => Promise<unknown>) {
  process.on('unhandledRejection', (reason) => console.error('unhandled:', withoutValues(reason)))
  process.on('uncaughtException', (error) => {
    console.error('uncaught:', withoutValues(error))
    if (!['ECONNRESET', 'EPIPE'].includes(codeOf(error) ?? '')) void stop()
  })
}

/** Where other computers of this network reach it: "http://192.168.1.20:3000/". */
const neighbours = (host: string, port: number) =>
  host === '0.0.0.0' || host === '::'
    ? Object.values(networkInterfaces())
        .flat()
        .filter((face) => face && face.family === 'IPv4' && !face.internal)
        .map((face) => `http://${face!.address}:${port}/`)
    : []
