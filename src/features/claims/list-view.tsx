/** The list of claims: what to do next, tabs by where they are, the checker's queue, and rows. */
import type { Lang } from '../../core/i18n.ts'
import { addDays, dayWord, type Day } from '../../core/time.ts'
import { Empty, Opening, type Gap } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { ClaimTable } from './claim-table.tsx'
import { isShown, MOST_ROWS, shows, type Names, type Row, type Show } from './list.ts'
import { words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { Queue } from './queue-view.tsx'

type ListProps = {
  lang: Lang
  shop: Shop
  now: number
  show: Show
  /** All that is open. */
  open: readonly Row[]
  /** What this tab shows. */
  rows: readonly Row[]
  names: Names
  /** The tab by day. */
  day: Day
  today: Day
  /** The claim of which somebody says that it is not won. */
  refusing: string | undefined
  canClaim: boolean
}

export function ListView(props: ListProps) {
  const { show, rows, lang } = props
  const queue = show === 'check' ? rows.filter(({ canCheck }) => canCheck) : []
  const rest = rows.filter((row) => row !== queue[0])
  return (
    <>
      <ListOpening {...props} busy={queue.length > 0} />
      {queue[0] && <Queue {...props} row={queue[0]} />}
      <Filters {...props} />
      {show === 'all' && <Days {...props} />}
      {rest.length > 0 && (
        <ClaimTable {...props} rows={rest.slice(0, MOST_ROWS)} caption={pageWords(lang).shows[show]} />
      )}
      {rest.length > MOST_ROWS && <p class="quiet">{pageWords(lang).more(rest.length - MOST_ROWS)}</p>}
      {!rows.length && (
        <Empty
          title={pageWords(lang).empty[show]}
          hint={props.canClaim ? pageWords(lang).emptyHint : pageWords(lang).emptyAsk}
        />
      )}
    </>
  )
}

const of = (rows: readonly Row[], show: Show) => rows.filter((row) => isShown(row, show)).length

/** Whoever only reads has nothing to tell a buyer. */
function titleOf({ lang, open, canClaim }: ListProps): string {
  const t = pageWords(lang)
  if (!canClaim) return open.length ? t.onTheWay(open.length) : t.nothingOpen
  const mine = open.filter(({ canCheck }) => canCheck).length
  if (mine) return t.toCheck(mine)
  const [failed, homeless] = [of(open, 'failed'), of(open, 'homeless')]
  if (failed) return t.toTell(failed)
  if (homeless) return t.toHouse(homeless)
  return open.length ? t.onTheWay(open.length) : t.nothingOpen
}

function gapsOf({ lang, open }: ListProps): Gap[] {
  const t = pageWords(lang)
  const gap = (show: 'late' | 'failed' | 'homeless', tone: 'late' | 'soon'): Gap => {
    const count = of(open, show)
    return { count, words: t[`${show}Gap`](count), tone, href: `/claims?show=${show}` }
  }
  return [gap('late', 'late'), gap('failed', 'soon'), gap('homeless', 'soon')].filter(({ count }) => count > 0)
}

function ListOpening(props: ListProps & { busy: boolean }) {
  const { lang, canClaim, busy, open } = props
  const t = pageWords(lang)
  return (
    <Opening
      when={words(lang).title}
      tone={of(open, 'late') ? 'late' : open.some(({ canCheck }) => canCheck) ? 'soon' : 'done'}
      title={titleOf(props)}
      forgotten={t.forgotten}
      gaps={gapsOf(props)}
    >
      {canClaim && (
        <p class="line">
          <NewLink lang={lang} primary={!busy} />
        </p>
      )}
    </Opening>
  )
}

const NewLink = ({ lang, primary, query = '' }: { lang: Lang; primary?: boolean; query?: string }) => (
  <a class={primary ? 'button primary' : 'button'} href={`/claims/new${query}`} data-key="n">
    {pageWords(lang).register} <kbd>N</kbd>
  </a>
)

function Filters({ lang, show, open }: ListProps) {
  const t = pageWords(lang)
  return (
    <div class="line filters">
      <nav class="choices" aria-label={t.look}>
        {shows.map((one) => (
          <a href={`/claims?show=${one}`} aria-current={one === show ? 'true' : undefined}>
            {t.shows[one]} {one !== 'all' && <b>{of(open, one)}</b>}
          </a>
        ))}
      </nav>
      <SearchForm lang={lang} />
    </div>
  )
}

export const SearchForm = ({ lang, asked }: { lang: Lang; asked?: string }) => (
  <form method="get" action="/claims" class="push seek" role="search">
    <input
      type="search"
      name="q"
      value={asked}
      aria-label={pageWords(lang).search}
      placeholder={pageWords(lang).searchExample}
      maxlength={80}
    />{' '}
    <button class="plain">{pageWords(lang).search}</button>
  </form>
)

function Days({ lang, day, today, rows }: ListProps) {
  const t = pageWords(lang)
  const link = (to: Day, word: string) => (
    <a class="button plain" href={`/claims?show=all&day=${to}`}>
      {word}
    </a>
  )
  return (
    <p class="line">
      {link(addDays(day, -1), t.earlier)} <b>{t.dayTitle(dayWord(day, lang), rows.length)}</b>{' '}
      {day < today && link(addDays(day, 1), t.later)}
      <a class="button plain push" href={`/claims?night=${day}`}>
        {t.nightLink}
      </a>
    </p>
  )
}
