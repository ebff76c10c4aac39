/** The due list: quick entry on top, then overdue, now, later today, coming; at last what has just ended. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { dayOf, dayWord, shortOf, timeOf } from '../../core/time.ts'
import { Act, Badge, Empty, Opening, Who } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { ContactForm, EndForm, QuickEntry, type Draft } from './forms.tsx'
import type { DueList, DueRow } from './list.ts'
import { kindWord, reasonWord, words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { dueParts, kinds, type DuePart, type Kind } from './rules.ts'
import type { Followup } from './store.ts'
import type { FirstOrder } from './store-sweep.ts'

export type DueProps = {
  lang: Lang
  shop: Shop
  now: number
  list: DueList
  whose: 'mine' | 'team'
  kind: Kind | undefined
  /** The row on which somebody works. */
  openId: string | undefined
  canDo: boolean
  firstTimers: readonly FirstOrder[] | undefined
  draft?: Draft | undefined
  twins?: readonly Followup[] | undefined
}

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

/** "15:30" today, "11-21 周六 15:30" on another day. */
const whenWord = (at: number, now: number, zone: string, lang: Lang) =>
  dayOf(at, zone) === dayOf(now, zone) ? timeOf(at, zone) : `${dayWord(dayOf(at, zone), lang)} ${timeOf(at, zone)}`

