/** ORD-4: from anywhere to an order in one step. One box: number, its tail, buyer, item, waybill, and people. */
import { pinyin } from 'pinyin-pro'
import type { Actor } from '../../access.ts'
import { maskName, maskNick } from '../../core/masking.ts'
import type { Reader } from '../../core/store.ts'
import { fold } from '../../core/text.ts'
import { peopleOf, type PersonWithShops } from '../people/index.ts'
import { byBuyer, byNumber, byTail, byWaybill, inOpenOrders, MOST_HITS, type Hit } from './store-find.ts'

export type Found = {
  orders: Hit[]
  people: PersonWithShops[]
  /** The one order that was meant: its number, tail or waybill names no other. */
  exact: Hit | undefined
}

const SHORTEST_TAIL = 4

/** What these words find in one's own shops. */
export async function find(db: Reader, who: Pick<Actor, 'shopIds'>, words: string): Promise<Found> {
  const text = words.normalize('NFKC').trim()
  if (!text || !who.shopIds.length) return { orders: [], people: [], exact: undefined }
  const named = await byName(db, who.shopIds, text)
  const people = (await peopleOf(db, who.shopIds)).filter((p) => p.disabledAt === null && isCalled(p.handle, text))
  const exact = exactOf(named, text)
  const orders = exact ? [exact] : unique([...named, ...(await described(db, who.shopIds, text))])
  return {
    orders: orders.slice(0, MOST_HITS),
    people: exact ? [] : people,
    exact: people.length && !exact ? undefined : exact,
  }
}

/** The orders whose number, tail of it or waybill this is; `exact`: the one that is meant. */
export async function named(
  db: Reader,
  who: Pick<Actor, 'shopIds'>,
  typed: string,
): Promise<Pick<Found, 'orders' | 'exact'>> {
  const text = typed.normalize('NFKC').trim()
  const orders = await byName(db, who.shopIds, text)
  return { orders, exact: exactOf(orders, text) }
}

/** By what names an order: its number, a tail of it, its waybill. */
async function byName(db: Reader, shopIds: readonly string[], text: string): Promise<Hit[]> {
  const compact = text.replace(/[\s-]/g, '')
  const hits: Hit[] = []
  if (/^\d{10,}$/.test(compact)) hits.push(...(await byNumber(db, shopIds, compact)))
  if (!hits.length && new RegExp(`^\\d{${SHORTEST_TAIL},}$`).test(compact))
    hits.push(...(await byTail(db, shopIds, compact)))
  if (/^[a-z]{0,6}\d{4,}/i.test(compact)) hits.push(...(await byWaybill(db, shopIds, compact.toUpperCase())))
  return unique(hits)
}

/** By what is known of it: all of it for open orders, the buyer for past ones. */
async function described(db: Reader, shopIds: readonly string[], text: string): Promise<Hit[]> {
  const names = [...new Set([text, ...maskedForms(text)])]
  const hits = await inOpenOrders(db, shopIds, names.map(fold))
  for (const name of names) hits.push(...(await byBuyer(db, shopIds, name)))
  return hits
}

/** Buyers are stored masked: a whole name, or a whole account, is looked for as it was masked. */
function maskedForms(text: string): string[] {
  const forms: string[] = []
  if (/^\p{Script=Han}{2,4}$/u.test(text)) forms.push(maskName(text))
  if ([...text].length > 2) forms.push(maskNick(text))
  return forms
}

const exactOf = (hits: readonly Hit[], text: string): Hit | undefined => {
  const same = hits.filter((hit) => hit.tid === text || hit.waybill === text.toUpperCase())
  return same.length === 1 ? same[0] : hits.length === 1 ? hits[0] : undefined
}

function unique(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()]
}

/** By handle, by its pinyin ("xiaoman"), by the initials of that ("xm"). */
export function isCalled(handle: string, text: string): boolean {
  const wanted = fold(text).replace(/\s/g, '')
  const syllables = pinyin(handle, { toneType: 'none', type: 'array' })
  const spelled = [handle, syllables.join(''), syllables.map((s) => s[0]).join('')]
  return spelled.some((name) => fold(name).startsWith(wanted))
}
