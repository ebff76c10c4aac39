/** A role's card on one A4 page, black on white. */
import type { Lang } from '../../core/i18n.ts'
import { dayOf } from '../../core/time.ts'
import { FlagMark } from '../orders/parts.tsx'
import { flagsOf, meaningOf, type FlagTable } from '../shops/flags.ts'
import type { Shop } from '../shops/index.ts'
import type { CardTimes } from './card-times.ts'
import { cards, cardWords, rowsOf, type Card, type Row } from './cards.ts'
import { words } from './messages.ts'

type Props = { card: Card; shop: Shop; times: CardTimes; now: number; lang: Lang }

export function CardSheet({ card, shop, times, now, lang }: Props) {
  const t = words(lang)
  const content = cardWords(lang)[card]
  return (
    <main id="main" class="sheet role-card">
      <CardBar card={card} lang={lang} />
      <header>
        <div>
          <h1>{content.title}</h1>
          <p>{content.lead}</p>
        </div>
        <p class="end">
          {shop.name}
          <br />
          {t.asOf(dayOf(now, shop.timeZone))}
        </p>
      </header>
      <Day rows={rowsOf(content, times)} clock={times.clock} lang={lang} />
      <h2>{t.never}</h2>
      <ul class="musts">
        {content.musts.map((must) => (
          <li>{must}</li>
        ))}
      </ul>
      <div class="halves">
        <section>
          <h2>{t.flags}</h2>
          <Flags table={shop.flags} lang={lang} />
        </section>
        <section>
          <h2>{card === 'warehouse' ? t.atBench : t.keysOf}</h2>
          <dl class="facts">
            {content.keys.map(([key, what]) => (
              <>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </>
            ))}
          </dl>
        </section>
      </div>
    </main>
  )
}

/** On the screen only: the other cards, and to the printer. */
const CardBar = ({ card, lang }: Pick<Props, 'card' | 'lang'>) => (
  <nav class="sheet-bar line" aria-label={words(lang).cards}>
    <a class="button plain" href="/">
      {words(lang).toWork}
    </a>
    {cards.map((one) => (
      <a href={`/help/cards/${one}`} aria-current={one === card ? 'page' : undefined}>
        {cardWords(lang)[one].title}
      </a>
    ))}
    <button type="button" class="primary push" data-again>
      {words(lang).print}
    </button>
  </nav>
)

function Day({ rows, clock, lang }: { rows: readonly Row[]; clock: CardTimes['clock']; lang: Lang }) {
  const t = words(lang)
  return (
    <table class="rows tight keep" aria-label={t.theDay}>
      <tbody>
        {rows.map(({ at, to, word, what }) => (
          <tr>
            <th scope="row">{word ?? (to ? `${clock(at)}–${clock(to)}` : clock(at))}</th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const meanings = ['ship', 'hold', 'undecided'] as const

/** What each flag means in this shop: shape, word, meaning. */
const Flags = ({ table, lang }: { table: FlagTable; lang: Lang }) => (
  <dl class="meanings">
    {meanings.map((meaning) => {
      const flags = flagsOf(table).filter((flag) => meaningOf(table, flag) === meaning)
      return flags.length === 0 ? null : (
        <>
          <dt>
            {flags.map((flag) => (
              <FlagMark flag={flag} lang={lang} />
            ))}
          </dt>
          <dd>{words(lang).meanings[meaning]}</dd>
        </>
      )
    })}
  </dl>
)
