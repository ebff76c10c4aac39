/** backup and restore: copying the file of a running board by hand may copy half a change; these do not. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { engineOf } from '../../db/kit.ts'
import { machineClock } from '../core/clock.ts'
import { readConfig } from '../core/config.ts'
import { AppError } from '../core/errors.ts'
import { longOf } from '../core/time.ts'
import type { Call } from './call.ts'
import { checkCopy, copyDatabase, putBack } from './copies.ts'
import { pathOf } from './desk.ts'
import { words } from './messages.ts'

export async function backup(call: Call) {
  const to = pathOf(call, call.given[0]!)
  await copyDatabase(databaseFile(call), to)
  call.terminal.out(words(call.lang).backedUp(to))
}

export async function restore(call: Call) {
  const from = pathOf(call, call.given[0]!)
  const target = databaseFile(call)
  const shops = checkCopy(from)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const aside = `${target}.before-${longOf(machineClock(), 'UTC').replace(/\D/g, '')}`
  const kept = await putBack(from, target, { force: call.has('force'), aside })
  call.terminal.out(words(call.lang).restored(shops, kept ? aside : ''))
}

function databaseFile({ terminal }: Call): string {
  const { databaseUrl } = readConfig(terminal.env)
  if (engineOf(databaseUrl) === 'postgres') throw new AppError('invalid', (lang) => words(lang).usePgDump)
  return databaseUrl
}
