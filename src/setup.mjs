/**
 * Makes a fresh clone ready, whatever Node runs this (plain JavaScript that Node 18 understands): installs when the
 * lock file has changed since the last time, then builds. Prints only while it has something to do.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...parts) => join(root, ...parts)

function must(what, command, args) {
  // standard output belongs to the command that follows (JSON): what npm and tsc say goes to standard error
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error(`${what} failed. Mend what is said above and start again.`)
  process.exit(status ?? 1)
}

const lock = createHash('sha256')
  .update(readFileSync(at('package-lock.json')))
  .digest('hex')
const stamp = at('node_modules', '.zaowan-lock')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing packages (under a minute) …')
  must('npm ci', 'npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'])
  writeFileSync(stamp, lock)
}

/** The newest change below a folder, ms. */
function newest(folder) {
  let last = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) last = Math.max(last, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs)
  return last
}

if (!process.argv.includes('--no-build')) {
  const built = at('dist', '.built')
  const fresh =
    existsSync(built) &&
    statSync(built).mtimeMs > Math.max(newest(at('src')), newest(at('db')), statSync(stamp).mtimeMs)
  if (!fresh) {
    must('The build', at('node_modules', '.bin', 'node'), [
      at('node_modules', 'typescript', 'bin', 'tsc'),
      '-p',
      'tsconfig.build.json',
    ])
    writeFileSync(built, '')
  }
}
