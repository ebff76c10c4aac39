/** The sheet: what comes first, whose, which; then the rows, late ones before the rest. */
import { shortened } from '../../core/text.ts'
import { Empty, NextPage, Opening, type Tone } from '../../ui/parts.tsx'
import { BulkBar } from './bulk-view.tsx'
import { hrefOf, LATE, shownStates, stateOf } from './filters.ts'
import type { ListProps } from './list.ts'
import { kindWord, stateWord, words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { Rows } from './rows.tsx'
import { kinds } from './rules.ts'

export function ListView(props: ListProps) {
  const { lang, sheet, asked, canWrite } = props
  const t = pageWords(lang)
  const isEmpty = !sheet.lines.length
  return (
    <>
      <ListOpening {...props} />
      <Selection {...props} />
      {isEmpty ? <Nothing {...props} /> : <Rows {...props} />}
      {canWrite && sheet.lines.some(({ canWork, entry }) => canWork && entry.state !== 'done') && (
        <BulkBar lang={lang} staff={sheet.staff} back={hrefOf(asked)} />
      )}
      {sheet.more > 0 && <p class="quiet">{t.more(sheet.more)}</p>}
      {sheet.next && <NextPage href={hrefOf(asked, { after: sheet.next })} words={t.nextPage} />}
      {props.canExport && !isEmpty && <ExportForm {...props} />}
    </>
  )
}

const LONGEST_TITLE = 40

function ListOpening(props: ListProps) {
  const { lang, sheet, canWrite } = props
  const t = pageWords(lang)
  const { first, counts } = sheet
  const gaps = [
    { count: counts.late, words: t.lateGap(counts.late), tone: 'late' as const, href: LATE },
    {
      count: counts.unowned,
      words: t.unownedGap(counts.unowned),
      tone: 'soon' as const,
      href: '/aftersales?whose=all',
    },
  ]
  return (
    <Opening
      when={counts.todo ? [words(lang).title, t.yours(counts.todo)].join(t.comma) : words(lang).title}
      {...headOf(props)}
      forgotten={t.forgotten}
      gaps={gaps.filter(({ count }) => count > 0)}
    >
      {first && <p>{shortened(first.promised, LONGEST_TITLE)}</p>}
      <p class="line">
        {first && (
          <a class="button primary" href={`/entry/${first.id}`} data-key="f">
            {t.workFirst} <kbd>F</kbd>
          </a>
        )}
        {canWrite && (
          <a class={first ? 'button' : 'button primary'} href="/aftersales/new" data-key="n">
            {t.add} <kbd>N</kbd>
          </a>
        )}
      </p>
    </Opening>
  )
}

/** The next thing to do; for a lead without any, what others are late with. */
function headOf({ lang, sheet: { first, counts }, now, leads }: ListProps): { title: string; tone: Tone } {
  const t = pageWords(lang)
  if (first) {
    const title = t.first(kindWord(first.kind, lang), first.buyer)
    return { title, tone: first.dueAt <= now ? 'late' : 'soon' }
  }
  return leads && counts.late
    ? { title: t.shopLate(counts.late), tone: 'late' }
    : { title: t.nothingForYou, tone: 'done' }
}

function Selection({ lang, sheet, asked }: ListProps) {
  const t = pageWords(lang)
  const isHere = (is: boolean) => (is ? 'true' : undefined)
  return (
    <div class="line filters">
      <nav class="choices" aria-label={t.whose}>
        {(['mine', 'all'] as const).map((one) => (
          <a href={hrefOf(asked, { whose: one, owner: undefined, q: '' })} aria-current={isHere(one === sheet.whose)}>
            {t[one]} <b>{sheet.counts[one]}</b>
          </a>
        ))}
      </nav>
      <FilterForm {...{ lang, sheet, asked }} />
    </div>
  )
}

/** A choice is a whole answer; without a script its button sends it. */
function FilterForm({ lang, sheet, asked }: Pick<ListProps, 'lang' | 'sheet' | 'asked'>) {
  const t = pageWords(lang)
  const states = (state: (typeof shownStates)[number]) =>
    state === 'todo' || state === 'late' || state === 'any' ? t.states[state] : stateWord(state, lang)
  return (
    <form method="get" action="/aftersales" class="line push seek" role="search" aria-label={t.filters}>
      <input type="hidden" name="whose" value={sheet.whose} />
      <select name="state" aria-label={t.state} data-submit>
        {shownStates.map((state) => (
          <option value={state} selected={state === stateOf(asked)}>
            {states(state)}
          </option>
        ))}
      </select>
      <select name="kind" aria-label={t.kind} data-submit>
        <option value="">{t.anyKind}</option>
        {kinds.map((kind) => (
          <option value={kind} selected={kind === asked.kind}>
            {kindWord(kind, lang)}
          </option>
        ))}
      </select>
      <select name="owner" aria-label={t.owner} data-submit>
        <option value="">{t.anyOwner}</option>
        {sheet.staff.map(({ id, handle }) => (
          <option value={id} selected={id === asked.owner}>
            {handle}
          </option>
        ))}
      </select>
      <input
        type="search"
        name="q"
        value={asked.q}
        aria-label={t.search}
        placeholder={t.searchExample}
        maxlength={60}
      />
      <button class="plain">{t.search}</button>
    </form>
  )
}

function Nothing({ lang, sheet, canWrite }: ListProps) {
  const t = pageWords(lang)
  return sheet.counts.all === 0 && canWrite ? (
    <Empty title={t.empty} hint={t.emptyHint} />
  ) : (
    <Empty title={t.nothingHere} hint={t.nothingHint}>
      <a class="button" href="/aftersales?whose=all">
        {t.all} {sheet.counts.all}
      </a>
    </Empty>
  )
}

/** WHO-5: only for leads; the log keeps it. */
function ExportForm({ lang, asked }: ListProps) {
  const t = pageWords(lang)
  const fields = { state: stateOf(asked), kind: asked.kind, owner: asked.owner, q: asked.q }
  return (
    <form method="post" action="/aftersales/export" class="line">
      {Object.entries(fields).map(([name, value]) => (value ? <input type="hidden" name={name} value={value} /> : ''))}
      <button class="plain">{t.export}</button> <small class="quiet">{t.exportHint}</small>
    </form>
  )
}
