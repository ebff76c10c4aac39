/** npm test: types, lint, format, then every test; the last line counts them from the runner's own report. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const steps: [string, string[]][] = [
  ['tsc', []],
  ['oxlint', ['--type-aware']],
  ['prettier', ['--check', '--log-level=warn', '.']],
]
let failed = 0
for (const [command, args] of steps) {
  console.log(`> ${command} ${args.join(' ')}`)
  if (spawnSync(command, args, { stdio: 'inherit' }).status !== 0) failed++
}

const report = join(mkdtempSync(join(tmpdir(), 'zaowan-report-')), 'report.json')
const { status } = spawnSync(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 }
// a file that does not load fails without a test of its own to count
const unloaded = status !== 0 && counted.numFailedTests === 0 ? 1 : 0
failed += counted.numFailedTests + unloaded
console.log(`${counted.numPassedTests} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
