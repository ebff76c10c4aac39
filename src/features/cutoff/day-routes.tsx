/** The page of a day's batch, before and after its cutoff, and the lists that belong to it. */
import { may } from '../../access.ts'
import { readQuery } from '../../core/forms.ts'
import type { Lang } from '../../core/i18n.ts'
import { panel, piece, type Piece } from '../../core/panel.ts'
import { dayOf, dayWord, MINUTE, type Day } from '../../core/time.ts'
import { sendPieces, type Ask } from '../../core/web.ts'
import { get } from '../../feature.ts'
import { page, pageOf, rendered } from '../../shell.tsx'
import { lookingAgain } from '../../ui/live.ts'
import type { Shop } from '../shops/index.ts'
import { AT_ONCE, dayFor, frozenFor, listQuery, noBatch, pageOfRows, propsFor, shopFor } from './asked.ts'
import { comingDay, keptOf } from './coming-day.ts'
import { ComingView } from './coming-view.tsx'
import { frozenDay, leftNow, ownersOf } from './frozen-day.ts'
import { AddForm } from './added-view.tsx'
import { FrozenView } from './frozen-view.tsx'
import { KeptView } from './kept-view.tsx'
import { LeftView } from './left-view.tsx'
import { pageWords } from './page-messages.ts'
import { ParcelsView } from './parcels-view.tsx'
import { batchOf, lastBatch, type Batch } from './store.ts'
import { giftsByOrder, leftCount, leftPage, parcelCount, parcelPage } from './store-lists.ts'

type Live = { live: Piece; revision: string; batch: Batch | undefined }
/** All of a day's page that refreshes itself, the same for everybody who may do the same. */
async function livePiece(c: Ask, shop: Shop, day: Day): Promise<Live> {
  const { ctx } = c.var
  const batch = await batchOf(ctx.read, shop.id, day)
  const minute = batch ? '' : `-${Math.floor(ctx.now / MINUTE)}`
  const asOf = c.var.revisions.get(shop.id)
  const revision = `${asOf}${minute}`
  const props = propsFor(c, shop)
  const rights = (['batch.print', 'batch.confirm', 'batch.stop', 'bench.scan', 'orders.flag'] as const).filter((r) =>
    may(ctx.who, r),
  )
  const key = `batch ${shop.id} ${day} ${ctx.lang} ${rights.join()} ${props.here('')}`
  const live = await panel(key, revision, async () =>
    rendered(
      <div
        id="live"
        class="stack"
        {...lookingAgain(props.here(`/batch/${day}/live?seen=${encodeURIComponent(revision)}`), { seconds: 15 })}
      >
        {batch ? (
          <FrozenView data={await frozenDay(ctx.read, shop, batch)} {...props} />
        ) : (
          <ComingView data={await comingDay(ctx.read, shop, day, ctx.now, asOf)} {...props} />
        )}
      </div>,
    ),
  )
  return { live, revision, batch }
}

async function dayPage(c: Ask, shop: Shop, day: Day) {
  const { ctx } = c.var
  const { live, batch } = await livePiece(c, shop, day)
  const newest = batch && may(ctx.who, 'batch.add') ? await lastBatch(ctx.read, shop.id) : undefined
  const form = batch && newest?.id === batch.id ? [await addForm(batch.id, ctx.lang)] : []
  return pageOf(c, { title: pageWords(ctx.lang).batchOf(dayWord(day, ctx.lang)), active: '/batch' }, [
    OPENING,
    live,
    ...form,
    CLOSING,
  ])
}

const OPENING = piece('<main id="main" class="page stack">')
const CLOSING = piece('</main>')
const addForm = (batchId: string, lang: Lang) =>
  panel(`late addition ${batchId} ${lang}`, '', () => rendered(<AddForm batchId={batchId} lang={lang} />))

/** What a page asks every few seconds: nothing when it shows the newest. */
async function livePanel(c: Ask) {
  const { live, revision } = await livePiece(c, shopFor(c), dayFor(c))
  return c.req.query('seen') === revision ? c.body(null, 204) : sendPieces(c, [live])
}

async function parcelsPage(c: Ask) {
  const { ctx } = c.var
  const { shop, batch } = await frozenFor(c)
  const { after, ...filter } = readQuery(c, listQuery)
  const found = await parcelPage(ctx.read, batch.id, filter, after, AT_ONCE + 1)
  const { shown: rows, next } = pageOfRows(found, ({ shipment, order }) => ({ ...order, urgent: shipment.urgent }))
  const count = await parcelCount(ctx.read, batch.id, filter)
  const gifts = await giftsByOrder(
    ctx.read,
    rows.map(({ order }) => order.id),
  )
  return page(
    c,
    { title: pageWords(ctx.lang).parcelsOf(dayWord(batch.day, ctx.lang)), active: '/batch' },
    <main id="main" class="page stack">
      <ParcelsView data={{ shop, batch, filter, rows, count, gifts, next }} {...propsFor(c, shop)} />
    </main>,
  )
}

/** Of a frozen batch what stayed behind; of one to come what would. */
async function leftBehindPage(c: Ask) {
  const { ctx } = c.var
  const shop = shopFor(c)
  const batch = await batchOf(ctx.read, shop.id, dayFor(c))
  return batch ? stayedPage(c, shop, batch) : willStayPage(c, shop)
}

async function willStayPage(c: Ask, shop: Shop) {
  const { ctx } = c.var
  const day = dayFor(c)
  if (day < dayOf(ctx.now, shop.timeZone)) throw noBatch()
  const { why } = readQuery(c, listQuery)
  const data = await comingDay(ctx.read, shop, day, ctx.now)
  const kept = keptOf(data).filter((one) => !why || one.why[0]!.code === why)
  return page(
    c,
    { title: pageWords(ctx.lang).leftTitle, active: '/batch' },
    <main id="main" class="page stack">
      <KeptView data={data} kept={kept} why={why} {...propsFor(c, shop)} />
    </main>,
  )
}

async function stayedPage(c: Ask, shop: Shop, batch: Batch) {
  const { ctx } = c.var
  const { after, why } = readQuery(c, listQuery)
  const found = await leftPage(ctx.read, batch.id, after, AT_ONCE + 1, why)
  const { shown, next } = pageOfRows(found, ({ order }) => order)
  const left = await leftNow(ctx.read, shown)
  const count = await leftCount(ctx.read, batch.id, why)
  const data = { batch, left, next, why, count, names: await ownersOf(ctx.read, left) }
  return page(
    c,
    { title: pageWords(ctx.lang).leftTitle, active: '/batch' },
    <main id="main" class="page stack">
      <LeftView data={data} {...propsFor(c, shop)} />
    </main>,
  )
}

export const dayRoutes = [
  get('/batch', 'batch.see', async (c) => {
    const shop = shopFor(c)
    return dayPage(c, shop, dayOf(c.var.ctx.now, shop.timeZone))
  }),
  get('/batch/:day', 'batch.see', async (c) => dayPage(c, shopFor(c), dayFor(c))),
  get('/batch/:day/live', 'batch.see', livePanel),
  get('/batch/:day/parcels', 'batch.see', parcelsPage),
  get('/batch/:day/left', 'batch.see', leftBehindPage),
]
