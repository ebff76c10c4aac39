/** batch: what is in the print batch of a day and what stayed behind. */
import { batchReport } from '../features/cutoff/index.ts'
import { whyWord } from '../features/orders/index.ts'
import type { Call } from './call.ts'
import { atDesk, dayAsked, shopCalled } from './desk.ts'
import { words } from './messages.ts'
import { columns } from './print.ts'

export const batch = (call: Call) =>
  atDesk(call, async (ctx) => {
    const { terminal, lang } = call
    const shop = await shopCalled(ctx, call.option('shop')!)
    const report = await batchReport(ctx.read, shop, dayAsked(call, ctx, shop))
    const left = report.left.map(({ tid, why }) => ({ tid, why: why.map((one) => whyWord(one, lang)) }))
    if (call.has('json')) return terminal.out(JSON.stringify({ ...report, left }))
    const t = words(lang)
    for (const tid of report.orders) terminal.out(tid)
    for (const line of columns(left.map(({ tid, why }) => [tid, t.stays, why.join(lang === 'zh' ? '；' : '; ')])))
      terminal.out(line)
    terminal.out(t.batchOf(report.orders.length, left.length, report.frozenAt, report.lateBySeconds))
  })
