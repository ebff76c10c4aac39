/** A scan: what the number means, what follows from it, and a row that answers the same again. */
import type { Context } from '../../core/context.ts'
import { isDuplicate } from '../../core/crossed.ts'
import { AppError } from '../../core/errors.ts'
import type { Tx } from '../../core/store.ts'
import { HOUR } from '../../core/time.ts'
import { cardOf, carrierOfCard, isRepeat, looksLikeWaybill, normalised } from './codes.ts'
import { words } from './messages.ts'
import { pressCard } from './presses.ts'
import {
  chooseCarrier,
  handOverParcel,
  labelOpenParcel,
  packParcel,
  unknown,
  type Mode,
  type OpenParcel,
  type Told,
  type Wish,
} from './steps.ts'
import { addScan, findScan, lastScans, type Scan } from './store-scans.ts'
import { meantBy, meantById } from './store.ts'

export type Asked = {
  /** Made by the page: the same id again changes nothing and gets the same answer. */
  id: string
  code: string
  mode: Mode
  /** Id of the parcel on the table. */
  open: string | null
  ticked: readonly string[]
  why: string
  /** How long ago it was scanned, ms: scans wait in the page while the server is away. */
  ago: number
}

/** Does what a scan means, once. The same code within two seconds is one scan read twice. */
export async function scan(ctx: Context, asked: Asked): Promise<Scan> {
  try {
    return await ctx.write((tx) => scanned(ctx, tx, asked))
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const first = await findScan(ctx.read, ctx.who.id, asked.id) // sent twice at the same time
    if (!first) throw new AppError('conflict', (lang) => words(lang).scanAgain)
    return first
  }
}

async function scanned(ctx: Context, tx: Tx, asked: Asked): Promise<Scan> {
  const known = await findScan(tx, ctx.who.id, asked.id)
  if (known) return known
  const at = ctx.now - Math.round(Math.min(Math.max(0, asked.ago), HOUR)) // pages count in fractions, instants do not
  const code = normalised(asked.code)
  const [last] = await lastScans(tx, ctx.who.id)
  if (last && isRepeat(last.scan, { code, at, open: asked.open })) return last.scan

  const open = await openParcel(ctx, tx, asked.open)
  const told = await answered(ctx, tx, { ...asked, code, open, why: asked.why.trim() })
  const { order, shipment } = told.meant ?? {}
  return addScan(tx, {
    id: asked.id,
    shopId: order?.shopId ?? shopOf(ctx),
    personId: ctx.who.id,
    at,
    code,
    answer: told.answer,
    did: told.did,
    shipmentId: shipment?.id ?? null,
    orderId: order?.id ?? null,
    before: told.before ?? null,
  })
}

function shopOf({ shopId }: Context): string {
  if (!shopId) throw new AppError('invalid', (lang) => words(lang).noShop)
  return shopId
}

/** The parcel that lay open when this was scanned, as it is now. */
async function openParcel(ctx: Context, tx: Tx, id: string | null): Promise<OpenParcel | undefined> {
  if (!id) return undefined
  const open = await meantById(tx, ctx.who.shopIds, { shipmentId: id })
  if (!open?.shipment) throw new AppError('not_found', (lang) => words(lang).scanAgain)
  return open as OpenParcel
}

async function answered(ctx: Context, tx: Tx, wish: Wish): Promise<Told> {
  const card = cardOf(wish.code)
  if (card) return pressCard(ctx, tx, card, wish)
  const carrier = carrierOfCard(wish.code)
  if (carrier) return chooseCarrier(ctx, tx, wish, carrier.zh)
  const meant = await meantBy(tx, ctx.who.shopIds, wish.code)
  if (meant) return wish.mode === 'hand' ? handOverParcel(ctx, tx, meant) : packParcel(ctx, tx, meant, wish)
  if (wish.open && looksLikeWaybill(wish.code)) return labelOpenParcel(ctx, tx, wish, wish.open)
  return unknown(wish)
}
