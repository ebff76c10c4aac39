/**
 * npm run simulate [-- --days 1000 --seed 1 --shops 4 --json --break carry]: plays shop-days on the real actions with a
 * fake clock and asks after every hour whether anything was forgotten. Ends with 1 when something was.
 */
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { asJson, asText } from './report.ts'
import { breaks, type Break } from './sabotage.ts'
import { playAll, playsOf } from './towns.ts'

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    shops: { type: 'string' },
    json: { type: 'boolean', default: false },
    break: { type: 'string' },
  },
})
const number = (name: string, text: string): number => {
  const n = Number(text)
  if (Number.isInteger(n) && n > 0) return n
  console.error(`--${name} takes a whole number above 0, not "${text}".`)
  process.exit(2)
}
if (values.break !== undefined && !(breaks as readonly string[]).includes(values.break)) {
  console.error(`--break takes one of: ${breaks.join(', ')}.`)
  process.exit(2)
}

const began = performance.now()
const plays = playsOf({
  days: number('days', values.days),
  seed: number('seed', values.seed),
  shops: values.shops === undefined ? undefined : number('shops', values.shops),
  break: values.break as Break | undefined,
})
const report = await playAll(plays, ({ shopDays, forgotten }) => {
  if (plays.length > 1) console.error(`${shopDays} shop-days played, ${forgotten.length} forgotten …`)
})
report.seconds = Math.round((performance.now() - began) / 100) / 10
console.log(values.json ? asJson(report) : asText(report))
process.exit(report.forgotten.length ? 1 : 0)
