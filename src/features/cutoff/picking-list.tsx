/** CUT-7: what to fetch from the shelves for the whole batch, summed by product. No receiver on it. */
import type { Lang } from '../../core/i18n.ts'
import { sheetWords } from './sheet-messages.ts'
import { SheetFrame, type SheetProps } from './sheet.tsx'
import type { GiftLine, PickingLine } from './store-sheets.ts'

type PickingData = {
  lines: PickingLine[]
  gifts: GiftLine[]
  bare: { tid: string; summary: string; quantity: number }[]
  parcels: number
  left: number
}

export function PickingList({ data, ...sheet }: SheetProps & { data: PickingData }) {
  const { lang } = sheet
  const t = sheetWords(lang)
  const pieces = [...data.lines, ...data.gifts].reduce((sum, line) => sum + line.pieces, 0)
  return (
    <SheetFrame {...sheet} line={t.totals(data.parcels, pieces)}>
      {data.lines.length + data.bare.length === 0 && <p>{t.nothing}</p>}
      {data.lines.length > 0 && <Goods lines={data.lines} lang={lang} />}
      {(['gift', 'prize'] as const).map((kind) => (
        <Extras kind={kind} lines={data.gifts.filter((line) => line.kind === kind)} lang={lang} />
      ))}
      {data.bare.length > 0 && <Bare orders={data.bare} lang={lang} />}
      <footer>
        <span>{t.pickedBy}</span>
        <span>{t.checkedBy}</span>
        <span>{t.leftElsewhere(data.left)}</span>
      </footer>
    </SheetFrame>
  )
}

type HeadsProps = { names: string[]; lang: Lang; ordersToo?: boolean }
const Heads = ({ names, lang, ordersToo = true }: HeadsProps) => {
  const t = sheetWords(lang)
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th scope="col">{name}</th>
        ))}
        <th scope="col" class="qty">
          {t.pieces}
        </th>
        {ordersToo && (
          <th scope="col" class="num">
            {t.orders}
          </th>
        )}
        <th scope="col" class="box">
          <span class="unseen">{t.picked}</span>
        </th>
      </tr>
    </thead>
  )
}

const Goods = ({ lines, lang }: { lines: PickingLine[]; lang: Lang }) => {
  const t = sheetWords(lang)
  return (
    <table class="rows tight keep picking">
      <caption class="unseen">{t.titles.picking}</caption>
      <Heads names={[t.code, t.goods, t.variant]} lang={lang} />
      <tbody>
        {lines.map((line) => (
          <tr>
            <td>
              <code>{line.code}</code>
            </td>
            <th scope="row">
              {line.title}
              {line.unknown > 0 && <small> {t.unknownPieces(line.unknown)}</small>}
            </th>
            <td>{line.variant}</td>
            <td class="qty">{line.pieces || '?'}</td>
            <td class="num">{line.orders}</td>
            <td class="box" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Gifts, and prizes apart from them. */
const Extras = ({ kind, lines, lang }: { kind: GiftLine['kind']; lines: GiftLine[]; lang: Lang }) => {
  const t = sheetWords(lang)
  if (!lines.length) return null
  return (
    <>
      <h2>{t.extras[kind]}</h2>
      <table class="rows tight keep gifts-list">
        <caption class="unseen">{t.extras[kind]}</caption>
        <Heads names={[t.extraName]} lang={lang} />
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">{line.what}</th>
              <td class="qty">{line.pieces}</td>
              <td class="num">{line.orders}</td>
              <td class="box" />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const Bare = ({ orders, lang }: { orders: PickingData['bare']; lang: Lang }) => {
  const t = sheetWords(lang)
  return (
    <>
      <h2>{t.withoutItems}</h2>
      <table class="rows tight keep bare-list">
        <caption class="unseen">{t.withoutItems}</caption>
        <Heads names={[t.order, t.goods]} lang={lang} ordersToo={false} />
        <tbody>
          {orders.map((order) => (
            <tr>
              <td>
                <code>{order.tid}</code>
              </td>
              <th scope="row">{order.summary}</th>
              <td class="qty">{order.quantity}</td>
              <td class="box" />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
