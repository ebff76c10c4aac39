/** 对账: wins without a parcel, parcels without a win, serial numbers that the wheel does not know. */
import type { Lang } from '../../core/i18n.ts'
import { momentWord, shortOf } from '../../core/time.ts'
import { Opening, type Gap } from '../../ui/parts.tsx'
import { CheckPanel, ExplainForm, OrderCell, PrizeCell, Unclaimed } from './check-parts.tsx'
import { checkWords } from './check-words.ts'
import { disagreeing, type CheckProps, type Reconciliation } from './reconciling.ts'

export function CheckView(props: CheckProps) {
  const { found } = props
  return (
    <>
      <CheckOpening {...props} />
      {found.withoutParcel.length > 0 && <WithoutParcel {...props} />}
      {found.withoutWin.length > 0 && <WithoutWin {...props} />}
      {found.notInList.length > 0 && <NotInList {...props} />}
      {found.notClaimed.count > 0 && <Unclaimed {...props} />}
    </>
  )
}

/** The next thing to do is the first list that has something in it. */
function titleOf({ lang, found: { withoutParcel, withoutWin, notInList } }: CheckProps) {
  const t = checkWords(lang)
  if (withoutParcel.length) return t.withoutParcelTitle(withoutParcel.length)
  if (withoutWin.length) return t.withoutWinTitle(withoutWin.length)
  return notInList.length ? t.notInListTitle(notInList.length) : t.allAgree
}

function CheckOpening(props: CheckProps) {
  const { lang, shop, found, canPlan } = props
  const t = checkWords(lang)
  const { count, importedAt } = found.list
  return (
    <Opening
      when={
        <>
          <a href="/prizes">{t.back}</a> · {t.title} · {t.when}
        </>
      }
      tone={disagreeing(found) ? 'late' : 'act'}
      title={titleOf(props)}
      forgotten={t.forgotten}
      gaps={gapsOf(lang, found)}
    >
      {!disagreeing(found) && <p>{t.allAgreeSaid}</p>}
      <p class="line">
        <span class="quiet">
          {importedAt === null ? t.noList : t.listed(count, momentWord(importedAt, shop.timeZone, lang))}
        </span>
        {canPlan && (
          <a class="button" href="/prizes/wins">
            {t.bringList}
          </a>
        )}
      </p>
    </Opening>
  )
}

function gapsOf(lang: Lang, { withoutParcel, withoutWin, notInList, newer }: Reconciliation): Gap[] {
  const { gaps } = checkWords(lang)
  const rows: Gap[] = [
    gapOf(withoutParcel.length, gaps.withoutParcel, 'late', '#without-parcel'),
    gapOf(withoutWin.length, gaps.withoutWin, 'late', '#without-win'),
    gapOf(notInList.length, gaps.notInList, 'late', '#not-in-list'),
    gapOf(newer, gaps.after, 'soon', '/prizes/wins'),
  ]
  return rows.filter(({ count }) => count > 0)
}
const gapOf = (count: number, word: (n: number) => string, tone: 'late' | 'soon', href: string): Gap => {
  return { count, words: word(count), tone, href }
}

function WithoutParcel({ lang, found }: CheckProps) {
  const t = checkWords(lang)
  const { claim, order, why, what } = t.columns
  return (
    <CheckPanel
      {...{ lang, id: 'without-parcel', title: t.withoutParcel, hint: t.withoutParcelHint }}
      columns={[claim, order, why, what]}
      count={found.withoutParcel.length}
    >
      {found.withoutParcel.map((row) => (
        <tr>
          <PrizeCell lang={lang} {...row} />
          <OrderCell {...row} />
          <td class="full">
            {t.missing[row.missing]} {row.why && <small>{row.why}</small>}
          </td>
          <td class="full">
            <a href={`/claim/${row.claimId}`}>{t.missingDo[row.missing]}</a>
          </td>
        </tr>
      ))}
    </CheckPanel>
  )
}

function WithoutWin({ lang, shop, found, canPlan }: CheckProps) {
  const t = checkWords(lang)
  const { claim, order, why, what } = t.columns
  return (
    <CheckPanel
      {...{ lang, id: 'without-win', title: t.withoutWin, hint: t.withoutWinHint }}
      columns={[claim, order, why, what]}
      count={found.withoutWin.length}
    >
      {found.withoutWin.map((row) => (
        <tr>
          <PrizeCell lang={lang} {...row} />
          <OrderCell {...row} />
          <td class="full">
            {t.wonNot[row.state === 'failed' || row.state === 'withdrawn' ? row.state : 'none']}{' '}
            <small>{shortOf(row.packedAt, shop.timeZone)}</small>
          </td>
          <td class="full">
            <a href={row.orderId ? `/orders/${row.orderId}` : '/claims'}>{t.wonNotDo}</a>
            {canPlan && <ExplainForm lang={lang} id={row.giftId} what={row.what} />}
          </td>
        </tr>
      ))}
    </CheckPanel>
  )
}

function NotInList({ lang, shop, found, canPlan }: CheckProps) {
  const t = checkWords(lang)
  const { claim, serial, at, what } = t.columns
  return (
    <CheckPanel
      {...{ lang, id: 'not-in-list', title: t.notInList, hint: t.notInListHint }}
      columns={[claim, serial, at, what]}
      count={found.notInList.length}
    >
      {found.notInList.map((row) => (
        <tr>
          <PrizeCell lang={lang} {...row} />
          <td class="id">{row.serial}</td>
          <td class="one-line">
            <time>{shortOf(row.claimedAt, shop.timeZone)}</time>
          </td>
          <td class="full">
            <a href={`/claim/${row.claimId}`}>{t.notInListDo}</a>
            {canPlan && <ExplainForm lang={lang} id={row.claimId} what={row.serial} />}
          </td>
        </tr>
      ))}
    </CheckPanel>
  )
}
