/** The process's own terminal. */
import { text } from 'node:stream/consumers'
import type { Terminal } from './call.ts'

export const ownTerminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  input: () => text(process.stdin),
  env: process.env,
}
