/** How much of a prize is given and left: a number first, a bar beside it. */
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { Badge } from '../../ui/parts.tsx'
import type { StockedPrize } from './catalogue.ts'
import { words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { leftIn, runsOut } from './rules.ts'
import type { Prize } from './store.ts'

type Props = { lang: Lang; prize: StockedPrize }

export const claimsOf = ({ id }: Pick<Prize, 'id'>) => `/claims?prize=${id}`

export function StockRow({ lang, prize }: Props) {
  const t = pageWords(lang)
  const { id, name, given, planned, packed } = prize
  const [, kind, , packedWord, leftWord] = t.columns
  return (
    <tr id={`prize-${id}`}>
      <th scope="row">
        <a href={`/prize/${id}`}>{name}</a>
      </th>
      <td class="quiet" data-label={kind}>
        <KindWord lang={lang} prize={prize} />
      </td>
      <td class="stock">
        <a href={claimsOf(prize)} aria-label={t.ofName(name, given, planned)}>
          {t.of(given, planned)}
        </a>
        <StockBar prize={prize} />
      </td>
      <td class="num" data-label={packedWord}>
        {packed}
      </td>
      <td class="num" data-label={leftWord}>
        {leftIn(prize)}
      </td>
      <td class="state">
        <StockState lang={lang} prize={prize} />
      </td>
    </tr>
  )
}

/** Decoration: its number stands beside it. */
export const StockBar = ({ prize }: { prize: StockedPrize }) => (
  <progress max={prize.planned} value={prize.given} aria-hidden="true" data-tone={toneOf(prize)} />
)

const toneOf = (prize: StockedPrize) => {
  if (!runsOut(prize)) return undefined
  return leftIn(prize) ? ('soon' as const) : ('late' as const)
}

export function StockState({ lang, prize }: Props) {
  const t = pageWords(lang)
  if (prize.endedAt !== null) return <Badge>{t.isEnded}</Badge>
  if (!runsOut(prize)) return null
  return <Badge tone={toneOf(prize)}>{leftIn(prize) ? t.scarce : t.allGone}</Badge>
}

export const KindWord = ({ lang, prize: { kind, worth } }: { lang: Lang; prize: Prize }) => (
  <>
    {words(lang).kinds[kind]} {worth !== null && pageWords(lang).worth(yuan(worth))}
  </>
)
