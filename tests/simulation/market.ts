/** The platform's side of one shop: what is sold, paid, cancelled, and what the next file tells of it. */
import { homeGoods } from '../../db/seeds/goods.ts'
import { CLOSED, DONE, PAID, SHIPPED, UNPAID, type Sale } from '../../db/seeds/platform.ts'
import { sellerOf } from '../../db/seeds/sales.ts'
import { dayOf, HOUR, MINUTE, timeOf } from '../../src/core/time.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import { times, type Chance } from './chance.ts'

export type Market = {
  sell: ReturnType<typeof sellerOf>
  /** Trades that have not ended, by order number. */
  open: Map<string, Sale>
  /** Order numbers of which the next file has something to tell. */
  news: Set<string>
  /** When the buyers of shipped trades confirm, by order number. */
  succeeds: Map<string, number>
}

export const newMarket = (seed: number, n: number): Market => ({
  sell: sellerOf({ seed: seed * 31 + n, firstTid: 3187400000000018834n + BigInt(n) * 10n ** 15n, goods: homeGoods }),
  open: new Map(),
  news: new Set(),
  succeeds: new Map(),
})

/** Sales of each hour, 0–23: about 50 a day. */
const busy = [1, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 3, 3, 3, 3, 3, 2, 2, 2, 3, 4, 5, 4, 2]
/** A sale day brings more. */
const rush = (at: number) => (dayOf(at, DEFAULT_ZONE).endsWith('-11') ? 1.6 : 1)

/** Half an hour of buying: new trades, baskets that are paid or given up, second thoughts. */
export function trade(market: Market, chance: Chance, at: number) {
  const { sell, open, news } = market
  const hour = Number(timeOf(at, DEFAULT_ZONE).slice(0, 2))
  for (let n = times(chance, (busy[hour]! / 2) * rush(at)); n > 0; n--) {
    const sale = sell(at + chance.whole(5, 29) * MINUTE, oddities(chance))
    open.set(sale.tid, sale)
    news.add(sale.tid)
  }
  for (const sale of open.values()) if (changesIts(chance, sale, at)) news.add(sale.tid)
  confirm(market, at)
}

function confirm({ open, news, succeeds }: Market, now: number) {
  for (const [tid, at] of succeeds) {
    if (at > now) continue
    succeeds.delete(tid)
    const sale = open.get(tid)
    if (!sale) continue
    sale.status = DONE
    news.add(tid)
  }
}

function oddities(chance: Chance): Partial<Sale> {
  const buyer = `${chance.pick(['木', '星', '雨', '橙', '栗', '风'])}**${chance.digits(4)}`
  if (chance.happens(0.12)) return { buyer, paidAt: null, status: UNPAID }
  if (chance.happens(0.02)) return { buyer, flag: 'purple', memo: '先别发' }
  if (chance.happens(0.05)) return { buyer, flag: chance.pick(['red', 'green', 'blue'] as const), memo: '看备注' }
  return { buyer }
}

/** Per half hour and trade. */
function changesIts(chance: Chance, sale: Sale, at: number): boolean {
  if (sale.status === UNPAID) return decidesOnBasket(chance, sale, at)
  if (sale.status !== PAID) return false
  const roll = chance.next()
  if (roll < 0.0008) sale.refund = 'asked'
  else if (roll < 0.0012) Object.assign(sale, { refund: 'refunded', status: CLOSED })
  else if (roll < 0.0018) sale.address = `某某路*****${chance.digits(2)}`
  else if (roll < 0.0024)
    Object.assign(sale, { flag: chance.pick(['purple', 'red', 'green'] as const), memo: '别处改的' })
  else if (roll < 0.004 && sale.refund === 'asked') sale.refund = 'none'
  else return false
  return true
}

function decidesOnBasket(chance: Chance, sale: Sale, at: number): boolean {
  if (chance.happens(0.06)) Object.assign(sale, { status: PAID, paidAt: at + chance.whole(1, 29) * MINUTE })
  else if (at - sale.placedAt > 48 * HOUR) Object.assign(sale, { status: CLOSED })
  else return false
  return true
}

/** The trades that the file of this moment tells of; what has ended is not told again. */
export function takeNews({ open, news }: Market): Sale[] {
  const told = [...news].flatMap((tid) => open.get(tid) ?? [])
  news.clear()
  for (const { tid, status } of told) if (status === CLOSED || status === DONE) open.delete(tid)
  return told
}

/** The warehouse reported a waybill to the platform. */
export function reportShipped(
  { open, news, succeeds }: Market,
  tid: string,
  label: { carrier: string; waybill: string },
  confirmedAt: number,
) {
  const sale = open.get(tid)
  if (!sale) return
  succeeds.set(tid, confirmedAt)
  Object.assign(sale, { ...label, status: SHIPPED })
  news.add(tid)
}

/** A refund that was made in the back end itself. */
export function refundOnPlatform({ open, news }: Market, tid: string) {
  const sale = open.get(tid)
  if (!sale) return
  Object.assign(sale, { refund: 'refunded', status: CLOSED })
  news.add(tid)
}

/** The buyer of that trade buys once more. */
export function buyAnew({ sell, open, news }: Market, tid: string, at: number) {
  const sale = open.get(tid)
  if (!sale) return
  const { buyer, receiver, phone, region, address } = sale
  const anew = sell(at, { buyer, receiver, phone, region, address })
  open.set(anew.tid, anew)
  news.add(anew.tid)
}
