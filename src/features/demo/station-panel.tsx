/** What to look at now, by whom; the day's stations in order; beginning again. */
import { faces, type Face } from '../../../db/seeds/people.ts'
import type { Lang } from '../../core/i18n.ts'
import { words } from './messages.ts'
import { HERE } from './places.ts'
import { openingNames, type Station } from './stations.ts'
import type { Tour } from './tour.ts'

type PanelProps = { tour: Tour; handle: string; lang: Lang }

export const StationPanel = ({ tour, handle, lang }: PanelProps) => {
  const t = words(lang)
  const reached = tour.reached()
  const here = tour.stations[reached]!
  return (
    <section id={HERE} aria-label={t.look}>
      <div class="told">
        <p>{t.stations[here.name].see}</p>
        <Look station={here} handle={handle} lang={lang} />
      </div>
      <ol aria-label={t.day}>
        {tour.stations.map((station, n) => (
          <StationLine station={station} place={n - reached} lang={lang} />
        ))}
      </ol>
      <div class="ends">
        <span>{t.shared}</span>
        <Again tour={tour} lang={lang} />
        <a class="button plain role" href="/demo/roles">
          {t.switchRole}
        </a>
        <form method="post" action="/demo/leave">
          <button class="plain">{t.leaveDemo}</button>
        </form>
      </div>
    </section>
  )
}

/** To the page, as whoever sees it best: who is another person becomes that one with the same press. */
function Look({ station: { name, face, href }, handle, lang }: { station: Station; handle: string; lang: Lang }) {
  const t = words(lang)
  const { go } = t.stations[name]
  if (faceOf(handle) === face)
    return (
      <a class="button" href={href}>
        {go}
      </a>
    )
  return (
    <form method="post" action="/demo/look">
      <button name="at" value={name}>
        {t.asFace(t.faces[face].word, go)}
      </button>
    </form>
  )
}

const faceOf = (handle: string): Face | undefined => faces.find((person) => person.handle === handle)?.face

/** Shape and word say where it lies: what is over, where one is, what comes. */
function StationLine({ station, place, lang }: { station: Station; place: number; lang: Lang }) {
  const t = words(lang)
  const [sign, word] =
    place < 0 ? ['✓', t.past] : place === 0 ? ['▶', t.here] : place === 1 ? ['▷', t.coming] : ['·', '']
  return (
    <li aria-current={place === 0 ? 'step' : undefined} data-past={place < 0 ? '' : undefined}>
      <i aria-hidden="true">{sign}</i> <time>{station.time}</time> {t.stations[station.name].name}{' '}
      {word && <small>· {word}</small>}
    </li>
  )
}

/** A fresh day for everybody. */
export const Again = ({ tour, lang }: { tour: Tour; lang: Lang }) => {
  const t = words(lang)
  return (
    <form method="post" action="/demo/again" data-slow>
      <input type="hidden" name="day" value={tour.id} />
      <span>{t.again}</span>{' '}
      {openingNames.map((from) => (
        <button class="plain" name="from" value={from}>
          {t.from[from]}
        </button>
      ))}
      <label>
        {t.laying} <progress />
      </label>
    </form>
  )
}
