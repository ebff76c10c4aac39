/**
 * CUT-7: what goes into the parcel. Only what the buyer knows or may know stands here: no remark, no flag, no reason,
 * nobody's handle. A slip takes half a page, or more when it has many lines.
 */
import type { Lang } from '../../core/i18n.ts'
import { Bars } from '../../ui/bars.tsx'
import type { Shop } from '../shops/index.ts'
import { sheetWords } from './sheet-messages.ts'
import type { Item, Slip } from './store-sheets.ts'

type Props = { slips: Slip[]; shop: Shop; lang: Lang }

export const PackingSlips = ({ slips, shop, lang }: Props) => (
  <>
    {slips.length === 0 && <p>{sheetWords(lang).nothing}</p>}
    {slips.map((slip) => (
      <OneSlip slip={slip} shop={shop} lang={lang} />
    ))}
  </>
)

function OneSlip({ slip: { shipment, order, items, gifts }, shop, lang }: { slip: Slip; shop: Shop; lang: Lang }) {
  const t = sheetWords(lang)
  const [carrier, waybill] = [shipment.carrier ?? order.carrier, shipment.waybill ?? order.waybill]
  return (
    <article class="slip" aria-label={order.tid}>
      <header>
        <div>
          <h2>{shop.name}</h2>
          <p>
            {t.receiver} {order.receiver} {order.phone}
          </p>
          <p>
            {order.region} {order.address}
          </p>
          {(carrier || waybill) && (
            <p>
              {t.carrier} {[carrier, waybill].filter(Boolean).join(' ')}
            </p>
          )}
        </div>
        <div class="end">
          <Bars text={order.tid} />
          <code>{order.tid}</code>
        </div>
      </header>
      <Content items={items} summary={order.summary} quantity={order.quantity} gifts={gifts} lang={lang} />
      {order.buyerNote && (
        <p class="note">
          <strong>{t.buyerNote}</strong> {order.buyerNote}
        </p>
      )}
      <footer>
        <span>{t.packedBy}</span>
        <span>{t.thanks}</span>
      </footer>
    </article>
  )
}

type ContentProps = { items: Item[]; summary: string; quantity: number; gifts: Slip['gifts']; lang: Lang }

function Content({ items, summary, quantity, gifts, lang }: ContentProps) {
  const t = sheetWords(lang)
  return (
    <table class="rows tight keep content">
      <thead>
        <tr>
          <th scope="col">{t.goods}</th>
          <th scope="col">{t.variant}</th>
          <th scope="col">{t.code}</th>
          <th scope="col" class="qty">
            {t.pieces}
          </th>
          <th scope="col" class="box" />
        </tr>
      </thead>
      <tbody>
        {items.length === 0 && <Line title={summary} pieces={quantity} />}
        {items.map((item) => (
          <Line
            title={item.title}
            variant={item.variant}
            code={item.code}
            pieces={item.quantity ?? t.unknownQuantity}
          />
        ))}
        {gifts.map((gift) => (
          <Line title={gift.what} variant={t.extras[gift.kind]} pieces={gift.quantity} />
        ))}
      </tbody>
    </table>
  )
}

type LineProps = { title: string; variant?: string; code?: string; pieces: number | string }
const Line = ({ title, variant, code, pieces }: LineProps) => (
  <tr>
    <th scope="row">{title}</th>
    <td>{variant}</td>
    <td>{code && <code>{code}</code>}</td>
    <td class="qty">{pieces}</td>
    <td class="box" />
  </tr>
)
