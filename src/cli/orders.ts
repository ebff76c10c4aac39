/** orders: will each order ship on this day, and if not, why. */
import { flagWord, meaningWord, ordersForDay, whyWord } from '../features/orders/index.ts'
import type { Flag } from '../features/shops/flags.ts'
import type { Call } from './call.ts'
import { atDesk, dayAsked, shopCalled } from './desk.ts'
import { words } from './messages.ts'
import { columns } from './print.ts'

export const orders = (call: Call) =>
  atDesk(call, async (ctx) => {
    const { terminal, lang } = call
    const shop = await shopCalled(ctx, call.option('shop')!)
    const day = dayAsked(call, ctx, shop)
    const list = (await ordersForDay(ctx.read, shop, day)).map(({ order, verdict }) => ({
      tid: order.tid,
      flag: order.flag as Flag,
      meaning: order.meaning,
      shipsToday: verdict.ships,
      why: verdict.why.map((why) => whyWord(why, lang)),
    }))
    if (call.has('json')) return terminal.out(JSON.stringify(list))
    const t = words(lang)
    const rows = list.map(({ tid, flag, meaning, shipsToday, why }) => {
      const answer = shipsToday ? t.ships : t.stays
      return [
        tid,
        `${flagWord(flag, lang)} ${meaningWord(meaning, lang)}`,
        answer,
        why.join(lang === 'zh' ? '；' : '; '),
      ]
    })
    for (const line of columns(rows)) terminal.out(line)
    terminal.out(t.shipping(list.filter((o) => o.shipsToday).length, list.length, day))
  })
