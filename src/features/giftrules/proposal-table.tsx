/** Open proposals as rows that can be picked; each can be decided by itself. */
import { raw } from 'hono/html'
import type { Lang } from '../../core/i18n.ts'
import { briefOf } from '../../core/time.ts'
import { Act, Badge } from '../../ui/parts.tsx'
import { Heads, PickAll } from '../../ui/table.tsx'
import type { ProposalRow } from './list.ts'
import { becauseWord, fulfilledWord, giftWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import type { ProposalsProps } from './list.ts'
import { WhyField } from './rule-view.tsx'

export function ProposalTable(props: ProposalsProps) {
  const t = pageWords(props.lang)
  return (
    <table class="rows tight gift-proposals">
      <caption class="unseen">{t.caption}</caption>
      <Heads names={[...t.proposalColumns, '']} unseen={t.take}>
        <PickAll label={t.pickAll} />
      </Heads>
      <tbody>
        {props.list.rows.map((row) => (
          <Row {...props} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ lang, shop, now, row }: ProposalsProps & { row: ProposalRow }) {
  const t = pageWords(lang)
  const { proposal, order } = row
  const gift = giftWord(proposal.gift, proposal.quantity)
  return (
    <tr id={`proposal-${proposal.id}`}>
      <td>
        <label class="tick">
          <input type="checkbox" name="id" value={proposal.id} form="bulk" data-pick aria-label={t.pick(order.tid)} />
        </label>
      </td>
      <th scope="row">
        <a class="id" href={`/orders/${order.id}#gift-rules`}>
          {order.tid}
        </a>
      </th>
      <td class="one-line">{order.receiver || order.buyer}</td>
      <td class="one-line">
        <b>{gift}</b>
      </td>
      <td class="full note">
        <Why lang={lang} zone={shop.timeZone} row={row} />
      </td>
      <td class="one-line">
        <time>{briefOf(proposal.at, now, shop.timeZone)}</time>
      </td>
      <td class="act">
        <Act action={`/gift-proposal/${proposal.id}/take`}>
          <button class="plain" aria-label={t.takeOf(gift, order.tid)}>
            {t.take}
          </button>
        </Act>
      </td>
    </tr>
  )
}

function Why({
  lang,
  zone,
  row: { rule, outcome },
}: {
  lang: Lang
  zone: string
  row: Pick<ProposalRow, 'rule' | 'outcome'>
}) {
  const t = pageWords(lang)
  if (outcome.gives) return <>{`${rule.name} · ${fulfilledWord(rule, outcome.why, lang)}`}</>
  return (
    <>
      {rule.name} <Badge tone="late">{t.noLonger}</Badge>{' '}
      {becauseWord(outcome.because, { lang, zone, names: new Map() })}
    </>
  )
}

export function BulkBar({ lang }: { lang: Lang }) {
  const t = pageWords(lang)
  return (
    <section class="bulk picked" data-bulk aria-label={t.bulk}>
      <Act action="/gift-proposals" id="bulk" class="line" anew>
        <strong class="one-line">{raw(t.picked('<span data-picked>0</span>'))}</strong>
        <button name="decision" value="take" class="primary">
          {t.takeAll}
        </button>
      </Act>
      <details class="fold" id="bulk-decline">
        <summary>{t.declineAll}</summary>
        <div class="asked">
          <p class="field grow">
            <label for="bulk-why">{t.declineWhy}</label>
            <input
              id="bulk-why"
              name="why"
              form="bulk"
              placeholder={t.declineExample}
              maxlength={500}
              autocomplete="off"
            />
            <span class="error" data-error="why" hidden />
          </p>
          <button form="bulk" name="decision" value="decline">
            {t.declineAll}
          </button>
        </div>
      </details>
    </section>
  )
}

/** Declining one asks why. */
export function DeclineForm({ lang, id, gift, tid }: { lang: Lang; id: string; gift: string; tid: string }) {
  const t = pageWords(lang)
  return (
    <details class="fold" id={`decline-${id}`}>
      <summary aria-label={t.declineOf(gift, tid)}>{t.decline}</summary>
      <Act action={`/gift-proposal/${id}/decline`} class="asked">
        <WhyField id={`decline-why-${id}`} label={t.declineWhy} example={t.declineExample} />
        <button>{t.decline}</button>
      </Act>
    </details>
  )
}
