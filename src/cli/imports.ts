/** import: what a file would change; with --apply it does. */
import { importFile, reasonWord } from '../features/imports/index.ts'
import type { Call } from './call.ts'
import { atDesk, pathOf, shopCalled } from './desk.ts'
import { words } from './messages.ts'
import { columns } from './print.ts'

export const importFrom = (call: Call) =>
  atDesk(call, async (ctx) => {
    const { terminal, lang } = call
    const shop = await shopCalled(ctx, call.option('shop')!)
    const imported = await importFile(ctx, shop, pathOf(call, call.given[0]!), { apply: call.has('apply') })
    const rejected = imported.rejected.map((r) => ({ line: r.line, reason: reasonWord(r.reason, r.detail, lang) }))
    if (call.has('json')) return terminal.out(JSON.stringify({ ...imported.counts, rejected }))
    const t = words(lang)
    for (const line of columns(rejected.map(({ line, reason }) => [t.line(line), reason]))) terminal.out(line)
    terminal.out(t.imported(imported.counts))
    if (!call.has('apply')) terminal.out(t.onlyPreview)
  })
