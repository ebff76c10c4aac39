/** Changes to how a shop works: its hours, shifts, alerts, special days, and whether it keeps buyers' data. */
import type { Context } from '../../core/context.ts'
import { addDays, dayOf, isClocktime, isDay, type Day } from '../../core/time.ts'
import { forgetBuyers } from '../orders/index.ts'
import { checkHours, checkShopName } from './actions.ts'
import { change } from './changing.ts'
import { ownShop } from './own.ts'
import { refusal } from './refusals.ts'
import { keepsBuyerData, type ShiftTimes, type ShopDay, type ShopSettings, type UnpaidWindow } from './rules.ts'
import { putDay, removeDay, specialDay, type Shop } from './store.ts'

export type Hours = Pick<Shop, 'name' | 'cutoff' | 'restDays' | 'keepsHolidays'>

/** CUT-1: name, usual cutoff and rest days. A batch that is frozen stays as it is. */
export const changeHours = (ctx: Context, shopId: string, hours: Hours) =>
  ctx.write(async (tx, record) => {
    const name = hours.name.trim()
    checkShopName(name)
    checkHours(hours)
    const restDays = hours.restDays.toSorted((a, b) => a - b)
    await change(tx, record, await ownShop(tx, ctx, shopId), { ...hours, name, restDays })
  })

export const changeShifts = (ctx: Context, shopId: string, shifts: ShiftTimes) =>
  ctx.write(async (tx, record) => {
    const times = [shifts.day.from, shifts.day.to, shifts.night.from, shifts.night.to]
    if (!times.every(isClocktime)) throw refusal('invalid', 'shiftsBad', 'dayFrom')
    if (shifts.day.from >= shifts.day.to) throw refusal('invalid', 'dayShiftBad', 'dayTo')
    // a business day begins with its day shift: who comes after midnight would take over before it
    if (shifts.night.from <= shifts.day.from) throw refusal('invalid', 'nightShiftBad', 'nightFrom')
    await change(tx, record, await ownShop(tx, ctx, shopId), { shifts })
  })

export type Alerts = Pick<
  ShopSettings,
  'warnMinutes' | 'holdAlertMinutes' | 'idleLockMinutes' | 'acknowledgeMinutes' | 'handoverGate' | 'unpaidWindow'
>

const within = (n: number, least: number, most: number) => Number.isInteger(n) && n >= least && n <= most

export const changeAlerts = (ctx: Context, shopId: string, alerts: Alerts) =>
  ctx.write(async (tx, record) => {
    const warnMinutes = [...new Set(alerts.warnMinutes)].sort((a, b) => b - a)
    if (!warnMinutes.length || warnMinutes.length > 4 || !warnMinutes.every((n) => within(n, 1, 240)))
      throw refusal('invalid', 'warnBad', 'warnMinutes')
    if (!within(alerts.holdAlertMinutes, 1, 240)) throw refusal('invalid', 'holdAlertBad', 'holdAlertMinutes')
    if (!within(alerts.idleLockMinutes, 1, 120)) throw refusal('invalid', 'idleBad', 'idleLockMinutes')
    if (alerts.acknowledgeMinutes !== undefined && !within(alerts.acknowledgeMinutes, 1, 240))
      throw refusal('invalid', 'acknowledgeBad', 'acknowledgeMinutes')
    if (alerts.unpaidWindow && !isWindow(alerts.unpaidWindow))
      throw refusal('invalid', 'unpaidWindowBad', 'unpaidWindow')
    const shop = await ownShop(tx, ctx, shopId)
    await change(tx, record, shop, { settings: { ...shop.settings, ...alerts, warnMinutes } })
  })

const isWindow = ({ from, to }: UnpaidWindow) => within(from, 1, 240) && within(to, 0, from - 1)

// --- special days ---------------------------------------------------------------------------------------

/** CUT-1: a sale day with its own cutoff, a day off, a rest day that ships. The last word of the same day counts. */
export const setDay = (ctx: Context, shopId: string, day: ShopDay) =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    checkDay(day)
    const before = await specialDay(tx, shopId, day.day)
    const { works, cutoff } = day
    const why = day.why.trim()
    if (before && before.works === works && before.cutoff === cutoff && before.why === why) return
    await putDay(tx, { ...day, shopId, why })
    const was = before ? { works: before.works, cutoff: before.cutoff } : null
    const after = { day: day.day, works, cutoff }
    await record('shop.day_set', `shop:${shop.id}`, { shopId, before: was, after, why })
  })

function checkDay({ day, works, cutoff, why }: ShopDay) {
  if (!isDay(day)) throw refusal('invalid', 'dayBad', 'day')
  if (!why.trim() || why.length > 60) throw refusal('invalid', 'dayWhyBad', 'why')
  if (cutoff !== null && !isClocktime(cutoff)) throw refusal('invalid', 'cutoffBad', 'cutoff')
  if (works === null && cutoff === null) throw refusal('invalid', 'dayEmpty', 'works')
}

export const clearDay = (ctx: Context, shopId: string, day: Day) =>
  ctx.write(async (tx, record) => {
    await ownShop(tx, ctx, shopId)
    const before = await specialDay(tx, shopId, day)
    if (!before) return
    await removeDay(tx, shopId, day)
    const was = { day, works: before.works, cutoff: before.cutoff }
    await record('shop.day_removed', `shop:${shopId}`, { shopId, before: was, why: before.why })
  })

// --- buyers' data -----------------------------------------------------------------------------------------

/** Nobody needs buyers' data for longer at one go. */
const LONGEST_DAYS = 366

/**
 * WHO-5: buyers' data of later imports is kept in the clear too, until this day, a year at most; null deletes what is
 * kept, and so does a new day after the old one has passed: nothing lives on that should have been gone.
 */
export const keepBuyerData = (ctx: Context, shopId: string, until: Day | null, whyText: string) =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const why = whyText.trim()
    if (until !== null) checkUntil(until, dayOf(ctx.now, shop.timeZone))
    if (!why) throw refusal('invalid', 'buyerDataWhy', 'why')
    const settings = { ...shop.settings, buyerDataUntil: until }
    await change(tx, record, shop, { settings }, { kind: 'shop.buyer_data', why })
    if (until === null || !keepsBuyerData(shop, ctx.now)) await forgetBuyers(tx, record, shopId)
  })

function checkUntil(until: Day, today: Day) {
  if (!isDay(until) || until < today || until > addDays(today, LONGEST_DAYS))
    throw refusal('invalid', 'buyerDataUntilBad', 'until')
}
