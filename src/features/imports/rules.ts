/** Shapes of an import; its decisions follow below. */
import type { Flag } from '../shops/flags.ts'

/** What one press of "import" did or would do. `conflicts` are differences that wait for a person (ORD-5). */
export type ImportCounts = { new: number; changed: number; unchanged: number; conflicts: number; rejected: number }

export type StagedItem = {
  oid: string
  title: string
  variant: string
  code: string
  quantity: number | null
  /** fen */
  price: number | null
  refund: 'none' | 'asked' | 'refunded'
  service: boolean
}

/**
 * One order as a file tells it, masked. A missing property is a missing column, or an empty cell where empty says
 * nothing: it never clears what the board knows.
 */
export type StagedOrder = {
  tid: string
  /** First line of the file that spoke of it, for messages. */
  line: number
  platformStatus?: string
  state?: 'unpaid' | 'paid' | 'partly_shipped' | 'shipped' | 'done' | 'closed' | 'unknown'
  refund?: 'none' | 'asked' | 'refunded'
  flag?: Flag
  buyer?: string
  receiver?: string
  phone?: string
  region?: string
  address?: string
  buyerNote?: string
  memo?: string
  /** Titles of an order list, split. */
  titles?: string[]
  quantity?: number
  /** fen */
  amount?: number
  /** UTC ms */
  placedAt?: number
  paidAt?: number
  shipBy?: number
  shippedAt?: number
  waybill?: string
  carrier?: string
  items?: StagedItem[]
}
