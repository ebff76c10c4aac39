/** CUT-4: today against its cutoff, drawn on the server: what is to be packed, what is packed, and the table of it. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { dayWord, HOUR, timeOf } from '../../core/time.ts'
import type { BoardPanel } from '../../feature.ts'
import { across, pathOf, roundMost, upwards, type Box } from '../../ui/chart.ts'
import { batchTopics } from './board-batch.tsx'
import { boardWords } from './board-words.ts'
import { burnOf, type Burn } from './burn.ts'

export const burnPanel: BoardPanel = {
  name: 'burn',
  word: (lang) => boardWords(lang).burn,
  boards: ['lead'],
  order: 30,
  right: 'batch.see',
  topics: [...batchTopics, 'minute'],
  async render({ ctx: { read, lang, now }, shop }): Promise<Child> {
    const burn = await burnOf(read, shop, now)
    const t = boardWords(lang)
    if (!burn) return <a href="/batch">{t.noBatchToday}</a>
    return (
      <>
        <Figures burn={burn} lang={lang} />
        <Drawing burn={burn} zone={shop.timeZone} lang={lang} />
        <Numbers burn={burn} zone={shop.timeZone} lang={lang} />
      </>
    )
  },
}

type Props = { burn: Burn; zone: string; lang: Lang }
const lastOf = ({ moments }: Burn) => moments.at(-1)!

function Figures({ burn, lang }: Omit<Props, 'zone'>) {
  const t = boardWords(lang)
  const { open, packed } = lastOf(burn)
  const parcels = `/batch/${burn.day}/parcels?stage=`
  return (
    <ul class="tallies">
      <li>
        <a href={burn.frozen ? `${parcels}unpacked` : '/orders?show=ships'}>
          <b>{open}</b> {t.open}
        </a>
      </li>
      <li>
        <a href={burn.frozen ? `${parcels}boxed` : `/batch/${burn.day}`}>
          <b>{packed}</b> {t.packedLine}
        </a>
      </li>
    </ul>
  )
}

/** The viewBox, and the box of the lines in it; the rest is for words. */
const [WIDTH, HEIGHT] = [360, 170]
const BOX: Box = { left: 8, top: 22, width: 300, height: 120 }
const FLOOR = BOX.top + BOX.height

function Drawing({ burn, zone, lang }: Props) {
  const t = boardWords(lang)
  const { moments, from, to, cutoffAt, cutoff, day } = burn
  const most = roundMost(Math.max(...moments.flatMap(({ open, packed }) => [open, packed])))
  const x = (at: number) => across(BOX, at, from, to)
  const line = (of: 'open' | 'packed') =>
    pathOf(moments.map((one) => ({ x: x(one.at), y: upwards(BOX, one[of], most) })))
  const last = lastOf(burn)
  return (
    <svg class="burn" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="burn-title burn-desc">
      <title id="burn-title">{t.burn}</title>
      <desc id="burn-desc">{t.burnDescribed(dayWord(day, lang), cutoff, last.open, last.packed)}</desc>
      <line class="floor" x1={BOX.left} x2={BOX.left + BOX.width} y1={FLOOR} y2={FLOOR} />
      <line class="floor faint" x1={BOX.left} x2={BOX.left + BOX.width} y1={BOX.top} y2={BOX.top} />
      <text x={BOX.left + BOX.width + 4} y={BOX.top + 4}>
        {most}
      </text>
      <line class="cut" x1={x(cutoffAt)} x2={x(cutoffAt)} y1={BOX.top - 6} y2={FLOOR} />
      <text class="cut-word" x={x(cutoffAt)} y={12} text-anchor="middle">
        {t.cutoffAt(cutoff)}
      </text>
      {hoursIn(burn).map((at) => (
        <text x={x(at)} y={FLOOR + 16} text-anchor="middle">
          {timeOf(at, zone).slice(0, 2)}
        </text>
      ))}
      <path class="line open" d={line('open')} />
      {burn.frozen && <path class="line packed" d={line('packed')} />}
      <End at={x(last.at)} value={last.open} most={most} words={t.open} />
      {burn.frozen && <End at={x(last.at)} value={last.packed} most={most} words={t.packedLine} below />}
    </svg>
  )
}

type EndProps = { at: number; value: number; most: number; words: string; below?: boolean }
/** The line says itself what it is, so that no colour has to. */
function End({ at, value, most, words, below }: EndProps) {
  const y = upwards(BOX, value, most)
  const late = at > BOX.left + BOX.width * 0.3 // its words would run over the cutoff, or over the edge
  return (
    <>
      <circle class={below ? 'packed' : 'open'} cx={at} cy={y} r="3" />
      <text
        x={at + (late ? -6 : 6)}
        text-anchor={late ? 'end' : 'start'}
        y={below ? Math.min(FLOOR - 2, y + 14) : Math.max(BOX.top + 12, y - 5)}
      >
        {words} {value}
      </text>
    </>
  )
}

/** Every second full hour of the axis. */
function hoursIn({ from, to }: Burn): number[] {
  const first = Math.ceil(from / HOUR) * HOUR
  return Array.from({ length: Math.floor((to - first) / (2 * HOUR)) + 1 }, (_, i) => first + i * 2 * HOUR)
}

/** The moments of the full hours, and the last. */
function Numbers({ burn, zone, lang }: Props) {
  const t = boardWords(lang)
  const last = lastOf(burn)
  const shown = burn.moments.filter((moment) => moment === last || moment.at % HOUR === 0)
  return (
    <details class="numbers" id="burn-numbers">
      <summary>{t.numbers}</summary>
      <table class="rows tight keep">
        <caption class="unseen">{t.burn}</caption>
        <thead>
          <tr>
            <th scope="col">{t.at}</th>
            <th scope="col" class="num">
              {t.open}
            </th>
            <th scope="col" class="num">
              {t.packedLine}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, open, packed }) => (
            <tr>
              <th scope="row">{timeOf(at, zone)}</th>
              <td class="num">{open}</td>
              <td class="num">{packed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
