/** What a file says about one order, and what of an order a file can change. */
import { fold } from '../../core/text.ts'
import type { Flag } from '../shops/flags.ts'
import type { Order } from './facts.ts'
import type { StagedItem } from './intake-items.ts'

/**
 * One order as a file tells it, masked but for `clear`. A missing property is a missing column, or an empty cell where
 * empty says nothing: it never clears what the board knows.
 */
export type StagedOrder = {
  tid: string
  /** First line of the file that spoke of it, for messages. */
  line: number
  platformStatus?: string
  state?: Order['state']
  /** The state was put together from lines of the order, perhaps not all of them. */
  fromLines?: true
  refund?: Order['refund']
  flag?: Flag
  buyer?: string
  receiver?: string
  phone?: string
  region?: string
  address?: string
  buyerNote?: string
  memo?: string
  quantity?: number
  /** Paid by the buyer, fen. */
  amount?: number
  /** fen; what a new order is taken to be worth when the file does not say what was paid for the whole of it. */
  worth?: number
  /** UTC ms */
  placedAt?: number
  paidAt?: number
  shipBy?: number
  shippedAt?: number
  waybill?: string
  carrier?: string
  /** Lines; of an order list, which only names titles, with made-up numbers "<tid>#1". */
  items?: StagedItem[]
  /** Only of a shop that may keep it; kept apart, never compared with anything (WHO-5). */
  clear?: ClearDetails
}

/** What the file says of the buyer in the clear. */
export type ClearDetails = { buyer?: string; receiver?: string; phone?: string; address?: string }

// prettier-ignore
/** What a file can change of an order. */
export const factFields = [
  'platformStatus', 'state', 'refund', 'flag', 'meaning', 'buyer', 'receiver', 'phone', 'region', 'address', 'buyerNote',
  'memo', 'summary', 'quantity', 'amount', 'placedAt', 'paidAt', 'shipBy', 'shippedAt', 'waybill', 'carrier', 'search',
  'open',
] as const
export type Facts = Pick<Order, (typeof factFields)[number]>
export type ChangedField = Exclude<(typeof factFields)[number] | 'items', 'search' | 'open' | 'meaning'>

const openStates: readonly Order['state'][] = ['unpaid', 'paid', 'partly_shipped', 'unknown']
/** Not shipped and not closed: what the lists are about. */
export const isOpen = (state: Order['state']) => openStates.includes(state)

/** What the search box looks in. */
export const searchText = ({
  tid,
  buyer,
  receiver,
  summary,
  waybill,
}: Pick<Order, 'tid' | 'buyer' | 'receiver' | 'summary' | 'waybill'>) =>
  fold([tid, buyer, receiver, summary, waybill ?? ''].join(' '))
