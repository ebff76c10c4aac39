/** 对账, gathered: what the page shows, how much of it does not agree, and how one of it was explained. */
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, instantOf } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { ownShop, type Shop } from '../shops/index.ts'
import { refusal } from './refusals.ts'
import {
  claimedSince,
  parcelsWithoutWin,
  serialsNotInList,
  SETTLED,
  winsNotClaimed,
  winsWithoutParcel,
} from './store-check.ts'
import { listOf } from './store-wins.ts'

/** Days back; what is older was settled, or never will be. */
const LOOKS_BACK = 183

export type Reconciliation = Awaited<ReturnType<typeof reconcile>>

/** What its page is drawn from. */
export type CheckProps = { lang: Lang; shop: Shop; found: Reconciliation; canPlan: boolean }

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

/**
 * Says how a parcel without a win (its gift's id) or a serial number that the list lacks (its claim's id) came about,
 * and takes it off the list. Wins without a parcel are settled by their claim alone.
 */
export const settleMismatch = (ctx: Context, shopId: string, wish: { id: string; why: string }) =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const why = neededText(wish.why, 'why')
    const { withoutWin, notInList } = await reconcile(tx, shop, ctx.now)
    const parcel = withoutWin.find(({ giftId }) => giftId === wish.id)
    const claim = notInList.find(({ claimId }) => claimId === wish.id)
    const row = parcel ?? claim
    if (!row) throw refusal('conflict', 'settledAlready')
    const after = { what: row.what, serial: claim?.serial ?? null }
    await record('prize.explained', `${SETTLED}:${wish.id}`, { shopId: shop.id, after, why })
  })
