/** From the bytes of a file to orders, with progress; may be told to stop. */
import { keepsBuyerData, type Shop } from '../shops/index.ts'
import { gathering, type Gathered } from './gather.ts'
import { openFile } from './read-file.ts'
import type { Terms } from './read-line.ts'

/** Told about lines or orders done, of how many; throws Stopped when somebody has cancelled. */
export type Progress = (done: number, total: number) => Promise<void> | void
/** Somebody pressed "cancel". */
export class Stopped extends Error {}

const EVERY = 500

/** What this shop makes of a file today. */
export const termsOf = (shop: Shop, now: number): Terms => ({
  zone: shop.timeZone,
  flags: shop.flags,
  clear: keepsBuyerData(shop, now),
})

/** All orders and refused lines of a file. Throws BadFile. */
export async function readOrders(bytes: Buffer, terms: Terms, progress: Progress): Promise<Gathered> {
  const { total, pieces } = await openFile(bytes)
  const gathered = gathering(terms)
  let done = 0
  for await (const piece of pieces) {
    gathered.take(piece)
    if (++done % EVERY === 0) await progress(done, Math.max(total, done))
  }
  await progress(done, done)
  return gathered.result()
}
