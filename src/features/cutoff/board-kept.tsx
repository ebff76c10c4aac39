/** What cannot ship, by reason: those that were promised for today first. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { addDays, dayOf, instantOf } from '../../core/time.ts'
import type { BoardPanel } from '../../feature.ts'
import { Badge } from '../../ui/parts.tsx'
import { OrderLink } from '../orders/parts.tsx'
import { batchTopics } from './board-batch.tsx'
import { boardWords } from './board-words.ts'
import { keptBack, type KeptBack, type KeptBy, type KeptOrder } from './kept-back.ts'
import { pageWords } from './page-messages.ts'
import { Cause, sentence } from './rows.tsx'

export const keptPanel: BoardPanel = {
  name: 'blocked',
  word: (lang) => boardWords(lang).blocked,
  boards: ['warehouse'],
  order: 20,
  right: 'batch.see',
  topics: [...batchTopics, 'minute'],
  wide: true,
  async render({ ctx: { read, lang, now }, shop }): Promise<Child> {
    const endOfDay = instantOf(addDays(dayOf(now, shop.timeZone), 1), '00:00', shop.timeZone)
    const kept = await keptBack(read, shop, now, endOfDay)
    const t = boardWords(lang)
    if (!kept.all) return <p class="quiet">{t.nothingStays}</p>
    return (
      <>
        <p>
          <a href={`/batch/${kept.day}/left`}>{kept.frozen ? t.stayed(kept.all) : t.willStay(kept.all)}</a>
        </p>
        {kept.promised.length > 0 && <Promised list={kept.promised} lang={lang} />}
        <ul class="tallies">
          {kept.by.map((by) => (
            <Reason by={by} kept={kept} lang={lang} />
          ))}
        </ul>
      </>
    )
  },
}

const Reason = ({ by: { code, n, urgent }, kept, lang }: { by: KeptBy; kept: KeptBack; lang: Lang }) => (
  <li data-tone={urgent ? 'late' : undefined}>
    <a href={`/batch/${kept.day}/left?why=${code}`}>
      <b>{n}</b> {pageWords(lang).causes[code]}
    </a>{' '}
    {urgent > 0 && <Badge tone="late">{boardWords(lang).urgentOf(urgent)}</Badge>}
  </li>
)

const Promised = ({ list, lang }: { list: readonly KeptOrder[]; lang: Lang }) => (
  <>
    <h3>{boardWords(lang).promisedToday}</h3>
    <ul class="things">
      {list.map(({ id, tid, buyer, why }) => (
        <li>
          <Cause why={why} lang={lang} /> <OrderLink id={id} tid={tid} /> {buyer}{' '}
          <span class="quiet">{sentence(why, lang)}</span>
        </li>
      ))}
    </ul>
  </>
)
