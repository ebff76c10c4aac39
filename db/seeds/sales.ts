/** Sales as a shop makes them over a day and a half: many in the evening, few at night. */
import { addDays, dayOf, HOUR, instantOf, MINUTE, type Day } from '../../src/core/time.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import { buyerFrom } from './buyers.ts'
import { chanceFrom, type Chance } from './chance.ts'
import type { Good } from './goods.ts'
import { PAID, type Sale } from './platform.ts'

/** How busy each hour is, 0–23. */
const busy = [3, 1, 0, 0, 0, 0, 1, 2, 4, 7, 9, 8, 8, 7, 7, 8, 6, 5, 6, 8, 11, 12, 10, 6]
const hours = busy.flatMap((n, hour) => Array.from({ length: n }, () => hour))

const buyerNotes = ['要送人，别放小票', '麻烦包仔细点', '尽快发，谢谢', '放门口就行', '不要圆通', '工作日送']

type Catalogue = { seed: number; firstTid: bigint; goods: readonly Good[] }

/** Makes sales at given moments; order numbers rise with time as the platform's do. */
export function sellerOf({ seed, firstTid, goods }: Catalogue) {
  const chance = chanceFrom(seed)
  let tid = firstTid
  return (paidAt: number, more: Partial<Sale> = {}): Sale => {
    tid += BigInt(chance.whole(1_000_003, 9_000_011)) * 1_000_003n
    const lines = Array.from({ length: chance.happens(0.18) ? 2 : 1 }, (_, i) => lineOf(String(tid), i, goods, chance))
    const sale: Sale = {
      ...buyerFrom(chance),
      tid: String(tid),
      lines,
      placedAt: paidAt - chance.whole(20, 240) * 1000,
      paidAt,
      status: PAID,
      refund: 'none',
      flag: 'grey',
      memo: '',
      buyerNote: chance.happens(0.07) ? chance.pick(buyerNotes) : '',
      waybill: '',
      carrier: '',
    }
    return { ...sale, ...more }
  }
}

function lineOf(tid: string, n: number, goods: readonly Good[], chance: Chance) {
  const { code, title, variants, price } = chance.pick(goods)
  const at = chance.whole(0, variants.length - 1)
  const quantity = chance.happens(0.12) ? chance.whole(2, 4) : 1
  const oid = String(BigInt(tid) + BigInt(n + 1))
  return { oid, code: `${code}-${at + 1}`, title, variant: variants[at]!, quantity, price }
}

/** `count` moments of payment between two instants, as busy as the hours are, in order. */
export function paymentTimes(chance: Chance, count: number, from: number, to: number): number[] {
  const days: Day[] = []
  for (let day = dayOf(from, DEFAULT_ZONE); day <= dayOf(to, DEFAULT_ZONE); day = addDays(day, 1)) days.push(day)
  const times: number[] = []
  while (times.length < count) {
    const start = instantOf(chance.pick(days), '00:00', DEFAULT_ZONE)
    const at = start + chance.pick(hours) * HOUR + chance.whole(0, 59) * MINUTE + chance.whole(0, 59) * 1000
    if (at >= from && at < to) times.push(at)
  }
  return times.sort((a, b) => a - b)
}
