/** A batch's parcels, a page at a time; and the form that asks to stop one. */
import { may } from '../../access.ts'
import { Act, Badge, Empty, Field, NextPage } from '../../ui/parts.tsx'
import { dayWord, timeOf } from '../../core/time.ts'
import { pageWords } from './page-messages.ts'
import { OrderCells, Rows, StageBadge, type PageProps } from './rows.tsx'
import { isStopOpen, mayAskStop, stages, type Stage } from './rules.ts'
import type { Batch, Gift, ShipmentWithOrder } from './store.ts'
import type { ParcelFilter, ParcelRow } from './store-lists.ts'
import type { Shop } from '../shops/index.ts'

type ParcelsData = {
  shop: Shop
  batch: Batch
  filter: ParcelFilter
  rows: ParcelRow[]
  /** Of all pages together. */
  count: number
  gifts: Map<string, Gift[]>
  /** Where the next page begins; undefined: this is the last. */
  next: string | undefined
}
type Props = PageProps & { data: ParcelsData }

export function ParcelsView({ data, viewer, lang, here }: Props) {
  const t = pageWords(lang)
  const { batch, rows, count, next, filter } = data
  const base = `/batch/${batch.day}/parcels`
  return (
    <>
      <header class="next line">
        <h1>{t.parcelsOf(dayWord(batch.day, lang))}</h1>
        <span class="count">{t.parcelCount(count)}</span>
        <a class="push" href={here(`/batch/${batch.day}`)}>
          {t.batchOf(dayWord(batch.day, lang))}
        </a>
      </header>
      <Choices filter={filter} lang={lang} href={(f) => here(`${base}${queryOf(f)}`)} />
      {rows.length ? (
        <Rows caption={t.parcels} heads={[t.where, t.flag, t.tid, t.buyer, t.goods, t.gifts, t.waybill, t.actions]}>
          {rows.map((row) => (
            <ParcelLine row={row} data={data} viewer={viewer} lang={lang} here={here} />
          ))}
        </Rows>
      ) : (
        <Empty title={t.noParcels} hint={t.noParcelsHint} />
      )}
      {next && <NextPage href={here(`${base}${queryOf(filter, next)}`)} words={t.more} />}
    </>
  )
}

/** "?stage=packed&gift=1" */
function queryOf({ stage, urgent, gift, what, kind }: ParcelFilter, after?: string): string {
  const query = new URLSearchParams()
  if (stage) query.set('stage', stage)
  if (urgent) query.set('urgent', '1')
  if (gift) query.set('gift', '1')
  if (what) query.set('what', what)
  if (what && kind) query.set('kind', kind)
  if (after) query.set('after', after)
  return query.size ? `?${query.toString()}` : ''
}

function Choices({
  filter,
  lang,
  href,
}: { filter: ParcelFilter; href: (f: ParcelFilter) => string } & Pick<Props, 'lang'>) {
  const t = pageWords(lang)
  const choice = (words: string, to: ParcelFilter, current: boolean) => (
    <a href={href(to)} aria-current={current ? 'true' : undefined}>
      {words}
    </a>
  )
  return (
    <nav class="choices" aria-label={t.where}>
      {choice(t.allStages, { ...filter, stage: undefined }, !filter.stage)}
      {stages.map((stage: Stage) => choice(t.stages[stage], { ...filter, stage }, filter.stage === stage))}
      {(filter.stage === 'unpacked' || filter.stage === 'boxed') && choice(t.stageGroups[filter.stage], filter, true)}
      {choice(t.urgent, { ...filter, urgent: !filter.urgent }, !!filter.urgent)}
      {choice(t.withGift, { ...filter, gift: !filter.gift }, !!filter.gift)}
      {filter.what && choice(filter.what, { ...filter, what: undefined }, true)}
    </nav>
  )
}

function ParcelLine({ row: { shipment, order }, data, viewer, lang }: Props & { row: ParcelRow }) {
  const t = pageWords(lang)
  const gifts = data.gifts.get(order.id) ?? []
  return (
    <tr>
      <th scope="row" class="one-line">
        {isStopOpen(shipment) ? (
          <Badge tone="late" solid>
            {t.stopAt(t.stages[shipment.stage])}
          </Badge>
        ) : (
          <StageBadge stage={shipment.stage} lang={lang} />
        )}
        {shipment.asideAt !== null && <Badge tone="soon">{t.aside}</Badge>}
        {shipment.addedInVersion > 1 && <small> {t.addedLate}</small>}
      </th>
      <OrderCells order={{ ...order, urgent: shipment.urgent }} lang={lang} />
      <td class="note">{gifts.map((g) => `${g.what} ×${g.quantity}`).join(t.and)}</td>
      <td class="note">
        {[shipment.carrier, shipment.waybill].filter(Boolean).join(' ')}
        {shipment.handedAt !== null && <small> {timeOf(shipment.handedAt, data.shop.timeZone)}</small>}
      </td>
      <td class="act">
        {mayAskStop(shipment) && may(viewer, 'batch.stop') && (
          <a class="button plain" href={`/shipments/${shipment.id}/stop`}>
            {t.stopThis}
          </a>
        )}
      </td>
    </tr>
  )
}

type StopProps = Pick<Props, 'lang'> & { parcel: ShipmentWithOrder; back: string }
/** CUT-5: any agent may ask, and says why. */
export function StopView({ parcel: { shipment, order }, lang, back }: StopProps) {
  const t = pageWords(lang)
  return (
    <section class="next">
      <p class="when">
        <StageBadge stage={shipment.stage} lang={lang} />
      </p>
      <h1>{t.stopTitle(order.tid)}</h1>
      <p>
        {order.receiver || order.buyer} · {order.summary}
      </p>
      <Act action={`/shipments/${shipment.id}/stop`} class="stack entry">
        <input type="hidden" name="back" value={back} />
        <Field name="why" label={t.stopWhy} hint={t.stopWhyHint}>
          <input id="why" name="why" required maxlength={200} autocomplete="off" />
        </Field>
        <p class="line">
          <button class="primary">{t.stopNow}</button>
          <a class="button plain" href={back}>
            {t.back}
          </a>
        </p>
      </Act>
    </section>
  )
}
