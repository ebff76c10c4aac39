/** GIFT-1: what goes into how many parcels of today. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { dayOf } from '../../core/time.ts'
import type { BoardPanel } from '../../feature.ts'
import { dayBook } from '../orders/index.ts'
import { boardWords } from './board-words.ts'
import { batchOf, type Batch } from './store.ts'
import { giftLines, type GiftLine } from './store-sheets.ts'

export const giftsPanel: BoardPanel = {
  name: 'gifts',
  word: (lang) => boardWords(lang).gifts,
  boards: ['warehouse'],
  order: 40,
  right: 'batch.see',
  topics: ['gift', 'claim', 'parcel', 'batch', 'order', 'hold', 'refund', 'import', 'minute'],
  async render({ ctx: { read, lang, now }, shop }): Promise<Child> {
    const t = boardWords(lang)
    const batch = await batchOf(read, shop.id, dayOf(now, shop.timeZone))
    const lines = batch ? await giftLines(read, batch.id) : []
    if (batch) return lines.length ? <Sums lines={lines} batch={batch} lang={lang} /> : <None lang={lang} />
    const promised = (await dayBook(read, shop, now)).count.gifts
    return promised ? <a href="/orders?show=gifts">{t.soFar(promised)}</a> : <None lang={lang} />
  },
}

const None = ({ lang }: { lang: Lang }) => <p class="quiet">{boardWords(lang).noGifts}</p>

/** What is put in, how many pieces in how many parcels: each leads to those parcels. */
function Sums({ lines, batch, lang }: { lines: readonly GiftLine[]; batch: Batch; lang: Lang }) {
  const t = boardWords(lang)
  return (
    <table class="rows tight keep">
      <caption class="unseen">{t.gifts}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col" class="num">
            {t.pieces}
          </th>
          <th scope="col" class="num">
            {t.parcels}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ kind, what, pieces, orders }) => (
          <tr>
            <th scope="row">
              {what} <small>{t.kinds[kind]}</small>
            </th>
            <td class="num">{pieces}</td>
            <td class="num">
              <a href={`/batch/${batch.day}/parcels?what=${encodeURIComponent(what)}&kind=${kind}`}>{orders}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
