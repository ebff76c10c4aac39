/** SHIFT-2: what gift rules leave to the next shift: proposals to decide, parcels in which only what was free is left. */
import { both, dictionary, type Both } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { dayOf, timeOf } from '../../core/time.ts'
import type { HandoverSource, OpenThing } from '../../feature.ts'
import { calendarOf, dayPlan, nextWorkingDay, type Shop } from '../shops/index.ts'
import { onlyGifts } from './finding.ts'
import { countOpen } from './store-proposals.ts'

const zh = {
  heading: '赠品建议',
  proposals: (n: number, by: string) => `${n} 条赠品建议，${by} 前定下来`,
  onlyGifts: (n: number) => `${n} 单付了钱的都退了，只剩赠品`,
  onlyGiftsTodo: '一单一单看：暂缓，或者撤回赠品',
  decided: '都定了',
  settled: '都处理了',
}
const en: typeof zh = {
  heading: 'Gift proposals',
  proposals: (n, by) => (n === 1 ? `1 gift proposal to decide before ${by}` : `${n} gift proposals to decide before ${by}`), // prettier-ignore
  onlyGifts: (n) => (n === 1 ? '1 order has only free things left' : `${n} orders have only free things left`),
  onlyGiftsTodo: 'One by one: hold it, or withdraw the gift',
  decided: 'All are decided',
  settled: 'All are settled',
}
const words = dictionary(zh, en)

const proposalsKey = ({ id }: Shop) => `gift_proposals:open:${id}`
const onlyGiftsKey = ({ id }: Shop) => `gift_proposals:only:${id}`

/** The next moment at which a batch freezes, UTC ms. */
export async function nextCutoff(db: Reader, shop: Shop, now: number): Promise<number> {
  const calendar = await calendarOf(db, shop)
  const today = dayPlan(calendar, dayOf(now, shop.timeZone))
  if (today.works && today.cutoffAt > now) return today.cutoffAt
  return dayPlan(calendar, nextWorkingDay(calendar, today.day)).cutoffAt
}

async function openThings(db: Reader, shop: Shop, { now }: { now: number }): Promise<OpenThing[]> {
  const [open, left] = [await countOpen(db, shop.id), (await onlyGifts(db, shop.id)).length]
  const dueAt = await nextCutoff(db, shop, now)
  const proposals: OpenThing = {
    key: proposalsKey(shop),
    urgency: 'watch',
    summary: both((lang) => words(lang).proposals(open, timeOf(dueAt, shop.timeZone))),
    dueAt,
    href: '/gift-proposals',
  }
  const free: OpenThing = {
    key: onlyGiftsKey(shop),
    urgency: 'watch',
    summary: both((lang) => words(lang).onlyGifts(left)),
    todo: both((lang) => words(lang).onlyGiftsTodo),
    dueAt,
    href: '/gift-proposals#only-gifts',
  }
  return [...(open ? [proposals] : []), ...(left ? [free] : [])]
}

async function endings(db: Reader, shop: Shop, keys: readonly string[]): Promise<Map<string, Both>> {
  const ended = new Map<string, Both>()
  if (keys.includes(proposalsKey(shop)) && !(await countOpen(db, shop.id)))
    ended.set(proposalsKey(shop), both((lang) => words(lang).decided)) // prettier-ignore
  if (keys.includes(onlyGiftsKey(shop)) && !(await onlyGifts(db, shop.id)).length)
    ended.set(onlyGiftsKey(shop), both((lang) => words(lang).settled)) // prettier-ignore
  return ended
}

export const handover: readonly HandoverSource[] = [
  { name: 'gift_proposals', word: (lang) => words(lang).heading, open: openThings, ended: endings },
]
