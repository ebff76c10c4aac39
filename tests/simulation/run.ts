/**
 * npm run simulate [-- --days 1000 --seed 1 --shops 4 --json --break carry]: plays shop-days on the real actions with a
 * fake clock and asks after every hour whether anything was forgotten. Ends with 1 when something was.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asText } from './report.ts'
import { breaks, type Break } from './sabotage.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    shops: { type: 'string' },
    json: { type: 'boolean', default: false },
    break: { type: 'string' },
  },
})
if (values.break !== undefined && !(breaks as readonly string[]).includes(values.break)) {
  console.error(`--break takes one of: ${breaks.join(', ')}`)
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'zaowan-simulation-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const report = await simulate({
  url: join(folder, 'shop.db'),
  days: Number(values.days),
  seed: Number(values.seed),
  ...(values.shops && { shops: Number(values.shops) }),
  break: values.break as Break | undefined,
  onDay: (done, of) => done % 100 < 4 && console.error(`${done} of ${of} shop-days …`),
})
console.log(values.json ? JSON.stringify(asJson(report), null, 1) : asText(report))
process.exit(report.forgotten.length ? 1 : 0)

function asJson({ done, refused, tracked, ...rest }: typeof report) {
  return {
    ...rest,
    tracked: Object.fromEntries(tracked),
    done: Object.fromEntries(done),
    refused: Object.fromEntries(refused),
  }
}
