/** What hangs on the wall: read from five metres, so few things and large digits. wall.js makes it tick and turn. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { dayOf, dayWord, timeOf, whenWord } from '../../core/time.ts'
import type { DayStanding } from '../cutoff/index.ts'
import type { Duty } from '../shifts/index.ts'
import { Who, type Tone } from '../../ui/parts.tsx'
import { fitting, sumOf, type Counted, type Figures } from './figures.ts'
import { words } from './messages.ts'

type Props = { figures: Figures; lang: Lang }

/** What stands inside the wall's main part; all of it is the same for every screen of the shop. */
export const WallView = (props: Props) => (
  <>
    <Head {...props} />
    <FigureRow {...props} />
    <div class="turns">
      <WhatWaits {...props} />
      <Crew {...props} />
    </div>
    <Foot {...props} />
  </>
)

function Head({ figures, lang }: Props) {
  const { standing, shop, now } = figures
  const { done, total } = standing
  const t = words(lang)
  return (
    <header>
      <Clock figures={figures} lang={lang} />
      <div class="grow">
        <p class="line">
          <strong>{standing.state === 'frozen' ? t.packed : t.ready}</strong>
        </p>
        <p class="progress">
          {done}
          <small> / {total}</small>
        </p>
        <progress max={Math.max(1, total)} value={done} aria-hidden="true" />
      </div>
      <p class="end quiet">
        {shop.name}
        <br />
        <span class="one-line">{dayWord(dayOf(now, shop.timeZone), lang)}</span>
        <br />
        <time data-clock>{timeOf(now, shop.timeZone)}</time>
      </p>
    </header>
  )
}

/** The largest digits: the countdown, and after the cutoff what is left to do. */
function Clock({ figures, lang }: Props) {
  const { standing, shop } = figures
  const t = words(lang)
  if (standing.state === 'frozen') return <Left standing={standing} cutoff={timeOf(standing.cutoffAt, shop.timeZone)} lang={lang} /> // prettier-ignore
  const { isToday, day, cutoff, cutoffAt } = standing
  if (!isToday) return <Big title={t.nextBatch(dayWord(day, lang), cutoff)}>{dayWord(day, lang).slice(0, 5)}</Big>
  return (
    <div>
      <h1>{t.untilCutoff(cutoff)}</h1>
      <p class="clock" role="timer" data-cutoff={cutoffAt}>
        <time>--:--</time>
      </p>
    </div>
  )
}

type LeftProps = { standing: Extract<DayStanding, { state: 'frozen' }>; cutoff: string; lang: Lang }
function Left({ standing: { total, done, handed }, cutoff, lang }: LeftProps) {
  const t = words(lang)
  if (!total) return <Big title={t.nothingGoes}>0</Big>
  if (done < total) return <Big title={t.notPacked(cutoff)}>{total - done}</Big>
  if (handed < total) return <Big title={t.notHanded}>{total - handed}</Big>
  return (
    <Big title={t.allHanded} tone="done">
      {total}
    </Big>
  )
}

const Big = ({ title, tone, children }: { title: string; tone?: Tone; children: Child }) => (
  <div>
    <h1>{title}</h1>
    <p class="clock" data-tone={tone}>
      {children}
    </p>
  </div>
)

function FigureRow({ figures, lang }: Props) {
  const { standing, overdue, crew, shop, now } = figures
  const t = words(lang)
  const [blocked, late] = [sumOf(standing.blocked), sumOf(overdue)]
  const waiting = standing.state === 'frozen' ? standing.waiting : 0
  const next = crew.next[0]
  return (
    <dl class="figures">
      <Figure
        word={t.blocked}
        n={blocked}
        tone={blocked ? 'soon' : 'done'}
        note={waiting ? t.forNext(waiting) : t.target}
      />
      <Figure word={t.overdue} n={late} tone={late ? 'late' : 'done'} note={t.target} />
      <Figure word={t.onNow} n={crew.on.length} note={crew.on.length ? kindsOf(crew.on, lang) : t.nobody} />
      <Figure
        word={t.next}
        n={next ? whenWord(next.from, now, shop.timeZone, lang).slice(-5) : '—'}
        note={next ? `${isToday(next, figures) ? '' : `${dayWord(next.day, lang)} · `}${t.people(crew.next.length)}` : t.noRoster} // prettier-ignore
      />
    </dl>
  )
}

