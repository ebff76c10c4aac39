/** import: what a file would change; with --apply it does. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { importFile, reasonWord } from '../features/imports/index.ts'
import type { Call } from './call.ts'
import { atDesk, pathOf, shopCalled } from './desk.ts'
import { words } from './messages.ts'
import { columns } from './print.ts'

export const importFrom = (call: Call) =>
  atDesk(call, async (ctx) => {
    const { terminal, lang } = call
    const shop = await shopCalled(ctx, call.option('shop')!)
    const path = pathOf(call, call.given[0]!)
    const bytes = readFileSync(path)
    const { counts, rejects } = await importFile(
      ctx,
      shop,
      { name: basename(path), bytes },
      { apply: call.has('apply') },
    )
    const rejected = rejects.map((reject) => ({ line: reject.line, reason: reasonWord(reject, lang) }))
    if (call.has('json')) return terminal.out(JSON.stringify({ ...counts, rejected }))
    const t = words(lang)
    for (const line of columns(rejected.map(({ line, reason }) => [t.line(line), reason]))) terminal.out(line)
    terminal.out(t.imported(counts))
    if (!call.has('apply')) terminal.out(t.onlyPreview)
  })
