/** The due list: quick entry on top, then overdue, now, later today, coming; at last what has just ended. */
import type { Lang } from '../../core/i18n.ts'
import { whenWord } from '../../core/time.ts'
import { Empty, Opening } from '../../ui/parts.tsx'
import { hrefOf, Part, type DueProps } from './due-rows.tsx'
import { QuickEntry } from './forms.tsx'
import { kindWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import { dueParts, kinds } from './rules.ts'
import { Ended, FirstTimers } from './tables.tsx'

export function DueView(props: DueProps) {
  const { lang, list, kind, canDo, firstTimers } = props
  const t = pageWords(lang)
  const shown = dueParts.reduce((n, part) => n + list.parts[part].length, 0)
  return (
    <>
      <DueOpening {...props} />
      {canDo && (
        <QuickEntry
          lang={lang}
          zone={props.shop.timeZone}
          now={props.now}
          proposed={list.proposed}
          kind={props.draft?.kind ?? kind ?? 'lost'}
          draft={props.draft}
          twins={props.twins}
          primary={!props.openId}
        />
      )}
      <Filters {...props} />
      {dueParts.map((part) => (
        <Part {...props} part={part} />
      ))}
      {list.more > 0 && <p class="quiet">{t.moreRows(list.more)}</p>}
      {shown === 0 && <Nothing {...props} />}
      {firstTimers && <FirstTimers {...props} orders={firstTimers} />}
      {list.ended.length > 0 && <Ended {...props} />}
    </>
  )
}

function DueOpening({ lang, list, shop, now }: DueProps) {
  const t = pageWords(lang)
  const due = [...list.parts.overdue, ...list.parts.now]
  const next = list.parts.later[0] ?? list.parts.coming[0]
  const soon = next
    ? t.nextTitle(whenWord(next.followup.nextAt, now, shop.timeZone, lang), next.followup.buyer)
    : t.nothingDue
  const unowned = dueParts.flatMap((part) => list.parts[part]).filter(({ having }) => having.because === 'leads').length
  const gaps = [
    {
      count: list.overdue,
      words: t.overdueGap(list.overdue),
      tone: 'late' as const,
      href: '/followups?whose=team#overdue',
    },
    { count: unowned, words: t.unownedGap(unowned), tone: 'soon' as const },
  ]
  return (
    <Opening
      when={t.title}
      tone={list.parts.overdue.length ? 'late' : due.length ? 'soon' : 'done'}
      title={due.length ? t.dueTitle(due.length) : soon}
      forgotten={t.forgotten}
      gaps={gaps.filter((gap) => gap.count > 0)}
    />
  )
}

function Filters({ lang, list, whose, kind }: DueProps) {
  const t = pageWords(lang)
  const isHere = (is: boolean) => (is ? 'true' : undefined)
  return (
    <div class="line filters">
      <nav class="choices" aria-label={t.whose}>
        {(['mine', 'team'] as const).map((one) => (
          <a href={hrefOf({ whose: one, kind })} aria-current={isHere(one === whose)}>
            {t[one]} <b>{list[one]}</b>
          </a>
        ))}
      </nav>
      <nav class="choices" aria-label={t.kind}>
        <a href={hrefOf({ whose, kind: undefined })} aria-current={isHere(!kind)}>
          {t.all}
        </a>
        {kinds.map((one) => (
          <a href={hrefOf({ whose, kind: one })} aria-current={isHere(one === kind)}>
            {kindWord(one, lang)} <b>{list.byKind[one]}</b>
          </a>
        ))}
      </nav>
      <SearchForm lang={lang} />
    </div>
  )
}

export const SearchForm = ({ lang, asked }: { lang: Lang; asked?: string }) => (
  <form method="get" action="/followups" class="push seek" role="search">
    <input
      type="search"
      name="q"
      value={asked}
      aria-label={pageWords(lang).search}
      placeholder={pageWords(lang).searchExample}
      maxlength={60}
    />{' '}
    <button class="plain">{pageWords(lang).search}</button>
  </form>
)

function Nothing({ lang, whose, list, kind }: DueProps) {
  const t = pageWords(lang)
  const others = whose === 'mine' && list.team > 0
  return (
    <Empty title={others ? t.nothingMine : t.nothing} hint={t.nothingHint}>
      {others && (
        <a class="button" href={hrefOf({ whose: 'team', kind })}>
          {t.toTeam}
        </a>
      )}
    </Empty>
  )
}
