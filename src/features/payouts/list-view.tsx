/** Payouts: what waits for me to pay on top, then what is to be prepared, then what was paid. */
import { yuan } from '../../core/text.ts'
import { Empty, Opening } from '../../ui/parts.tsx'
import { Decided } from './decided-view.tsx'
import type { ListProps } from './list.ts'
import { pageWords } from './page-words.ts'
import { Outcome, ToPay } from './pay-form.tsx'
import { ToPrepareRows } from './prepare-form.tsx'
import { total } from './rules.ts'
import { WaitingRows } from './rows.tsx'

export function PayoutsView(props: ListProps) {
  const { lang, list, results } = props
  const t = pageWords(lang)
  const isEmpty = !list.toPay.length && !list.others.length && !list.toPrepare.length
  return (
    <>
      <ListOpening {...props} />
      {results && <Outcome {...props} results={results} />}
      {list.toPay.length > 0 && <ToPay {...props} />}
      {list.toPrepare.length > 0 && <ToPrepareRows {...props} />}
      {list.others.length > 0 && <WaitingRows {...props} title={t.waits} rows={list.others} />}
      {isEmpty && (
        <Empty title={t.empty} hint={t.emptyHint}>
          <a class="button" href="/aftersales">
            {t.toSheet}
          </a>
        </Empty>
      )}
      <Decided {...props} />
    </>
  )
}

function titleOf({ list, lang }: ListProps): string {
  const t = pageWords(lang)
  if (list.toPay.length) return t.toPayTitle(list.toPay.length, yuan(total(list.toPay)))
  return list.toPrepare.length ? t.toPrepareTitle(list.toPrepare.length) : t.nothingTitle
}

function ListOpening(props: ListProps) {
  const { lang, list } = props
  const t = pageWords(lang)
  const { late, toPrepare, others, toPay } = list
  const gaps = [
    { count: late.size, words: t.lateGap(late.size), tone: 'late' as const, href: '#to-pay' },
    { count: toPrepare.length, words: t.prepareGap(toPrepare.length), tone: 'soon' as const, href: '#to-prepare' },
    { count: others.length, words: t.otherGap(others.length), href: '#waits' },
  ]
  return (
    <Opening
      when={t.title}
      tone={late.size ? 'late' : toPay.length || toPrepare.length ? 'soon' : 'done'}
      title={titleOf(props)}
      forgotten={t.forgotten}
      gaps={gaps.filter(({ count }) => count > 0)}
    >
      <p class="quiet">{list.alone ? t.aloneHint : t.hint}</p>
    </Opening>
  )
}