/** The address of the list with these filters. */
export function hrefOf({ whose, kind, openId }: { whose: string; kind: string | undefined; openId?: string }) {
  const query = new URLSearchParams({ whose, ...(kind && { kind }), ...(openId && { open: openId }) }).toString()
  return `/followups?${query}${openId ? `#f-${openId}` : ''}`
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

const tones: Partial<Record<DuePart, 'late' | 'soon'>> = { overdue: 'late', now: 'soon' }

function Part({ part, ...props }: DueProps & { part: DuePart }) {
  const { lang, list } = props
  const t = pageWords(lang)
  const rows = list.parts[part]
  if (!rows.length) return null
  return (
    <section class="panel" id={part}>
      <header>
        <h2>{t.parts[part]}</h2> <span class="count">{rows.length}</span>
      </header>
      <table class="rows tight due">
        <caption class="unseen">{t.parts[part]}</caption>
        <thead>
          <tr>
            {t.columns.map((column) => (
              <th scope="col">{column || <span class="unseen">{t.contact}</span>}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row {...props} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row(props: DueProps & { row: DueRow }) {
  const { row, lang, shop, now, whose, kind, canDo, openId } = props
  const { followup, part, said, tid } = row
  const t = pageWords(lang)
  const isOpen = canDo && openId === followup.id
  return (
    <>
      <tr id={`f-${followup.id}`}>
        <td class="at" data-tone={tones[part]}>
          <time>{whenWord(followup.nextAt, now, shop.timeZone, lang)}</time>
        </td>
        <td class="one-line">
          <Badge>{kindWord(followup.kind, lang)}</Badge>
        </td>
        <td class="one-line">
          <a href={`/followup/${followup.id}`}>{followup.buyer}</a>
        </td>
        <td class="full note">
          {[reasonWord(followup.reason, lang), said].filter(Boolean).join(' · ') || t.notTalked}
        </td>
        <td>
          {tid && (
            <a class="id" href={`/orders/${followup.orderId}`}>
              {tid}
            </a>
          )}
        </td>{' '}
        <td class="one-line">
          <Holder {...props} />
        </td>
        <td class="act">
          {canDo && !isOpen && (
            <a
              class="button plain"
              href={hrefOf({ whose, kind, openId: followup.id })}
              aria-label={t.contactOf(followup.buyer)}
            >
              {t.contact}
            </a>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr class="doing">
          <td colspan={7} class="full">
            <GoOn {...props} followup={followup} />
          </td>
        </tr>
      )}
    </>
  )
}

function Holder({ row, list, lang }: DueProps & { row: DueRow }) {
  const [first, ...others] = row.having.people
  const owner = others.length ? undefined : list.names.get(first ?? '')
  return owner ? <Who {...owner} /> : <Badge>{pageWords(lang).shift}</Badge>
}

/** What can be done with an open one: contact again, or end it. */
export const GoOn = ({
  lang,
  shop,
  now,
  list,
  followup,
}: Pick<DueProps, 'lang' | 'shop' | 'now' | 'list'> & { followup: Followup }) => (
  <>
    <ContactForm
      lang={lang}
      zone={shop.timeZone}
      now={now}
      followup={followup}
      proposed={list.proposed[followup.kind]}
      focus
    />
    <EndForm lang={lang} followup={followup} />
  </>
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

function FirstTimers({ lang, shop, orders, canDo }: DueProps & { orders: readonly FirstOrder[] }) {
  const t = pageWords(lang)
  if (!orders.length) return <Empty title={t.noFirst} hint={t.noFirstHint} />
  return (
    <section class="panel" id="first">
      <header>
        <h2>{t.firstTimers}</h2> <span class="count">{orders.length}</span>
      </header>
      <p class="quiet">{t.firstHint}</p>
      <table class="rows tight">
        <caption class="unseen">{t.firstTimers}</caption>
        <tbody>
          {orders.map(({ id, tid, buyer, summary, paidAt }) => (
            <tr>
              <td class="at">
                <time>{timeOf(paidAt!, shop.timeZone)}</time>
              </td>
              <td class="one-line">{buyer}</td>
              <td>
                <a class="id" href={`/orders/${id}`}>
                  {tid}
                </a>
              </td>
              <td class="full clip">{summary}</td>
              <td class="act">
                {canDo && (
                  <Act action="/followups/take">
                    <input type="hidden" name="tid" value={tid} />
                    <button class="plain" aria-label={t.takeOverOf(buyer)}>
                      {t.takeOver}
                    </button>
                  </Act>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Ended({ lang, shop, list, canDo }: DueProps) {
  const t = pageWords(lang)
  return (
    <details class="fold" id="ended">
      <summary>
        {t.ended} <span class="count">{list.ended.length}</span>
      </summary>
      <FollowupTable
        caption={t.ended}
        {...{ lang, shop, tids: list.tids }}
        rows={list.ended}
        act={(followup) =>
          canDo && (
            <Act action={`/followup/${followup.id}/reopen`}>
              <button class="plain" aria-label={t.reopenOf(followup.buyer)}>
                {t.reopen}
              </button>
            </Act>
          )
        }
      />
    </details>
  )
}

type TableProps = {
  lang: Lang
  shop: Shop
  rows: readonly Followup[]
  tids: ReadonlyMap<string, string>
  caption: string
  act?: (followup: Followup) => Child
}

/** Follow-ups in any state, one sentence each. */
export const FollowupTable = ({ lang, shop, rows, tids, caption, act }: TableProps) => (
  <table class="rows tight">
    <caption class="unseen">{caption}</caption>
    <tbody>
      {rows.map((followup) => (
        <tr>
          <td class="one-line">
            <time>{shortOf(followup.endedAt ?? followup.nextAt, shop.timeZone)}</time>
          </td>
          <td class="one-line">{kindWord(followup.kind, lang)}</td>
          <td class="one-line">
            <a href={`/followup/${followup.id}`}>{followup.buyer}</a>
          </td>
          <td class="state">{stateBadge(followup, lang)}</td>
          <td class="full note">{endingWord(followup, tids, lang) || followup.said}</td>
          {act && <td class="act">{act(followup)}</td>}
        </tr>
      ))}
    </tbody>
  </table>
)

export const stateBadge = ({ state }: Followup, lang: Lang) => (
  <Badge tone={state === 'won' || state === 'thanked' ? 'done' : undefined}>
    {state === 'open' ? pageWords(lang).open : words(lang).outcomes[state]}
  </Badge>
)

/** How it ended, in the agent's words or as the import showed it. */
export function endingWord({ ending, endedByOrder, state }: Followup, tids: ReadonlyMap<string, string>, lang: Lang) {
  if (!endedByOrder) return ending ?? ''
  const tid = tids.get(endedByOrder) ?? ''
  return state === 'won' ? words(lang).paidBy(tid) : words(lang).closedBy(tid)
}
