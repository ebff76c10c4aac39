/** Which old orders wait for their refund: the next one as the title, then all by their due time. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { briefOf, shortOf } from '../../core/time.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Badge, Empty, Opening } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { OrderLink } from '../orders/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { Whose } from '../tasks/parts.tsx'
import type { RefundList, RefundRow } from './list.ts'
import { pageWords } from './page-words.ts'

type Props = { lang: Lang; shop: Shop; now: number; list: RefundList; canAgree: boolean }

export function RefundsView(props: Props) {
  const { lang, list, canAgree } = props
  const t = pageWords(lang)
  return (
    <>
      <ListOpening {...props} />
      {canAgree && <AddForm {...props} />}
      {list.open.length ? <OpenRows {...props} /> : <Empty title={t.empty} hint={t.emptyHint} />}
      {list.ended.length > 0 && <EndedRows {...props} />}
    </>
  )
}

const buyerOf = ({ old }: RefundRow) => old.buyer || old.receiver

function titleOf({ first, open }: RefundList, lang: Lang): string {
  const t = pageWords(lang)
  if (first) return t.next(yuan(first.old.amount), buyerOf(first))
  return open.length ? t.openTitle(open.length) : t.nothingTitle
}

function ListOpening({ lang, list, now, shop }: Props) {
  const t = pageWords(lang)
  const { first } = list
  const due = first && shortOf(first.refund.dueAt, shop.timeZone)
  const gaps = [
    { count: list.late, words: t.lateGap(list.late), tone: 'late' as const, href: '#open' },
    { count: list.unlinked, words: t.unlinkedGap(list.unlinked), tone: 'soon' as const, href: '#open' },
  ]
  return (
    <Opening
      when={first ? (first.refund.dueAt <= now ? t.lateSince(due!) : t.until(due!)) : t.title}
      tone={list.late ? 'late' : list.open.length ? 'soon' : 'done'}
      title={titleOf(list, lang)}
      forgotten={t.forgotten}
      gaps={gaps.filter(({ count }) => count > 0)}
    >
      {first && (
        <p class="line">
          <a class="button primary" href={`/refund/${first.refund.id}`} data-key="f">
            {t.toFirst} <kbd>F</kbd>
          </a>
        </p>
      )}
    </Opening>
  )
}

function AddForm({ lang, list }: Props) {
  const t = pageWords(lang)
  return (
    <details class="fold" id="add" open={!list.open.length}>
      <summary data-key="n">
        {t.addTitle} <kbd>N</kbd>
      </summary>
      <p class="quiet">{t.addHint}</p>
      <Act action="/refunds" class="asked">
        <LineField id="add-tid" name="tid" label={t.oldTid} />
        <LineField id="add-why" name="why" label={t.why} example={t.whyExample} />
        <LineField id="add-new" name="newTid" label={t.newTid} example={t.newTidHint} required={false} />
        <button type="submit" class={list.first ? undefined : 'primary'}>
          {t.save}
        </button>
      </Act>
    </details>
  )
}

function OpenRows({ lang, list, now, shop }: Props) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="open">
      <header>
        <h2>{t.parts.open}</h2> <span class="count">{list.open.length}</span>
      </header>
      <table class="rows tight refunds">
        <caption class="unseen">{t.parts.open}</caption>
        <Heads names={t.columns} />
        <tbody>
          {list.open.map((row) => (
            <tr>
              <td class="at" data-tone={row.late ? 'late' : undefined}>
                <time>{briefOf(row.refund.dueAt, now, shop.timeZone)}</time>{' '}
                {row.late && <Badge tone="late">{t.late}</Badge>}
              </td>
              <Orders row={row} lang={lang} />
              <td class="one-line">
                <Whose having={row.having} names={list.names} lang={lang} />
              </td>
              <td class="act">
                <a class="button plain" href={`/refund/${row.refund.id}`} aria-label={t.handleOf(row.old.tid)}>
                  {t.handle}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Orders = ({ row, lang }: { row: RefundRow; lang: Lang }) => (
  <>
    <td class="one-line">{buyerOf(row)}</td>
    <td>
      <OrderLink id={row.old.id} tid={row.old.tid} />
    </td>
    <td class="one-line">¥{yuan(row.old.amount)}</td>
    <td>
      {row.anew ? (
        <>
          <span aria-hidden="true">→ </span>
          <OrderLink id={row.anew.id} tid={row.anew.tid} />
        </>
      ) : (
        <small class="quiet">{pageWords(lang).notYet}</small>
      )}
    </td>
  </>
)

function EndedRows({ lang, list, shop }: Props) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="ended">
      <header>
        <h2>{t.parts.ended}</h2> <span class="count">{list.ended.length}</span>
      </header>
      <table class="rows tight refunds">
        <caption class="unseen">{t.parts.ended}</caption>
        <Heads names={t.endedColumns} />
        <tbody>
          {list.ended.map((row) => (
            <tr>
              <td class="at">
                <time>{shortOf(row.refund.endedAt!, shop.timeZone)}</time>
              </td>
              <Orders row={row} lang={lang} />
              <td class="full note">{endingOf(row, lang)}</td>
              <td class="act">
                <a class="button plain" href={`/refund/${row.refund.id}`} aria-label={t.lookAt(row.old.tid)}>
                  {t.look}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How it ended, in words. */
export function endingOf({ refund: { state, ending } }: Pick<RefundRow, 'refund'>, lang: Lang): string {
  const t = pageWords(lang)
  return state === 'open' ? '' : t.endings[state](ending ?? t.byImport)
}
