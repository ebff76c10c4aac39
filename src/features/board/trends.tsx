/** How the last days went, as the rooms tell it: a small chart each, and all numbers in one table. */
import type { Child, PropsWithChildren } from 'hono/jsx'
import { may } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { keptByTopics } from '../../core/kept.ts'
import { addDays, dayOf, dayWord, monthDay, type Day } from '../../core/time.ts'
import type { BoardAsk, BoardPanel, Trend, TrendSource } from '../../feature.ts'
import { across, pathOf, roundMost, upwards, type Box } from '../../ui/chart.ts'
import { leadWords as words } from './lead-words.ts'

/** Two weeks with today: each weekday can be seen beside itself. */
const DAYS = 14

/** A room, asked again only when something happened that concerns it. */
const askedOf = (source: TrendSource) => {
  const kept = keptByTopics<Trend[]>(source.topics)
  return {
    ...source,
    trends: (ask: BoardAsk, days: readonly Day[]) => kept(ask.ctx, ask.shop.id, () => source.trends(ask, days)),
  }
}

export const trendsPanel = (rooms: readonly TrendSource[]): BoardPanel => {
  const sources = rooms.map(askedOf).sort((a, b) => a.order - b.order)
  return {
    name: 'trends',
    word: (lang) => words(lang).trends(DAYS),
    boards: ['lead'],
    order: 40,
    right: 'day.team',
    topics: [...new Set(sources.flatMap(({ topics }) => topics)), 'minute'],
    wide: true,
    async render(ask): Promise<Child> {
      const { lang, who, now } = ask.ctx
      const today = dayOf(now, ask.shop.timeZone)
      const days = Array.from({ length: DAYS }, (_, i) => addDays(today, i + 1 - DAYS))
      const mine = sources.filter(({ right }) => may(who, right))
      const all = (await Promise.all(mine.map((source) => source.trends(ask, days)))).flat()
      return (
        <>
          <div class="trends">
            {all.map((trend, i) => (
              <Chart {...{ trend, days, lang, id: `trend-${i}` }} />
            ))}
          </div>
          <Numbers all={all} days={days} lang={lang} />
        </>
      )
    },
  }
}

const BOX: Box = { left: 2, top: 4, width: 236, height: 44 }

type ChartProps = { trend: Trend; days: readonly Day[]; lang: Lang; id: string }
function Chart({ trend, days, lang, id }: ChartProps) {
  const t = words(lang)
  const { values } = trend
  const [from, to] = [dayWord(days[0]!, lang), dayWord(days.at(-1)!, lang)]
  const last = values.at(-1)
  const told = values.map((value) => value ?? t.missing).join(t.list)
  return (
    <figure>
      <figcaption>
        {trend.word(lang)}{' '}
        <ToList href={trend.href(days.at(-1)!)}>
          <b>{last ?? '–'}</b> <small>{t.today}</small>
        </ToList>
      </figcaption>
      <svg viewBox="0 0 240 52" role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{trend.word(lang)}</title>
        <desc id={`${id}-desc`}>{t.described(trend.word(lang), from, to, told)}</desc>
        <line class="floor" x1="0" x2="240" y1="48" y2="48" />
        {trend.shape === 'line' ? <Line values={values} /> : <Bars values={values} />}
      </svg>
      <p class="quiet ends">
        <span>{monthDay(days[0]!)}</span> <span>{monthDay(days.at(-1)!)}</span>
      </p>
    </figure>
  )
}

const ToList = ({ href, children }: PropsWithChildren<{ href: string | undefined }>) =>
  href ? <a href={href}>{children}</a> : <>{children}</>

const mostOf = (values: readonly (number | null)[]) => roundMost(Math.max(0, ...values.map((value) => value ?? 0)))

function Line({ values }: { values: readonly (number | null)[] }) {
  const most = mostOf(values)
  const points = values.map((value, i) =>
    value === null ? null : { x: across(BOX, i, 0, values.length - 1), y: upwards(BOX, value, most) },
  )
  return (
    <>
      <path class="line" d={pathOf(points)} />
      {points.map((point) => point && <circle cx={point.x} cy={point.y} r="2" />)}
    </>
  )
}

function Bars({ values }: { values: readonly (number | null)[] }) {
  const most = mostOf(values)
  const each = BOX.width / values.length
  return (
    <>
      {values.map((value, i) => {
        if (!value) return null
        const y = upwards(BOX, value, most)
        return <rect class="bar-of-day" x={Math.round(BOX.left + i * each + 2)} y={y} width={Math.round(each - 4)} height={48 - y} /> // prettier-ignore
      })}
    </>
  )
}

type NumbersProps = { all: readonly Trend[]; days: readonly Day[]; lang: Lang }
/** The newest day first; a number leads to its list. */
function Numbers({ all, days, lang }: NumbersProps) {
  const t = words(lang)
  return (
    <details class="numbers" id="trend-numbers">
      <summary>{t.table}</summary>
      <div class="scroll">
        <table class="rows tight keep">
          <caption class="unseen">{t.trends(days.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              {all.map((trend) => (
                <th scope="col" class="num">
                  {trend.word(lang)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days
              .map((day, i) => (
                <tr>
                  <th scope="row" class="one-line">
                    {dayWord(day, lang)}
                  </th>
                  {all.map(({ values, href }) => (
                    <td class="num">
                      {values[i] === null ? '–' : <ToList href={href(day)}>{String(values[i])}</ToList>}
                    </td>
                  ))}
                </tr>
              ))
              .toReversed()}
          </tbody>
        </table>
      </div>
    </details>
  )
}
