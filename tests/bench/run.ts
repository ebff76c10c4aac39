/**
 * npm run bench [-- --json] [--only list,board,flag,import,freeze,growth,live]: each thing beside a bare one in the same run, as
 * ratios, because machines differ and are noisy. Takes a few minutes and about 3 GB in the temporary folder.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addOrders, benchShop } from './data.ts'
import { boardBench } from './board.ts'
import type { Figure } from './figure.ts'
import { flagBench } from './flag.ts'
import { freezeBench } from './freeze.ts'
import { costs, growth } from './growth.ts'
import { importBench } from './import.ts'
import { listBench } from './list.ts'
import { liveBench } from './live.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } })
const wanted = (name: string) => !values.only || values.only.split(',').includes(name)

const folder = mkdtempSync(join(tmpdir(), 'zaowan-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const database = (name: string) => join(folder, `${name}.db`)
const say = (text: string) => console.error(text)
const figures: Figure[] = []

if (wanted('import')) {
  say('import of 100,000 lines …')
  figures.push(...(await importBench(database('import'))))
}
if (wanted('freeze')) {
  say('freezing 35,000 …')
  figures.push(...(await freezeBench(database('freeze'))))
}
if (wanted('live')) {
  say('streams …')
  const { store, shop, now } = await benchShop(database('live'))
  await addOrders(store, shop, { from: 0, to: 500, open: 500, now })
  figures.push(...(await liveBench(database('live'), store, shop)))
  await store.close()
}
if (wanted('board')) {
  say('the board …')
  const { store, shop, now, cookie } = await benchShop(database('board'), ['supervisor', 'warehouse'])
  await addOrders(store, shop, { from: 0, to: 500, open: 500, now })
  figures.push(...(await boardBench(database('board'), cookie, 500)))
  await store.close()
}
if (wanted('list') || wanted('growth') || wanted('flag')) await big()

/** Everything that is asked of a shop with a million orders. */
async function big() {
  const [FEW, MANY, OPEN] = [10_000, 1_000_000, 500]
  const file = database('shop')
  const bench = await benchShop(file)
  const { store, shop, now, cookie } = bench
  const fill = (from: number, to: number, open: number) => addOrders(store, shop, { from, to, open, now })
  say(`${FEW} orders …`)
  await fill(0, FEW, OPEN)
  const few = wanted('growth') ? await costs(bench) : {}
  say(`${MANY} orders …`)
  await fill(FEW, MANY, 0)
  if (wanted('growth')) figures.push(...growth(few, await costs(bench)))
  if (wanted('flag')) figures.push(await flagBench(bench, file))
  if (!wanted('list')) return store.close()
  for (const path of ['/orders', '/batch']) figures.push(...(await listBench(file, cookie, path, OPEN)))
  await fill(MANY, MANY + 1500, 1500)
  for (const path of ['/orders', '/batch']) figures.push(...(await listBench(file, cookie, path, 2000)))
  await store.close()
}

if (values.json) console.log(JSON.stringify(figures, null, 1))
else for (const f of figures) console.log(line(f))

function line({ name, ours, bare, unit, ratio, target, means }: Figure) {
  const beside = bare === undefined ? '' : ` beside ${bare}`
  const times = ratio === undefined ? '' : ` = ${ratio} ×`
  return `${name}\n  ${ours}${beside} ${unit}${times}${target ? `   (to reach: ${target})` : ''}\n  ${means}`
}
process.exit(0)
