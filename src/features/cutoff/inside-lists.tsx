/** Sheets that stay in the house: what stayed behind and why, and what changed since the last print. */
import type { Lang } from '../../core/i18n.ts'
import type { ChangesData } from './changes.ts'
import { flagWord } from '../orders/index.ts'
import type { Flag } from '../shops/flags.ts'
import { pageWords } from './page-messages.ts'
import { sentence } from './rows.tsx'
import { sheetWords } from './sheet-messages.ts'
import { SheetFrame, type SheetProps } from './sheet.tsx'
import type { LeftRow, ParcelRow } from './store-lists.ts'

type Table = { caption: string; heads: string[]; rows: (string | undefined)[][]; lang: Lang }

/** Words only: a colour never stands alone, so on paper its word does. The first column is the order number. */
const Table = ({ caption, heads, rows }: Table) => (
  <table class="rows tight keep inside">
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        {heads.map((head) => (
          <th scope="col">{head}</th>
        ))}
        <th scope="col" class="box" />
      </tr>
    </thead>
    <tbody>
      {rows.map(([tid, ...cells]) => (
        <tr>
          <th scope="row">
            <code>{tid}</code>
          </th>
          {cells.map((cell) => (
            <td>{cell}</td>
          ))}
          <td class="box" />
        </tr>
      ))}
    </tbody>
  </table>
)

export function HeldList({ left, ...sheet }: SheetProps & { left: LeftRow[] }) {
  const { lang } = sheet
  const [t, p] = [sheetWords(lang), pageWords(lang)]
  return (
    <SheetFrame {...sheet} line={p.leftHint(left.length)} internal>
      {left.length ? (
        <Table
          caption={t.titles.held}
          heads={[t.order, t.reason, p.flag, t.buyer, t.goods, t.explained]}
          rows={left.map(({ order, why }) => [
            order.tid,
            [order.urgent && p.urgent, why[0] && p.causes[why[0].code]].filter(Boolean).join(' '),
            flagWord(order.flag as Flag, lang),
            order.receiver || order.buyer,
            order.summary,
            sentence(why, lang),
          ])}
          lang={lang}
        />
      ) : (
        <p>{t.noneLeft}</p>
      )}
    </SheetFrame>
  )
}

export function ChangeList({ data, ...sheet }: SheetProps & { data: ChangesData }) {
  const { lang } = sheet
  const t = sheetWords(lang)
  const { since, changed } = data
  const asked = changed.filter(({ shipment }) => (shipment.stopInVersion ?? 0) > since)
  const stopped = asked.filter(({ shipment }) => shipment.stopAnswer !== 'too_late')
  const added = changed.filter((row) => row.shipment.addedInVersion > since && !stopped.includes(row))
  const tooLate = asked.filter((row) => !stopped.includes(row) && !added.includes(row))
  return (
    <SheetFrame {...sheet} line={t.since(since)} internal>
      {changed.length === 0 && <p>{t.noChanges}</p>}
      {stopped.length > 0 && (
        <Changed title={t.stopped} hint={t.stoppedHint} rows={stopped} asked data={data} lang={lang} />
      )}
      {added.length > 0 && <Changed title={t.added} hint={t.addedHint} rows={added} data={data} lang={lang} />}
      {tooLate.length > 0 && (
        <Changed title={t.tooLate} hint={t.tooLateHint} rows={tooLate} asked data={data} lang={lang} />
      )}
    </SheetFrame>
  )
}

type ChangedProps = { title: string; hint: string; rows: ParcelRow[]; asked?: boolean; data: ChangesData; lang: Lang }
function Changed({ title, hint, rows, asked, data: { names }, lang }: ChangedProps) {
  const [t, p] = [sheetWords(lang), pageWords(lang)]
  const handle = (id: string | null) => (id && names.get(id)?.handle) || ''
  return (
    <>
      <h2>{title}</h2>
      <p>{hint}</p>
      <Table
        caption={title}
        heads={[t.order, t.stage, t.buyer, t.goods, t.why]}
        rows={rows.map(({ shipment, order }) => [
          order.tid,
          p.stages[shipment.stage],
          order.receiver || order.buyer,
          order.summary,
          (asked
            ? [handle(shipment.stopAskedBy), shipment.stopWhy]
            : [handle(shipment.addedBy), shipment.addedWhy]
          ).join(' '),
        ])}
        lang={lang}
      />
    </>
  )
}
