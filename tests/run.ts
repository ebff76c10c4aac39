/** npm test: types, lint, format, then every test; the last line counts them from the runner's own report. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const checks: [string, string[]][] = [
  ['tsc', []],
  ['oxlint', ['--type-aware']],
  ['prettier', ['--check', '--log-level=warn', '.']],
]

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

const succeeds = (command: string, args: readonly string[]) => {
  console.log(`> ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

/** Files that do not load fail without a test of their own to count. */
const unloaded = ({ testResults }: Report) =>
  testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'))
    .length

function runTests(args: readonly string[]) {
  const file = join(mkdtempSync(join(tmpdir(), 'zaowan-report-')), 'report.json')
  const fine = succeeds('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ])
  if (!existsSync(file)) return { passed: 0, failed: 1 } // it crashed before it could tell
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const failed = report.numFailedTests + unloaded(report)
  return { passed: report.numPassedTests, failed: fine ? failed : Math.max(1, failed) }
}

const broken = checks.filter(([command, args]) => !succeeds(command, args)).length
const { passed, failed } = runTests(process.argv.slice(2))
console.log(`${passed} passed, ${failed + broken} failed`)
process.exit(failed + broken ? 1 : 0)
