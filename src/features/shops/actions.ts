/** Every change to a shop itself. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { isClocktime, type Clocktime } from '../../core/time.ts'
import { defaultFlags, type Platform } from './flags.ts'
import { words } from './messages.ts'
import { refusal } from './refusals.ts'
import { DEFAULT_CUTOFF, DEFAULT_REST_DAYS, DEFAULT_ZONE, defaultSettings, defaultShifts, isRestDays } from './rules.ts'
import { findShopByCode, giveShopToAdmins, insertShop, type Shop } from './store.ts'

export type NewShop = {
  /** "CY": what the command line and files call it. */
  code: string
  name: string
  platform?: Platform
  /** 1 = Monday … 7 = Sunday */
  restDays?: readonly number[]
  cutoff?: Clocktime
}

/** Adds a shop with the platform's flags and the usual settings. Who adds it and every admin work for it. */
export const addShop = (ctx: Context, given: NewShop): Promise<Shop> =>
  ctx.write(async (tx, record) => {
    const { platform = 'taobao', restDays = DEFAULT_REST_DAYS, cutoff = DEFAULT_CUTOFF } = given
    const [code, name] = [given.code.trim(), given.name.trim()]
    checkShop({ code, name, restDays, cutoff })
    if (await findShopByCode(tx, code)) {
      const say = (lang: 'zh' | 'en') => words(lang).codeTaken(code)
      throw new AppError('conflict', say, { code: say })
    }
    const usual = { timeZone: DEFAULT_ZONE, keepsHolidays: true, shifts: defaultShifts, settings: defaultSettings }
    const own = { code, name, platform, restDays: [...restDays], cutoff, flags: defaultFlags(platform) }
    const shop = await insertShop(tx, { ...usual, ...own, createdAt: ctx.now })
    await giveShopToAdmins(tx, shop.id, ctx.who.id)
    await record('shop.added', `shop:${shop.id}`, {
      shopId: shop.id,
      after: { code, name, platform, cutoff, restDays },
    })
    return shop
  })

function checkShop({ code, name, restDays, cutoff }: Required<Omit<NewShop, 'platform'>>) {
  if (!/^[\w-]{1,20}$/.test(code)) throw refusal('invalid', 'codeBad', 'code')
  checkShopName(name)
  checkHours({ restDays, cutoff })
}

/** 1 to 40 characters; throws invalid. */
export function checkShopName(name: string) {
  if (!name || [...name].length > 40) throw refusal('invalid', 'nameBad', 'name')
}

/** Throws invalid unless the cutoff is a time and at least one day ships. */
export function checkHours({ restDays, cutoff }: { restDays: readonly number[]; cutoff: string }) {
  if (!isClocktime(cutoff)) throw refusal('invalid', 'cutoffBad', 'cutoff')
  if (!isRestDays(restDays)) throw refusal('invalid', 'restDaysBad', 'restDays')
}
