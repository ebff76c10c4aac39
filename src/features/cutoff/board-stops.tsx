/** CUT-5: parcels that somebody asked to stop, to be answered here and now. */
import type { Child } from 'hono/jsx'
import { may } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { briefOf } from '../../core/time.ts'
import type { BoardPanel } from '../../feature.ts'
import { Act, Badge } from '../../ui/parts.tsx'
import { OrderLink } from '../orders/parts.tsx'
import { namesOf } from '../people/index.ts'
import { boardWords } from './board-words.ts'
import { pageWords } from './page-messages.ts'
import { Person } from './rows.tsx'
import { openStops, type ParcelRow } from './store-lists.ts'
import { lastBatch } from './store.ts'

/** As many as a panel shows. */
const SHOWN = 8

export const stopsPanel: BoardPanel = {
  name: 'stops',
  word: (lang) => boardWords(lang).toStop,
  boards: ['warehouse'],
  order: 15,
  right: 'batch.see',
  topics: ['parcel', 'batch', 'minute'],
  wide: true,
  async render({ ctx: { read, lang, now, who }, shop }): Promise<Child> {
    const stops = await openStops(read, shop.id)
    const t = boardWords(lang)
    if (!stops.length) return <p class="quiet">{t.noStops}</p>
    const names = await namesOf(read, [...new Set(stops.flatMap(({ shipment }) => shipment.stopAskedBy ?? []))])
    const batch = await lastBatch(read, shop.id)
    return (
      <>
        <ul class="things">
          {stops.slice(0, SHOWN).map((row) => (
            <li>
              <time class="at" data-tone="late">
                {briefOf(row.shipment.stopAskedAt!, now, shop.timeZone)}
              </time>{' '}
              <Stop row={row} lang={lang} /> <Person id={row.shipment.stopAskedBy} names={names} />{' '}
              {row.shipment.stopWhy} {may(who, 'batch.confirm') && <Answers id={row.shipment.id} lang={lang} />}
            </li>
          ))}
        </ul>
        {stops.length > SHOWN && (
          <p>
            <a href={`/batch/${batch!.day}#stops`}>{t.more(stops.length - SHOWN)}</a>
          </p>
        )}
      </>
    )
  },
}

const Stop = ({ row: { shipment, order }, lang }: { row: ParcelRow; lang: Lang }) => (
  <>
    <Badge tone="late" solid>
      {pageWords(lang).stopAt(pageWords(lang).stages[shipment.stage])}
    </Badge>{' '}
    <OrderLink id={order.id} tid={order.tid} /> {order.receiver || order.buyer}
  </>
)

const Answers = ({ id, lang }: { id: string; lang: Lang }) => (
  <span class="line">
    <Act action={`/shipments/${id}/stopped`} class="inline">
      <button>{boardWords(lang).stopped}</button>
    </Act>
    <Act action={`/shipments/${id}/too-late`} class="inline">
      <button class="plain">{boardWords(lang).tooLate}</button>
    </Act>
  </span>
)
