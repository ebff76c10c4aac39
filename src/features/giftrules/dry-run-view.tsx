/** What the rule would have done on a past day that the reader chooses. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, shortOf } from '../../core/time.ts'
import { Badge } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { OrderLink } from '../orders/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { DryRun, Tried } from './dry-run.ts'
import { becauseWord, fulfilledWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import type { GiftRule } from './store.ts'

type Props = { lang: Lang; shop: Shop; rule: GiftRule; tried: DryRun; yesterday: string }

export function DryRunPanel(props: Props) {
  const { lang, rule, tried, yesterday } = props
  const t = pageWords(lang)
  return (
    <section class="panel dry-run" id="dry-run">
      <header>
        <h2>{t.dryRun}</h2> <span class="count">{dayWord(tried.day, lang)}</span>
      </header>
      <form method="get" action={`/gift-rule/${rule.id}`} class="line">
        <label for="day">{t.dryDay}</label>
        <input id="day" name="day" type="date" value={tried.day} max={yesterday} required />
        <button class="plain">{t.dryLook}</button>
      </form>
      {tried.outside && <p class="quiet">{t.dryOutside}</p>}
      {tried.orders ? <Found {...props} /> : <p>{t.dryNothing}</p>}
    </section>
  )
}

function Found(props: Props) {
  const { lang, tried } = props
  const t = pageWords(lang)
  return (
    <>
      <p>
        <strong>{t.drySummary(tried.orders, tried.gets, tried.pieces)}</strong>
      </p>
      {tried.because.length > 0 && (
        <p class="quiet">
          {t.whyNot} {tried.because.map(({ code, n }) => `${t.reasons[code]} ${n}`).join(t.listComma)}
        </p>
      )}
      {tried.list.length < tried.orders && <p class="quiet">{t.dryMore(tried.list.length)}</p>}
      <table class="rows tight">
        <caption class="unseen">{t.dryRun}</caption>
        <Heads names={t.dryColumns} />
        <tbody>
          {tried.list.map((row) => (
            <Row {...props} row={row} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ lang, shop, rule, row: { order, outcome } }: Props & { row: Tried }) {
  const t = pageWords(lang)
  const zone = shop.timeZone
  return (
    <tr>
      <td class="one-line">
        <time>{shortOf(order.paidAt!, zone)}</time>
      </td>
      <td>
        <OrderLink id={order.id} tid={order.tid} />
      </td>
      <td class="one-line">{order.receiver || order.buyer}</td>
      <td class="full clip">{order.summary}</td>
      <td class="state">
        <Badge tone={outcome.gives ? 'done' : undefined}>{outcome.gives ? t.would : t.wouldNot}</Badge>
      </td>
      <td class="full note">
        {outcome.gives
          ? fulfilledWord(rule, outcome.why, lang)
          : becauseWord(outcome.because, { lang, zone, names: new Map() })}
      </td>
    </tr>
  )
}
