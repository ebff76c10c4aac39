/** One's own reports: what is owed now on top, then the last days with what became of their letters. */
import type { Lang } from '../../core/i18n.ts'
import { whenWord } from '../../core/time.ts'
import { Badge, Empty, Opening, type Tone } from '../../ui/parts.tsx'
import type { Turn } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { DeliveryWords } from './delivery-view.tsx'
import type { OwnReport, ReportList } from './listing.ts'
import { shiftWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import { standingOf, type Standing } from './rules.ts'

export type ListProps = {
  lang: Lang
  shop: Shop
  now: number
  list: ReportList
  /** The running shift, where the roster has none of theirs: it can be written all the same. */
  unplanned: Turn | undefined
  canSetRoute: boolean
  /** Who could choose to whom they go has not done it. */
  needsRoute: boolean
  banner: string | undefined
}

const tones: Record<Standing, Tone> = { intime: 'done', late: 'soon', missing: 'late', open: 'act' }
export const StandingBadge = ({ standing, lang }: { standing: Standing; lang: Lang }) => (
  <Badge tone={tones[standing]} solid={standing === 'missing'}>
    {pageWords(lang).standing[standing]}
  </Badge>
)

export function ListView(props: ListProps) {
  const { lang, list, banner, needsRoute } = props
  const t = pageWords(lang)
  return (
    <>
      <ListOpening {...props} />
      {needsRoute && (
        <p class="warning" data-tone="late">
          {t.noRoute} <a href="/report-route">{t.noRouteDo}</a>
        </p>
      )}
      {banner && (
        <p class="warning" data-tone="soon">
          {banner}
        </p>
      )}
      {list.now.length > 1 && <OwedRows {...props} />}
      {list.past.length > 0 && (
        <section class="panel" id="mine">
          <header>
            <h2>{t.mine}</h2> <span class="count">{list.past.length}</span>
          </header>
          <PastRows {...props} />
        </section>
      )}
      {!list.past.length && list.teamMissing === null && <Empty title={t.mineEmpty} hint={t.mineEmptyHint} />}
    </>
  )
}

function ListOpening({ lang, shop, now, list, unplanned, canSetRoute, needsRoute }: ListProps) {
  const t = pageWords(lang)
  const [first] = list.now
  const asks = !first && (list.teamMissing ?? 0) > 0
  const missing = list.now.filter((one) => standingOf(one, now) === 'missing').length
  const failed = list.past.flatMap(({ deliveries }) => deliveries).filter(({ state }) => ['failed', 'bounced'].includes(state)).length // prettier-ignore
  const gaps = [
    { count: missing, words: t.missingGap, tone: 'late' as const },
    { count: failed, words: t.undeliveredGap, tone: 'late' as const, href: '#mine' },
    { count: Number(needsRoute), words: t.routeGap, tone: 'late' as const, href: '/report-route' },
    ...(list.teamMissing
      ? [
          {
            count: list.teamMissing,
            words: t.teamMissing(list.teamMissing),
            tone: 'late' as const,
            href: '/report-grid',
          },
        ]
      : []),
  ]
  return (
    <Opening
      when={t.title}
      tone={missing || asks ? 'late' : first ? 'act' : 'done'}
      title={titleOf(first, list, now, lang)}
      forgotten={t.forgotten}
      gaps={gaps.filter(({ count }) => count > 0)}
    >
      {first && <p class="quiet">{dueWord(first, shop, now, lang)}</p>}
      <p class="line">
        {first && (
          <a class="button primary" href={`/report/${first.day}/${first.side}`} data-key="w">
            {first.report ? t.goOn : t.write} <kbd>W</kbd>
          </a>
        )}
        {!first && unplanned && (
          <a class="button" href={`/report/${unplanned.day}/${unplanned.side}`}>
            {t.writeAnyway} {shiftWord(unplanned, lang)}
          </a>
        )}
        {list.teamMissing !== null && (
          <a class={asks ? 'button primary' : 'button'} href="/report-grid">
            {t.toGrid}
          </a>
        )}
        {canSetRoute && (
          <a class="button" href="/report-route">
            {t.toRoute}
          </a>
        )}
      </p>
    </Opening>
  )
}

function titleOf(first: OwnReport | undefined, list: ReportList, now: number, lang: Lang): string {
  const t = pageWords(lang)
  if (!first && list.teamMissing) return t.teamTitle(list.teamMissing)
  if (!first) return list.past.length ? t.doneTitle : t.nothingTitle
  return standingOf(first, now) === 'missing'
    ? t.missingTitle(shiftWord(first, lang))
    : t.owedTitle(shiftWord(first, lang))
}

export function dueWord({ dueAt }: { dueAt: number }, shop: Shop, now: number, lang: Lang): string {
  const time = whenWord(dueAt, now, shop.timeZone, lang)
  return now > dueAt ? pageWords(lang).late(time) : pageWords(lang).due(time)
}

const OwedRows = ({ lang, shop, now, list }: ListProps) => (
  <ul class="panel reports-owed">
    {list.now.map((one) => (
      <li class="line">
        <StandingBadge standing={standingOf(one, now)} lang={lang} />
        <a href={`/report/${one.day}/${one.side}`}>{shiftWord(one, lang)}</a>
        <span class="quiet">{dueWord(one, shop, now, lang)}</span>
      </li>
    ))}
  </ul>
)

const PastRows = ({ lang, shop, now, list }: ListProps) => {
  const { columns, corrected, filedAt } = pageWords(lang)
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{columns.when}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.filed}</th>
          <th scope="col">{columns.delivered}</th>
        </tr>
      </thead>
      <tbody>
        {list.past.map((one) => (
          <tr>
            <th scope="row">
              <a href={`/reports/of/${one.report!.id}`}>{shiftWord(one, lang)}</a>
            </th>
            <td>
              <StandingBadge standing={standingOf(one, now)} lang={lang} />{' '}
              {one.version > 1 && <span class="quiet">{corrected(one.version)}</span>}
            </td>
            <td>{filedAt(whenWord(one.filedAt!, now, shop.timeZone, lang))}</td>
            <td>
              <DeliveryWords lang={lang} deliveries={one.deliveries} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
