/** What came of several decided at once, row by row. */
import { Act, Badge } from '../../ui/parts.tsx'
import type { ResultRow } from './list.ts'
import { giftWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import type { ProposalsProps } from './list.ts'

export function Results({ lang, results, decision }: ProposalsProps) {
  const t = pageWords(lang)
  const refused = results.filter((row) => row.refused).length
  return (
    <section class="panel" id="results">
      <header>
        <h2>{t.results}</h2>{' '}
        <span class="count" role="status">
          {t.done(results.length - refused, refused)}
        </span>
      </header>
      <table class="rows tight">
        <caption class="unseen">{t.results}</caption>
        <tbody>
          {results.map((row) => (
            <Row {...{ lang, decision, row }} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ lang, decision, row }: Pick<ProposalsProps, 'lang' | 'decision'> & { row: ResultRow }) {
  const t = pageWords(lang)
  const { proposal, refused, tid, rule } = row
  return (
    <tr>
      <th scope="row">
        {proposal && (
          <a class="id" href={`/orders/${proposal.orderId}#gift-rules`}>
            {tid}
          </a>
        )}
      </th>
      <td class="one-line">{proposal && giftWord(proposal.gift, proposal.quantity)}</td>
      <td class="full note">{rule}</td>
      <td class="state">
        <Badge tone={refused ? 'late' : 'done'}>
          {refused ? refused(lang) : decision === 'take' ? t.taken : t.declined}
        </Badge>
      </td>
      <td class="act">
        {!refused && decision === 'decline' && proposal && (
          <Act action={`/gift-proposal/${proposal.id}/reopen`}>
            <button class="plain" aria-label={`${t.again} ${tid}`}>
              {t.again}
            </button>
          </Act>
        )}
      </td>
    </tr>
  )
}
