/** HOLD-3: held orders whose date is here, for those who pack: what may still come into today's batch. */
import type { Child } from 'hono/jsx'
import { dictionary, type Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import type { BoardPanel } from '../../feature.ts'
import { dayBook } from './book.ts'
import { heldList, type Held } from './held.ts'
import { OrderLink } from './parts.tsx'

const zh = {
  holds: '暂缓到期',
  none: '今天没有到期的暂缓。',
  overdue: '逾期',
  due: '今天到期',
  undated: '没写日期',
  more: (n: number) => `还有 ${n} 单`,
}
const en: typeof zh = {
  holds: 'Holds due',
  none: 'No hold is due today.',
  overdue: 'overdue',
  due: 'due today',
  undated: 'without a date',
  more: (n) => `${n} more`,
}
const words = dictionary(zh, en)

/** As many as a panel names. */
const SHOWN = 6

export const holdsPanel: BoardPanel = {
  name: 'holds',
  word: (lang) => words(lang).holds,
  boards: ['warehouse'],
  order: 30,
  right: 'orders.see',
  topics: ['order', 'hold', 'parcel', 'batch', 'import', 'shop', 'minute'],
  async render({ ctx: { read, lang, now }, shop }): Promise<Child> {
    const t = words(lang)
    const { overdue, due, undated } = heldList(await dayBook(read, shop, now), shop, '', now)
    const counts = [
      { of: 'overdue', n: overdue.length, tone: 'late' },
      { of: 'due', n: due.length, tone: 'soon' },
      { of: 'undated', n: undated.length, tone: 'soon' },
    ] as const
    const some = counts.filter(({ n }) => n > 0)
    if (!some.length) return <p class="quiet">{t.none}</p>
    return (
      <>
        <ul class="tallies">
          {some.map(({ of, n, tone }) => (
            <li data-tone={tone}>
              <a href={`/holds#${of}`}>
                <b>{n}</b> {t[of]}
              </a>
            </li>
          ))}
        </ul>
        <First list={[...overdue, ...due]} lang={lang} />
      </>
    )
  },
}

function First({ list, lang }: { list: readonly Held[]; lang: Lang }) {
  return (
    <ul class="things">
      {list.slice(0, SHOWN).map(({ entry: { order }, hold, urgency }) => (
        <li>
          <span class="at" data-tone={urgency === 'overdue' ? 'late' : undefined}>
            {dayWord(hold.dueOn, lang)}
          </span>{' '}
          <OrderLink id={order.id} tid={order.tid} /> {order.receiver || order.buyer}{' '}
          <span class="quiet">{hold.note}</span>
        </li>
      ))}
      {list.length > SHOWN && (
        <li>
          <a href="/holds">{words(lang).more(list.length - SHOWN)}</a>
        </li>
      )}
    </ul>
  )
}
