/** 对账, gathered: what the page shows, and how much of it does not agree. */
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, instantOf } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { claimedSince, parcelsWithoutWin, serialsNotInList, winsNotClaimed, winsWithoutParcel } from './store-check.ts'
import { listOf } from './store-wins.ts'

/** Days back; what is older was settled, or never will be. */
const LOOKS_BACK = 183

export type Reconciliation = Awaited<ReturnType<typeof reconcile>>

/** Serial numbers are compared only when a list was imported. */
export async function reconcile(db: Reader, shop: Pick<Shop, 'id' | 'timeZone'>, now: number) {
  const since = addDays(dayOf(now, shop.timeZone), -LOOKS_BACK)
  const list = await listOf(db, shop.id)
  const { importedAt } = list
  const withoutParcel = await winsWithoutParcel(db, shop.id, since)
  const withoutWin = await parcelsWithoutWin(db, shop.id, instantOf(since, '00:00', shop.timeZone))
  if (importedAt === null)
    return { list, withoutParcel, withoutWin, notInList: [], newer: 0, notClaimed: { count: 0, rows: [] } }
  const notInList = await serialsNotInList(db, shop.id, { since, importedAt })
  const newer = await claimedSince(db, shop.id, importedAt)
  return { list, withoutParcel, withoutWin, notInList, newer, notClaimed: await winsNotClaimed(db, shop.id) }
}

/** Things that do not agree. */
export const disagreeing = ({ withoutParcel, withoutWin, notInList }: Reconciliation) =>
  withoutParcel.length + withoutWin.length + notInList.length
