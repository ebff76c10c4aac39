/** Tries what work needs: a written row, current tables, a clock that runs, room on the disk. */
import { statfs } from 'node:fs/promises'
import { setTimeout as after } from 'node:timers/promises'
import { pendingMigrations } from '../../core/migrate.ts'
import type { World } from '../../core/web.ts'
import type { ProblemKind } from './messages.ts'
import { isFull, isStale } from './rules.ts'
import { writeProof } from './store.ts'

/** Someone asks again every few seconds: an answer that takes longer is a problem of its own. */
const PATIENCE_MS = 5000

const checks: Record<ProblemKind, (world: World) => Promise<boolean>> = {
  database: (world) => writeProof(world.store, world.clock()).then(() => true),
  migrations: async (world) => (await pendingMigrations(world.store)).length === 0,
  clock: async ({ sweepAge }) => !sweepAge || !isStale(sweepAge()),
  disk: async ({ dataDir }) => !isFull(await statfs(dataDir)),
}

async function holds(check: () => Promise<boolean>): Promise<boolean> {
  const given = new AbortController()
  const tooLong = after(PATIENCE_MS, false, { signal: given.signal }).catch(() => false)
  try {
    return await Promise.race([check(), tooLong])
  } catch {
    return false
  } finally {
    given.abort()
  }
}

const running = new WeakMap<World, Promise<ProblemKind[]>>()

/** What is wrong now. Those who ask while a check runs get its answer: nobody can make this board write in a hurry. */
export function problemsOf(world: World): Promise<ProblemKind[]> {
  let mine = running.get(world)
  if (!mine) {
    mine = findProblems(world).finally(() => running.delete(world))
    running.set(world, mine)
  }
  return mine
}

async function findProblems(world: World) {
  const kinds = Object.keys(checks) as ProblemKind[]
  const fine = await Promise.all(kinds.map((kind) => holds(() => checks[kind](world))))
  return kinds.filter((_, i) => !fine[i])
}
