/** One line: how it stands, what can be done with it, and what happened to it. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { shortOf, whenWord } from '../../core/time.ts'
import { Who } from '../../ui/parts.tsx'
import { OrderLink } from '../orders/parts.tsx'
import { Whose } from '../tasks/parts.tsx'
import { kindWord } from './messages.ts'
import type { EntrySight } from './one.ts'
import { FinishForm, MoveForms, OwnForms, ReopenForm, TakeForm } from './one-forms.tsx'
import { pageWords } from './page-words.ts'
import { StateBadge, toneOf } from './rows.tsx'
import { sentences } from './sentences.ts'
import type { Entry } from './store.ts'

export function OneView(props: EntrySight) {
  const { entry, canWork, canWrite, lang, viewer, others } = props
  const t = pageWords(lang)
  const isOpen = entry.state !== 'done'
  const isOwn = entry.ownerId === viewer
  return (
    <>
      <OneOpening {...props} />
      <div class="split">
        <div class="stack">
          {isOpen && canWork && <MoveForms {...props} />}
          {isOpen && canWrite && !canWork && <p class="quiet">{t.notYours}</p>}
          <History {...props} />
        </div>
        <aside class="stack" aria-label={t.facts}>
          <Facts {...props} />
          {isOpen && canWrite && !isOwn && <TakeForm {...props} />}
          {isOpen && canWork && <OwnForms {...props} />}
          {others.length > 0 && <Others {...props} />}
        </aside>
      </div>
      {canWrite && (
        <a class="unseen" href="/aftersales/new" data-key="n">
          {t.add}
        </a>
      )}
    </>
  )
}

function OneOpening(props: EntrySight) {
  const { lang, shop, now, entry, canWork } = props
  const t = pageWords(lang)
  const isOpen = entry.state !== 'done'
  const kind = `${kindWord(entry.kind, lang)} ${entry.buyer}`
  return (
    <section class="next">
      <p class="when" data-tone={toneOf(entry, now)}>
        <a href="/aftersales">{t.back}</a> · {kind}
        {isOpen && ` · ${t.until(whenWord(entry.dueAt, now, shop.timeZone, lang))}`}
      </p>
      <h1>{isOpen ? entry.promised : t.doneTitle(entry.result ?? '')}</h1>
      {!isOpen && <p>{entry.promised}</p>}
      {isOpen && canWork && <FinishForm {...props} />}
      {!isOpen && canWork && <ReopenForm {...props} />}
    </section>
  )
}

function Facts(props: EntrySight) {
  const { lang, shop, entry, having, names } = props
  const t = pageWords(lang)
  const zone = shop.timeZone
  const owner = names.get(entry.ownerId ?? '')
  return (
    <section class="panel">
      <dl class="facts">
        <dt>{t.state}</dt>
        <dd>
          <StateBadge entry={entry} lang={lang} /> <small class="quiet">{t.since(shortOf(entry.since, zone))}</small>
        </dd>
        {entry.amount !== null && (
          <>
            <dt>{t.money}</dt>
            <dd>¥{yuan(entry.amount)}</dd>
          </>
        )}
        {entry.state !== 'done' && (
          <>
            <dt>{t.hasIt}</dt>
            <dd>
              <Whose having={having} names={names} lang={lang} />
            </dd>
          </>
        )}
        {owner && (
          <>
            <dt>{t.ownerIs}</dt>
            <dd>
              <Who {...owner} /> {t.sides[entry.ownerSide]}
            </dd>
          </>
        )}
        <Links {...props} />
        <dt>{t.promisedBy}</dt>
        <dd>{entry.promisedBy}</dd>
        <dt>{t.entered}</dt>
        <dd>
          {shortOf(entry.createdAt, zone)} {entry.createdBy === null && t.byItself}
        </dd>
      </dl>
    </section>
  )
}

/** What stands behind it: its order, the claim that it came from, the payout that ends it. */
function Links({ lang, entry, tid, payout, canPay }: EntrySight) {
  const t = pageWords(lang)
  const paid = payout && t.payoutStates[payout.state]
  return (
    <>
      <dt>{t.order}</dt>
      <dd>{tid ? <OrderLink id={entry.orderId!} tid={tid} /> : t.none}</dd>
      {entry.claimId && (
        <>
          <dt>{t.claim}</dt>
          <dd>
            <a href={`/claim/${entry.claimId}`}>{t.open}</a>
          </dd>
        </>
      )}
      {payout && (
        <>
          <dt>{t.payout}</dt>
          <dd>{canPay ? <a href={`/payout/${payout.id}`}>{paid}</a> : paid}</dd>
        </>
      )}
    </>
  )
}

const Others = ({ others, lang }: EntrySight) => (
  <section class="panel">
    <header>
      <h2>{pageWords(lang).others}</h2> <span class="count">{others.length}</span>
    </header>
    <EntryLines entries={others} lang={lang} />
  </section>
)

export const EntryLines = ({ entries, lang }: { entries: readonly Entry[]; lang: Lang }) => (
  <ul class="lines">
    {entries.map((entry) => (
      <li>
        <a href={`/entry/${entry.id}`}>{kindWord(entry.kind, lang)}</a> {entry.result ?? entry.promised}{' '}
        <StateBadge entry={entry} lang={lang} />
      </li>
    ))}
  </ul>
)

const History = ({ history, lang, shop, names }: EntrySight) => (
  <section class="panel" id="history">
    <header>
      <h2>{pageWords(lang).history}</h2>
    </header>
    <ol class="log">
      {history.map((row) => (
        <li>
          <time>{shortOf(row.at, shop.timeZone)}</time>
          <Who handle={row.actor} hue={names.get(row.actorId ?? '')?.hue ?? 1} name={false} />
          <p class="said">
            {sentences[row.kind]?.(row, lang) ?? row.kind}
            {row.why && <small class="quiet"> {row.why}</small>}
          </p>
        </li>
      ))}
    </ol>
  </section>
)
