/** shop add, shop list */
import { AppError } from '../core/errors.ts'
import { addShop, allShops } from '../features/shops/index.ts'
import { platforms, type Platform } from '../features/shops/flags.ts'
import type { Call } from './call.ts'
import { atDesk } from './desk.ts'
import { words } from './messages.ts'
import { columns } from './print.ts'

export const add = (call: Call) =>
  atDesk(call, async (ctx) => {
    const cutoff = call.option('cutoff')
    const rest = call.option('rest')
    const shop = await addShop(ctx, {
      code: call.given[0]!,
      name: call.option('name')!,
      platform: platformFrom(call.option('platform') ?? 'taobao'),
      ...(cutoff !== undefined && { cutoff }),
      ...(rest !== undefined && { restDays: restFrom(rest) }),
    })
    call.terminal.out(words(call.lang).shopAdded(`${shop.code} ${shop.name}`, shop.cutoff))
  })

export const list = (call: Call) =>
  atDesk(call, async (ctx) => {
    const shops = await allShops(ctx.read)
    if (call.has('json')) {
      const shown = shops.map(({ code, name, platform, cutoff, restDays }) => ({
        code,
        name,
        platform,
        cutoff,
        restDays,
      }))
      return call.terminal.out(JSON.stringify(shown))
    }
    if (!shops.length) call.terminal.out(words(call.lang).noShops)
    for (const line of columns(shops.map((s) => [s.code, s.platform, s.cutoff, weekdaysShown(s.restDays), s.name])))
      call.terminal.out(line)
  })

function platformFrom(text: string): Platform {
  const found = platforms.find((platform) => platform === text)
  if (found) return found
  throw new AppError('invalid', (lang) => words(lang).noSuchPlatform(text, platforms.join(' ')))
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** "sat,sun" → [6, 7]; "none" → [] */
function restFrom(text: string): number[] {
  if (text === 'none') return []
  const names = text.toLowerCase().split(',')
  const strange = names.find((name) => !weekdays.includes(name))
  if (strange !== undefined) throw new AppError('invalid', (lang) => words(lang).noSuchWeekday(strange))
  return names.map((name) => weekdays.indexOf(name) + 1).sort((a, b) => a - b)
}

const weekdaysShown = (days: readonly number[]) => days.map((n) => weekdays[n - 1]).join(',') || 'none'
