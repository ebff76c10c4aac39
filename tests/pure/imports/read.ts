/** What the board makes of a file. */
import { defaultFlags, type FlagTable, type Platform } from '../../../src/features/shops/flags.ts'
import type { Gathered } from '../../../src/features/imports/gather.ts'
import { readOrders } from '../../../src/features/imports/read-orders.ts'

type Options = { platform?: Platform; flags?: FlagTable; clear?: boolean; zone?: string }

export function read(
  file: string | Buffer,
  { platform = 'taobao', flags = defaultFlags(platform), clear = false, zone = 'Asia/Shanghai' }: Options = {},
): Promise<Gathered> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  return readOrders(bytes, { zone, flags, clear }, () => {})
}

export const orderOf = async (file: string | Buffer, options?: Options) => {
  const { orders } = await read(file, options)
  if (orders.length !== 1) throw new Error(`${orders.length} orders`)
  return orders[0]!
}
