/** What became of a version's letters, by recipient. */
import type { Lang } from '../../core/i18n.ts'
import type { LetterState } from '../../core/outbox-rules.ts'
import { whenWord } from '../../core/time.ts'
import { Badge, type Tone } from '../../ui/parts.tsx'
import { stateWord, type Told } from '../outbox/index.ts'
import type { Shop } from '../shops/index.ts'
import { pageWords } from './page-words.ts'
import { maskedAddress } from './route.ts'

const tones: Record<LetterState, Tone | undefined> = {
  sent: 'done',
  pending: undefined,
  held: 'soon',
  failed: 'late',
  bounced: 'late',
}

/** One word for each state that occurs, with how many letters are in it. */
export function DeliveryWords({ lang, deliveries }: { lang: Lang; deliveries: readonly Told[] }) {
  if (!deliveries.length) return <span class="quiet">{pageWords(lang).nobody}</span>
  const counts = [...Map.groupBy(deliveries, ({ state }) => state)]
  return (
    <span class="line">
      {counts.map(([state, letters]) => (
        <Badge tone={tones[state]}>{`${stateWord(state, lang)} ${letters.length}`}</Badge>
      ))}
    </span>
  )
}

type Props = {
  lang: Lang
  shop: Shop
  now: number
  deliveries: readonly Told[]
  /** By address in lower case. */
  names: ReadonlyMap<string, string>
  canOpen: boolean
}

export function Deliveries({ lang, shop, now, deliveries, names, canOpen }: Props) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="deliveries">
      <header>
        <h2>{t.deliveries}</h2>
      </header>
      {deliveries.length === 0 && <p class="quiet">{t.noDeliveries}</p>}
      <ul class="deliveries">
        {deliveries.map((letter) => {
          const name = names.get(letter.address.toLowerCase()) ?? maskedAddress(letter.address)
          return (
            <li>
              <span class="line">
                <span class="quiet">{t[letter.role === 'cc' ? 'cc' : 'to']}</span>{' '}
                {canOpen ? <a href={`/letter/${letter.id}`}>{name}</a> : name}{' '}
                <Badge tone={tones[letter.state]}>{stateWord(letter.state, lang)}</Badge>
                <span class="quiet">{whenWord(letter.sentAt ?? letter.changedAt, now, shop.timeZone, lang)}</span>
              </span>
              {letter.said && letter.state !== 'sent' && <small class="quiet">{letter.said}</small>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
