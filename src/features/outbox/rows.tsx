/** Letters as rows: when, to whom, what, how it stands and why, what can be done. */
import type { Lang } from '../../core/i18n.ts'
import { isOnItsWay, mayHold, mayRelease, maySendAgain } from '../../core/outbox-rules.ts'
import { briefOf } from '../../core/time.ts'
import { Act, Badge, type Tone } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { Shop } from '../shops/index.ts'
import { meaningOf } from './answers.ts'
import { words } from './messages.ts'
import type { Told } from './store.ts'

export type Looks = { lang: Lang; now: number; shop: Shop }

const tones: Record<Told['state'], Tone | undefined> = {
  pending: 'soon',
  sent: 'done',
  bounced: 'late',
  failed: 'late',
  held: 'hold',
}

export const State = ({ letter, lang, now }: { letter: Told; lang: Lang; now: number }) => (
  <Badge tone={tones[letter.state]}>
    {isOnItsWay(letter, now) ? words(lang).sending : words(lang).states[letter.state]}
  </Badge>
)

export function LetterTable({ title, list, ...looks }: Looks & { title: string; list: readonly Told[] }) {
  const t = words(looks.lang)
  return (
    <table class="rows tight letters">
      <caption class="unseen">{title}</caption>
      <Heads names={t.columns} />
      <tbody>
        {list.map((letter) => (
          <LetterRow {...looks} letter={letter} />
        ))}
      </tbody>
    </table>
  )
}

function LetterRow({ letter, ...looks }: Looks & { letter: Told }) {
  const { lang, now, shop } = looks
  const t = words(lang)
  const { id, at, role, address, subject, sentAt } = letter
  return (
    <tr id={`l-${id}`}>
      <td class="at one-line">
        <time>{briefOf(sentAt ?? at, now, shop.timeZone)}</time>
      </td>
      <td class="who-to">
        <small>{t.roles[role]}</small> {letter.channel === 'robot' ? t.robot : address}
      </td>
      <th scope="row" class="full">
        <a href={`/letter/${id}`}>{subject}</a>
      </th>
      <td class="state">
        <State letter={letter} lang={lang} now={now} />
      </td>
      <td class="full">
        <Standing letter={letter} {...looks} />
      </td>
      <td class="act">
        <Deeds letter={letter} lang={lang} now={now} />
      </td>
    </tr>
  )
}

/** How often it was tried, when again, and what the server said. */
export function Standing({ letter, lang, now, shop }: Looks & { letter: Told }) {
  const t = words(lang)
  const { state, tries, nextAt, said } = letter
  if (state === 'sent') return null // its words were those of the acceptance
  const waits = state === 'pending' && tries > 0 && nextAt > now
  const parts = [tries > 0 && t.tries(tries), waits && t.next(briefOf(nextAt, now, shop.timeZone))].filter(Boolean)
  return (
    <>
      {parts.length > 0 && <small>{parts.join(' · ')}</small>} {said && <Answer letter={letter} lang={lang} />}
    </>
  )
}

/** In the reader's language what is known of it, and the server's own words. */
export function Answer({ letter, lang }: { letter: Told; lang: Lang }) {
  const meaning = meaningOf(letter, lang)
  return (
    <>
      {meaning && <b>{meaning}</b>} <q class="answer">{letter.said}</q>
    </>
  )
}

/** What may be done with it now: the same rules guard the doors. */
export function Deeds({ letter, lang, now, primary }: { letter: Told; lang: Lang; now: number; primary?: boolean }) {
  const t = words(lang)
  const { id, state } = letter
  if (!mayRelease(letter) && !maySendAgain(letter, now)) return null
  return (
    <span class="line">
      {mayRelease(letter) && (
        <Act action={`/letter/${id}/release`}>
          <button class={primary ? 'primary' : undefined}>{t.release}</button>
        </Act>
      )}
      {maySendAgain(letter, now) && (
        <Act action={`/letter/${id}/again`}>
          <button class={primary ? 'primary' : undefined}>{state === 'pending' ? t.now : t.again}</button>
        </Act>
      )}
      {mayHold(letter, now) && (
        <Act action={`/letter/${id}/hold`}>
          <button class="plain">{t.hold}</button>
        </Act>
      )}
    </span>
  )
}
