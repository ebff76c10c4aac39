/** Lines of the after-sales sheet that are to be paid: one short form each. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { briefOf } from '../../core/time.ts'
import { Act, Badge } from '../../ui/parts.tsx'
import { kindWord } from '../aftersales/index.ts'
import { OrderLink } from '../orders/parts.tsx'
import type { ListProps } from './list.ts'
import { MOST_AT_ONCE } from './bulk.ts'
import { pageWords } from './page-words.ts'
import { LONGEST_WHAT } from './rules.ts'
import type { ToPrepare } from './store.ts'

export function ToPrepareRows({ lang, list, now, shop }: ListProps) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="to-prepare">
      <header>
        <h2>{t.toPrepare}</h2> <span class="count">{list.toPrepare.length}</span>
      </header>
      <ul class="preparing">
        {list.toPrepare.slice(0, MOST_AT_ONCE).map((one, i) => (
          <li id={`entry-${one.entry.id}`}>
            <p class="line">
              <time data-tone={one.entry.dueAt <= now ? 'late' : undefined}>
                {briefOf(one.entry.dueAt, now, shop.timeZone)}
              </time>{' '}
              <Badge>{kindWord(one.entry.kind, lang)}</Badge> <a href={`/entry/${one.entry.id}`}>{one.entry.buyer}</a>{' '}
              {one.tid && <OrderLink id={one.entry.orderId!} tid={one.tid} />}{' '}
              {one.limit !== null && <small>{t.atMost(yuan(one.limit))}</small>}
            </p>
            {one.paid ? (
              <p class="quiet">
                {t.paidBefore} <a href={`/payout/${one.paid}`}>{t.seePayout}</a>
              </p>
            ) : (
              list.canPrepare && (
                <PrepareForm lang={lang} one={one} isFirst={i === 0} isNext={i === 0 && !list.toPay.length} />
              )
            )}
          </li>
        ))}
      </ul>
      {list.toPrepare.length > MOST_AT_ONCE && <p class="quiet">{t.more(list.toPrepare.length - MOST_AT_ONCE)}</p>}
    </section>
  )
}

type FormProps = { lang: Lang; one: ToPrepare; isFirst: boolean; isNext: boolean }
function PrepareForm({ lang, one: { entry }, isFirst, isNext }: FormProps) {
  const t = pageWords(lang)
  const amount = entry.amount === null ? '' : yuan(entry.amount)
  return (
    <Act action="/payouts" class="line prepare">
      <input type="hidden" name="entry" value={entry.id} />
      <p class="field">
        <label for={`amount-${entry.id}`} data-key={isFirst ? 'n' : undefined}>
          {t.amount} {isFirst && <kbd>N</kbd>}
        </label>
        <input
          id={`amount-${entry.id}`}
          name="amount"
          value={amount}
          inputmode="decimal"
          required
          maxlength={12}
          autocomplete="off"
        />
      </p>
      <p class="field grow">
        <label for={`what-${entry.id}`}>{t.what}</label>
        <input
          id={`what-${entry.id}`}
          name="what"
          value={[...entry.promised].slice(0, LONGEST_WHAT).join('')}
          maxlength={LONGEST_WHAT}
          required
          autocomplete="off"
        />
      </p>
      <button type="submit" class={isNext ? 'primary' : undefined} aria-label={t.prepareFor(entry.buyer)}>
        {t.prepare}
      </button>
    </Act>
  )
}
