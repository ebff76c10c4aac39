/** Claims as rows: since when, what, and in whose hands each is. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { whenWord } from '../../core/time.ts'
import { Badge, Who } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { OrderLink } from '../orders/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { Names, Row } from './list.ts'
import { kindWord, muchOf, stateWord } from './messages.ts'
import { pageWords } from './page-words.ts'

type TableProps = { lang: Lang; shop: Shop; now: number; names: Names; rows: readonly Row[]; caption: string }

export function ClaimTable(props: TableProps) {
  const { lang, rows, caption } = props
  const t = pageWords(lang)
  return (
    <table class="rows tight claims">
      <caption class="unseen">{caption}</caption>
      <Heads names={t.columns} unseen={t.open} />
      <tbody>
        {rows.map((row) => (
          <ClaimLine {...props} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function ClaimLine({ row, lang, shop, now, names }: TableProps & { row: Row }) {
  const { claim, tid, late } = row
  const t = pageWords(lang)
  return (
    <tr id={`c-${claim.id}`}>
      <td class="at" data-tone={late ? 'late' : undefined}>
        <time>{whenWord(claim.since, now, shop.timeZone, lang)}</time>
      </td>
      <td class="one-line">{kindWord(claim, lang)}</td>
      <td class="one-line">
        <a href={`/claim/${claim.id}`}>{claim.buyer}</a>
      </td>
      <td>{muchOf(claim, lang)}</td>
      <td>{claim.serial && <code>{claim.serial}</code>}</td>
      <td>{tid && <OrderLink id={claim.orderId!} tid={tid} />}</td>
      <td class="state">
        <StateBadge claim={claim} late={late} lang={lang} /> <Holders row={row} names={names} lang={lang} />
      </td>
      <td class="act">
        <a class="button plain" href={`/claim/${claim.id}`} aria-label={t.openOf(claim.buyer)}>
          {t.open}
        </a>
      </td>
    </tr>
  )
}

const tones: Partial<Record<Row['claim']['state'], 'done' | 'soon' | 'late'>> = {
  passed: 'done',
  paid: 'done',
  given: 'done',
  to_check: 'soon',
  failed: 'late',
}

export const StateBadge = ({ claim, late, lang }: { claim: Row['claim']; late: boolean; lang: Lang }) => {
  const isOver = claim.state === 'failed' && claim.endedAt !== null
  const isLost = claim.state === 'passed' && claim.endedAt === null
  const tone = late || isLost ? 'late' : isOver ? undefined : tones[claim.state]
  return (
    <Badge tone={tone} solid={late}>
      {stateWord(claim, lang)}
    </Badge>
  )
}

const SHOWN = 2

/** PRIZE-6: in whose hands it is. */
export function Holders({ row: { hands }, names, lang }: { row: Row; names: Names; lang: Lang }): Child {
  const t = pageWords(lang)
  const known = hands.people.flatMap((id) => names.get(id) ?? [])
  if (!known.length) return <span class="quiet">{hands.word ? t[hands.word] : t.nobody}</span>
  return (
    <>
      {known.slice(0, SHOWN).map((person) => (
        <Who {...person} />
      ))}
      {known.length > SHOWN && <span class="quiet"> +{known.length - SHOWN}</span>}{' '}
      {hands.word && <span class="quiet">{t[hands.word]}</span>}
    </>
  )
}
