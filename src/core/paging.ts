/** Lists that page by key: the next page begins after the last row of the page before, whatever came since. */
import { z } from 'zod'

/** When a row began, UTC ms, and its id. */
export type RowKey = { at: number; id: string }

/** In an address: "<at>.<id>". */
export const keyText = ({ at, id }: RowKey) => `${at}.${id}`

/** From an address; undefined for what names no row. */
export const rowKey = z
  .string()
  .regex(/^\d{1,15}\.[\w-]{1,50}$/)
  .transform((text): RowKey => ({ at: Number(text.split('.')[0]), id: text.split('.')[1]! }))
  .optional()
  .catch(undefined)
