/** ORD-5: where file and board disagree, side by side, for a person to decide. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, shortOf } from '../../core/time.ts'
import { Act, Badge, Empty, NextPage, Opening } from '../../ui/parts.tsx'
import { addressFrom, refundWord, stateWord, type DifferenceRow, type OrderFacts } from '../orders/index.ts'
import { FlagMark, OrderLink } from '../orders/parts.tsx'
import { meaningOf, type Flag, type FlagTable } from '../shops/flags.ts'
import type { Shop } from '../shops/index.ts'
import { pageWords } from './page-messages.ts'

type DifferencesProps = {
  lang: Lang
  shop: Shop
  rows: DifferenceRow[]
  /** How many are open in all, "1000+" where nobody counts further. */
  total: string
  more: boolean
  /** What the last press did. */
  refused: number
}

export function DifferencesPage(props: DifferencesProps) {
  const { lang, rows, total, more, refused } = props
  const t = pageWords(lang)
  if (!rows.length)
    return (
      <main id="main" class="page stack">
        <Empty whole title={t.noneTitle} hint={t.noneHint}>
          <a class="button primary" href="/orders">
            {t.toOrders}
          </a>
        </Empty>
      </main>
    )
  return (
    <main id="main" class="page stack">
      <Opening when={t.decideWhen} tone="soon" title={t.toDecide(total)} forgotten={t.forgotten} gaps={[]}>
        {refused > 0 && (
          <p role="status" class="tone" data-tone="late">
            {t.refusedSome(refused)}
          </p>
        )}
      </Opening>
      <Rows {...props} />
      {more && <NextPage href={`/differences?after=${rows.at(-1)!.difference.id}`} words={t.next} />}
      <BulkBar lang={lang} />
    </main>
  )
}

function Rows({ rows, shop, lang }: DifferencesProps) {
  const t = pageWords(lang)
  return (
    <table class="rows differences">
      <caption class="unseen">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <label class="tick">
              <input type="checkbox" data-pick-all aria-label={t.pickAll} />
            </label>
          </th>
          {t.differenceColumns.map((column) => (
            <th scope="col">{column}</th>
          ))}
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row row={row} shop={shop} lang={lang} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, shop, lang }: { row: DifferenceRow; shop: Shop; lang: Lang }) {
  const t = pageWords(lang)
  const { difference, order } = row
  const { field, board, file } = difference
  const show = { field, table: shop.flags, lang }
  return (
    <tr id={`difference-${difference.id}`}>
      <td>
        <label class="tick">
          <input type="checkbox" name="id" value={difference.id} form="bulk" data-pick aria-label={t.pick(order.tid)} />
        </label>
      </td>
      <th scope="row">
        <OrderLink id={order.id} tid={order.tid} /> <small class="goods">{order.summary}</small>
      </th>
      <td class="one-line">
        <Badge tone="soon">{t.field[field]}</Badge>
      </td>
      <td class="side full">
        <small class="narrow">{t.differenceColumns[2]}</small> <Value {...show} value={board} />
      </td>
      <td class="side full">
        <small class="narrow">{t.differenceColumns[3]}</small> <Value {...show} value={file} />{' '}
        <Consequence row={row} shop={shop} lang={lang} />
      </td>
      <td class="one-line quiet">{shortOf(difference.seenAt, shop.timeZone)}</td>
      <td class="act">
        <Buttons row={row} lang={lang} />
      </td>
    </tr>
  )
}

type ValueProps = { field: DifferenceRow['difference']['field']; value: string; table: FlagTable; lang: Lang }

function Value({ field, value, table, lang }: ValueProps) {
  const t = pageWords(lang)
  if (field === 'flag') return <FlagMark flag={value as Flag} meaning={meaningOf(table, value as Flag)} lang={lang} />
  if (field === 'status') return <>{stateWord(value as OrderFacts['state'], lang)}</>
  if (field === 'refund') return <>{refundWord(value as OrderFacts['refund'], lang)}</>
  if (field === 'memo') return value ? <q class="memo">{value}</q> : <span class="quiet">{t.empty}</span>
  return <>{Object.values(addressFrom(value)).filter(Boolean).join(' ')}</>
}

/** What taking the file's value does besides, or what was done already. */
function Consequence({ row: { difference, heldUntil }, shop, lang }: { row: DifferenceRow; shop: Shop; lang: Lang }) {
  const t = pageWords(lang)
  if (difference.field === 'flag' && meaningOf(shop.flags, difference.file as Flag) === 'hold')
    return <small>{t.becomesHold}</small>
  if (!takenAlready(difference)) return null
  return (
    <small>
      {t.takenAlready} {heldUntil ? t.stillHeld(dayWord(heldUntil, lang)) : t.lookAtOrder}
    </small>
  )
}

/** An end: the board has it already, and somebody must look at what was recorded. */
const takenAlready = ({ field, board, file }: DifferenceRow['difference']) =>
  (field === 'status' && file === 'closed') || (field === 'refund' && board !== 'refunded' && file !== 'none')

function Buttons({ row: { difference, heldUntil }, lang }: { row: DifferenceRow; lang: Lang }) {
  const t = pageWords(lang)
  const done = takenAlready(difference)
  const at = `/differences/${difference.id}`
  return (
    <span class="line">
      <Act action={`${at}/keep`}>
        <button>{done ? t.seenIt : t.keep}</button>
      </Act>
      {(!done || (heldUntil && difference.file !== 'asked')) && (
        <Act action={`${at}/take`}>
          <button>{done ? t.endHold : t.take}</button>
        </Act>
      )}
    </span>
  )
}

const BulkBar = ({ lang }: { lang: Lang }) => {
  const t = pageWords(lang)
  const [before, after] = t.picked('|').split('|')
  return (
    <section class="bulk picked" data-bulk aria-label={t.bulk}>
      <Act action="/decisions" id="bulk" class="line">
        <strong class="one-line">
          {before}
          <span data-picked>0</span>
          {after}
        </strong>
        <button name="decision" value="keep">
          {t.keepAll}
        </button>
        <button name="decision" value="take">
          {t.takeAll}
        </button>
      </Act>
    </section>
  )
}
