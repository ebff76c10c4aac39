/** /handovers: what waits for me, what I write, and all that were. */
import type { Lang } from '../../core/i18n.ts'
import { MINUTE, timeOf } from '../../core/time.ts'
import { Badge, Empty, NextPage, Opening, type Gap } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { Turn } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { turnWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import type { Handover } from './store.ts'
import type { Names } from './sight.ts'

export type Row = { handover: Handover; count: number; unread: number; isNobodys: boolean }
export type Home = {
  lang: Lang
  now: number
  shop: Shop
  on: Turn
  /** Whose handover this person writes, and it, once begun. */
  mine: { turn: Turn; handover: Handover | undefined }
  waiting: { handover: Handover; unread: number } | undefined
  ungiven: readonly { handover: Handover; open: number }[]
  /** The newest given, with what nobody has read back. */
  last: { handover: Handover; unread: number } | undefined
  rows: readonly Row[]
  names: Names
  asked: string
  next: string | undefined
}

export const HomeView = (home: Home) => (
  <>
    <Head {...home} />
    <Search {...home} />
    <List {...home} />
  </>
)

function Head(home: Home) {
  const { lang, on, now, shop } = home
  const { title, tone, action } = nextOf(home)
  const t = pageWords(lang)
  return (
    <Opening
      when={[turnWord(on, lang), timeOf(now, shop.timeZone)].join(' · ')}
      tone={tone}
      title={title}
      forgotten={t.forgotten}
      gaps={gapsOf(home)}
    >
      {action}
    </Opening>
  )
}

const Go = ({ href, words }: { href: string; words: string }) => (
  <p class="line">
    <a class="button primary" href={href} data-key="n">
      {words} <kbd>N</kbd>
    </a>
  </p>
)

/** What is first: take over, then what nobody gave, then write one's own. */
function nextOf({ waiting, ungiven, mine, last, lang }: Home) {
  const t = pageWords(lang)
  if (waiting) {
    const title = waiting.unread ? t.takeTitle(waiting.unread) : t.signTitle
    return { title, tone: 'act' as const, action: <Go href={`/handover/${waiting.handover.id}`} words={t.takeGo} /> }
  }
  const [lost] = ungiven
  if (lost) {
    const action = <Go href={`/handover/${lost.handover.id}`} words={t.look} />
    return { title: t.ungivenTitle(lost.open), tone: 'late' as const, action }
  }
  const { turn, handover } = mine
  if (!handover || handover.state === 'draft')
    return {
      title: t.writeTitle(turnWord(turn, lang)),
      tone: 'act' as const,
      action: <Write mine={mine} lang={lang} />,
    }
  if (last?.unread) {
    const action = <Go href={`/handover/${last.handover.id}`} words={t.look} />
    return { title: t.waitsTitle(last.unread), tone: 'soon' as const, action }
  }
  return { title: t.quietTitle, tone: 'done' as const, action: null }
}

function Write({ mine: { turn, handover }, lang }: Pick<Home, 'mine' | 'lang'>) {
  const t = pageWords(lang)
  if (handover) return <Go href={`/handover/${handover.id}`} words={t.writeOn} />
  return (
    <>
      <p class="quiet">{t.writeHint}</p>
      <form method="post" action="/handovers/start" class="line">
        <input type="hidden" name="turnDay" value={turn.day} />
        <input type="hidden" name="side" value={turn.side} />
        <button class="primary" data-key="n">
          {t.write} <kbd>N</kbd>
        </button>
      </form>
    </>
  )
}

function gapsOf({ last, ungiven, waiting, now, lang }: Home): Gap[] {
  const t = pageWords(lang)
  const gaps: Gap[] = []
  if (last?.handover.state === 'given' && last.unread) {
    const left = Math.ceil(((last.handover.dueAt ?? now) - now) / MINUTE)
    const note = left > 0 ? t.dueIn(left) : t.reported
    gaps.push({
      count: last.unread,
      words: t.gapUnread,
      tone: left > 0 ? 'soon' : 'late',
      href: `/handover/${last.handover.id}`,
      note,
    })
  }
  if (ungiven.length)
    gaps.push({
      count: ungiven.length,
      words: t.gapUngiven,
      tone: 'late',
      href: `/handover/${ungiven[0]!.handover.id}`,
    })
  if (waiting) gaps.push({ count: 1, words: t.gapNotSigned, tone: 'soon', href: `/handover/${waiting.handover.id}` })
  return gaps
}

function Search({ asked, lang }: Home) {
  const t = pageWords(lang)
  return (
    <form class="filters line" method="get" action="/handovers" role="search">
      <input
        type="search"
        name="q"
        value={asked}
        aria-label={t.search}
        placeholder={t.search}
        maxlength={100}
        class="handover-search"
      />
      <button>{t.find}</button>
      {asked && (
        <a class="button plain" href="/handovers">
          {t.allAgain}
        </a>
      )}
    </form>
  )
}

function List(home: Home) {
  const { rows, lang, asked, next } = home
  const t = pageWords(lang)
  if (!rows.length)
    return asked ? <Empty title={t.foundNone} hint={t.foundNoneHint} /> : <Empty title={t.none} hint={t.noneHint} />
  return (
    <section class="panel">
      <header>
        <h2>{t.past}</h2>
      </header>
      <table class="rows tight">
        <caption class="unseen">{t.past}</caption>
        <Heads names={t.columns} />
        <tbody>
          {rows.map((row) => (
            <HandoverRow row={row} home={home} />
          ))}
        </tbody>
      </table>
      {next && <NextPage href={next} words={t.older} />}
    </section>
  )
}

function HandoverRow({ row: { handover, count, unread, isNobodys }, home }: { row: Row; home: Home }) {
  const { lang, names, shop } = home
  const t = pageWords(lang)
  const giver = handover.givenBy ? names.get(handover.givenBy)?.handle : undefined
  const at = handover.givenAt === null ? '' : timeOf(handover.givenAt, shop.timeZone)
  return (
    <tr>
      <th scope="row">
        <a href={`/handover/${handover.id}`}>{turnWord(handover, lang)}</a>
      </th>
      <td class="quiet">{[giver ?? (handover.givenAt ? t.notGivenByAnyone : ''), at].filter(Boolean).join(' ')}</td>
      <td>{t.items(count)}</td>
      <td class="state">
        {isNobodys ? (
          <Badge tone="late">{t.notGivenByAnyone}</Badge>
        ) : (
          <Badge tone={handover.state === 'taken' ? 'done' : unread && handover.state === 'given' ? 'soon' : undefined}>
            {t.states[handover.state]}
          </Badge>
        )}
      </td>
    </tr>
  )
}