const isToday = ({ from }: Duty, { shop, now }: Figures) => dayOf(from, shop.timeZone) === dayOf(now, shop.timeZone)
const kindsOf = (duties: readonly Duty[], lang: Lang) => [...new Set(duties.map(({ name }) => name[lang]))].join(' · ')

type FigureProps = { word: string; n: number | string; tone?: Tone; note: string }
const Figure = ({ word, n, tone, note }: FigureProps) => (
  <div data-tone={tone}>
    <dt>
      {tone && <Sign tone={tone} />}
      {word}
    </dt>
    <dd>{n}</dd>
    <dd>{note}</dd>
  </div>
)

/** Colour never alone: late has a triangle, soon a circle, done a tick. */
const signs: Partial<Record<Tone, string>> = { late: '▲', soon: '●', done: '✓' }
const Sign = ({ tone }: { tone: Tone }) => (
  <span class="sign" aria-hidden="true">
    {signs[tone]}{' '}
  </span>
)

function WhatWaits({ figures: { standing, overdue }, lang }: Props) {
  const t = words(lang)
  const blocked = standing.blocked.map(({ by, n }) => ({ word: t.causes[by], n }))
  const late = overdue.map(({ word, n }) => ({ word: word(lang), n }))
  return (
    <section class="turn">
      <Counts title={t.blockedBy} none={t.noneBlocked} tone="soon" rows={fitting(blocked, SHOWN, t.others)} />
      <Counts title={t.overdueBy} none={t.noneOverdue} tone="late" rows={fitting(late, SHOWN, t.others)} />
    </section>
  )
}

type CountsProps = { title: string; none: string; tone: Tone; rows: readonly Counted[] }
const Counts = ({ title, none, tone, rows }: CountsProps) => (
  <div>
    <h2>{title}</h2>
    {rows.length === 0 && (
      <p class="none" data-tone="done">
        <span aria-hidden="true">✓</span> {none}
      </p>
    )}
    <ul class="counts" data-tone={tone}>
      {rows.map(({ word, n }) => (
        <li>
          <span>{word}</span> <b>{n}</b>
        </li>
      ))}
    </ul>
  </div>
)

/** Rows and faces that a wall has room for. */
const SHOWN = 6
const FACES = 12

function Crew({ figures: { crew, shop, now }, lang }: Props) {
  const t = words(lang)
  const next = crew.next[0]
  return (
    <section class="turn">
      <Faces title={t.onNow} duties={crew.on} lang={lang} note={(duty) => t.until(timeOf(duty.to, shop.timeZone))} />
      <Faces
        title={next ? `${t.next} · ${t.nextAt(whenWord(next.from, now, shop.timeZone, lang))}` : t.next}
        duties={crew.next}
        lang={lang}
        note={(duty) => duty.name[lang]}
      />
    </section>
  )
}

type FacesProps = { title: string; duties: readonly Duty[]; lang: Lang; note: (duty: Duty) => string }
const Faces = ({ title, duties, lang, note }: FacesProps) => (
  <div>
    <h2>{title}</h2>
    {!duties.length && <p class="none quiet">{words(lang).nobody}</p>}
    <ul class="faces">
      {duties.slice(0, FACES).map((duty) => (
        <li>
          <Who handle={duty.handle} hue={duty.hue} /> <small>{note(duty)}</small>
        </li>
      ))}
      {duties.length > FACES && <li class="quiet">{words(lang).more(duties.length - FACES)}</li>}
    </ul>
  </div>
)

const Foot = ({ figures: { shop, now }, lang }: Props) => (
  <footer>
    <span data-state>{words(lang).fine(timeOf(now, shop.timeZone))}</span>
    <span class="dots push" aria-hidden="true" />
  </footer>
)
