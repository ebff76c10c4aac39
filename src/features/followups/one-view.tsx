/** One follow-up: how it stands, what was said, and the buyer's others. */
import type { Lang } from '../../core/i18n.ts'
import { dayOf, dayWord, shortOf, timeOf } from '../../core/time.ts'
import { Act, Badge, Field, Who } from '../../ui/parts.tsx'
import type { Staff } from '../people/index.ts'
import type { Having } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { ContactForm, EndForm } from './forms.tsx'
import { kindWord, reasonWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import type { Contact, Followup } from './store.ts'
import { endingWord, FollowupTable, stateBadge } from './tables.tsx'

export type OneProps = {
  lang: Lang
  shop: Shop
  now: number
  followup: Followup
  having: Having
  contacts: readonly Contact[]
  others: readonly Followup[]
  tids: ReadonlyMap<string, string>
  names: ReadonlyMap<string, { handle: string; hue: number }>
  colleagues: readonly Staff[]
  proposed: number
  canDo: boolean
}

export function OneView(props: OneProps) {
  const { followup, canDo, others, lang, shop, tids } = props
  const t = pageWords(lang)
  const isOpen = followup.state === 'open'
  return (
    <>
      <OneOpening {...props} />
      <div class="split">
        <div class="stack">
          {canDo && isOpen && <EndForm lang={lang} followup={followup} />}
          <History {...props} />
        </div>
        <aside class="stack" aria-label={t.one}>
          <Facts {...props} />
          {canDo && isOpen && <GiveForm {...props} />}
          {others.length > 0 && (
            <section class="panel">
              <header>
                <h2>{t.others}</h2> <span class="count">{others.length}</span>
              </header>
              <p class="quiet">{t.othersHint}</p>
              <FollowupTable caption={t.others} {...{ lang, shop, tids }} rows={others} />
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

function OneOpening({ lang, shop, now, followup, proposed, canDo, tids }: OneProps) {
  const t = pageWords(lang)
  const zone = shop.timeZone
  const isOpen = followup.state === 'open'
  const isLate = isOpen && followup.nextAt <= now
  const next = `${dayWord(dayOf(followup.nextAt, zone), lang)} ${timeOf(followup.nextAt, zone)}`
  return (
    <section class="next">
      <p class="when" data-tone={isLate ? 'late' : undefined}>
        <a href="/followups">{t.back}</a> · {kindWord(followup.kind, lang)}
      </p>
      <h1>
        {isOpen
          ? t.oneTitle(followup.buyer, next)
          : t.oneOver(followup.buyer, endingWord(followup, tids, lang) || followup.said)}
      </h1>
      {canDo && isOpen && <ContactForm {...{ lang, zone, now, followup, proposed }} />}
      {canDo && !isOpen && (
        <Act action={`/followup/${followup.id}/reopen`} class="line">
          <button>{t.reopen}</button>
        </Act>
      )}
    </section>
  )
}

function Facts({ lang, shop, followup, having, names, tids }: OneProps) {
  const t = pageWords(lang)
  const [first, ...others] = having.people
  const holder = others.length ? undefined : names.get(first ?? '')
  const tid = tids.get(followup.orderId ?? '')
  return (
    <section class="panel">
      <dl class="facts">
        <dt>{t.state}</dt>
        <dd>{stateBadge(followup, lang)}</dd>
        {followup.reason && (
          <>
            <dt>{t.reason}</dt>
            <dd>{reasonWord(followup.reason, lang)}</dd>
          </>
        )}
        <dt>{t.order}</dt>
        <dd>
          {tid ? (
            <a class="id" href={`/orders/${followup.orderId}`}>
              {tid}
            </a>
          ) : (
            t.none
          )}
        </dd>
        {followup.state === 'open' && (
          <>
            <dt>{t.owner}</dt>
            <dd>{holder ? <Who {...holder} /> : <Badge>{t.shift}</Badge>}</dd>
          </>
        )}
        <dt>{t.since}</dt>
        <dd>
          {shortOf(followup.openedAt, shop.timeZone)} {followup.openedBy === null && t.byItself}
        </dd>
      </dl>
    </section>
  )
}

function History({ lang, shop, contacts, names }: OneProps) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="history">
      <header>
        <h2>{t.history}</h2> <span class="count">{t.historyCount(contacts.length)}</span>
      </header>
      <ol class="log">
        {contacts.map(({ at, by, byId, said, nextAt }) => (
          <li>
            <time>{shortOf(at, shop.timeZone)}</time>
            <Who handle={by} hue={names.get(byId ?? '')?.hue ?? 1} name={false} />
            <p class="said">
              {said}
              {nextAt !== null && (
                <small class="quiet">
                  {' '}
                  {t.next} {shortOf(nextAt, shop.timeZone)}
                </small>
              )}
            </p>
          </li>
        ))}
      </ol>
      {!contacts.length && <p class="quiet">{t.noHistory}</p>}
    </section>
  )
}

function GiveForm({ lang, followup, colleagues }: OneProps) {
  const t = pageWords(lang)
  return (
    <details class="fold">
      <summary>{t.give}</summary>
      <Act action={`/followup/${followup.id}/give`} class="asked">
        <Field name="person" label={t.giveTo}>
          <select id="person" name="person">
            {colleagues
              .filter(({ id }) => id !== followup.ownerId)
              .map(({ id, handle }) => (
                <option value={id}>{handle}</option>
              ))}
          </select>
        </Field>
        <button>{t.give}</button>
      </Act>
    </details>
  )
}
