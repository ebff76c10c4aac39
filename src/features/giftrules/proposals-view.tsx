/** Gift proposals to decide, one by one or several at once, and orders with only free things left. */
import { keyText } from '../../core/paging.ts'
import { timeOf } from '../../core/time.ts'
import { Empty, NextPage, Opening } from '../../ui/parts.tsx'
import type { ProposalsProps } from './list.ts'
import { OnlyGiftsPanel } from './only-gifts-view.tsx'
import { pageWords } from './page-words.ts'
import { BulkBar, ProposalTable } from './proposal-table.tsx'
import { Results } from './results-view.tsx'

export function ProposalsView(props: ProposalsProps) {
  const { lang, list, results, canPlan } = props
  const t = pageWords(lang)
  const isEmpty = !list.rows.length && !list.only.length
  return (
    <>
      <ProposalsOpening {...props} />
      {results.length > 0 && <Results {...props} />}
      {isEmpty && !results.length && (
        <Empty title={t.noProposals} hint={canPlan ? t.noProposalsHint : t.noProposalsAsk}>
          {canPlan && (
            <a class="button primary" href="/gift-rules">
              {t.toRules}
            </a>
          )}
        </Empty>
      )}
      {list.rows.length > 0 && <ProposalTable {...props} />}
      {list.next && <NextPage href={`/gift-proposals?after=${keyText(list.next)}`} words={t.next} />}
      {list.only.length > 0 && <OnlyGiftsPanel {...props} />}
      {list.rows.length > 0 && <BulkBar lang={lang} />}
    </>
  )
}

function ProposalsOpening({ lang, shop, list, cutoffAt, canPlan }: ProposalsProps) {
  const t = pageWords(lang)
  const { total, only } = list
  const left = only.length ? t.onlyTitle(only.length) : t.allDecided
  const gap = { count: only.length, words: t.onlyGap, tone: 'late' as const, href: '#only-gifts' }
  return (
    <Opening
      when={t.proposals}
      tone={total || only.length ? 'soon' : 'done'}
      title={total ? t.toDecide(total, timeOf(cutoffAt, shop.timeZone)) : left}
      forgotten={t.forgotten}
      gaps={only.length ? [gap] : []}
    >
      {canPlan && (total > 0 || only.length > 0) && (
        <p class="line">
          <a class="button plain" href="/gift-rules">
            {t.toRules}
          </a>
        </p>
      )}
    </Opening>
  )
}
