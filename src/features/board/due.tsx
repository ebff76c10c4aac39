/** My due things by time: what the rooms have open, with my name on it or nobody's; the cutoff is a line across them. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { briefOf, dayOf, dayWord, MINUTE, timeOf } from '../../core/time.ts'
import type { BoardPanel } from '../../feature.ts'
import { Badge } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { dueTopics, type Due, type DueList } from '../days/index.ts'
import { calendarOf, dayPlan, nextWorkingDay, type Shop } from '../shops/index.ts'
import { cutBetween, leftWord } from './due-rules.ts'
import { words } from './messages.ts'

const SHOWN = 12

/** Today's cutoff, and the day on which ships what is released after it; undefined on a day that does not ship. */
async function cutoffOf(db: Reader, shop: Shop, now: number) {
  const calendar = await calendarOf(db, shop)
  const plan = dayPlan(calendar, dayOf(now, shop.timeZone))
  return plan.works ? { at: plan.cutoffAt, ships: nextWorkingDay(calendar, plan.day) } : undefined
}

export const duePanel = (mine: DueList): BoardPanel => ({
  name: 'due',
  word: (lang) => words(lang).due,
  boards: ['agent'],
  order: 30,
  right: 'handovers.see',
  topics: dueTopics,
  own: true,
  wide: true,
  async render({ ctx, shop }): Promise<Child> {
    const { lang, now } = ctx
    const t = words(lang)
    const due = await mine(ctx, shop)
    const cutoff = await cutoffOf(ctx.read, shop, now)
    const line = cutoff && cutBetween(due, cutoff.at, now)
    const cut = cutoff && <CutoffRow shop={shop} lang={lang} cutoff={cutoff} />
    const rows = due.map((thing, i) => (
      <>
        {line === i && cut}
        <DueRow thing={thing} lang={lang} now={now} zone={shop.timeZone} />
      </>
    ))
    if (cut && line === due.length) rows.push(cut)
    const shown = due.length > SHOWN ? SHOWN : rows.length
    return (
      <>
        {due.length === 0 && <p class="quiet">{t.nothingDue}</p>}
        {rows.length > 0 && <DueTable rows={rows.slice(0, shown)} lang={lang} />}
        {due.length > SHOWN && (
          <details class="numbers" id="due-rest">
            <summary>{t.moreDue(due.length - SHOWN)}</summary>
            <DueTable rows={rows.slice(shown)} lang={lang} />
          </details>
        )}
      </>
    )
  },
})

/** Two of them stand below each other: their columns are as wide, whatever is in them. */
const DueTable = ({ rows, lang }: { rows: readonly Child[]; lang: Lang }) => (
  <table class="rows tight due-list">
    <caption class="unseen">{words(lang).due}</caption>
    <colgroup>
      <col class="at" />
      <col />
      <col class="todo" />
      <col class="state" />
    </colgroup>
    <Heads names={words(lang).dueColumns} />
    <tbody>{rows}</tbody>
  </table>
)

type RowProps = { thing: Due; lang: Lang; now: number; zone: string }

/** Late ones say so in a word; within the hour they say how long is left. */
function DueRow({ thing: { key, dueAt, href, summary, todo }, lang, now, zone }: RowProps) {
  const left = leftWord(dueAt - now)
  const t = words(lang)
  const tone = left.is === 'later' ? undefined : left.is
  const minutes = Math.ceil(Math.abs(dueAt - now) / MINUTE)
  return (
    <tr id={`due-${key}`}>
      <th scope="row" class="at" data-tone={tone}>
        <time>{briefOf(dueAt, now, zone)}</time>
      </th>
      <td>
        <a href={href}>{summary[lang]}</a>
      </td>
      <td class="note">{todo?.[lang]}</td>
      <td class="state">
        {left.is === 'later' ? (
          <span class="quiet">{t.inTime(minutes)}</span>
        ) : (
          <Badge tone={tone} solid={left.is === 'late'}>
            {left.is === 'late' ? t.overBy(minutes) : t.leftFor(minutes)}
          </Badge>
        )}
      </td>
    </tr>
  )
}

type CutoffProps = { shop: Shop; lang: Lang; cutoff: { at: number; ships: string } }
const CutoffRow = ({ shop, lang, cutoff: { at, ships } }: CutoffProps) => (
  <tr class="cutoff">
    <th scope="row" class="at">
      <time>{timeOf(at, shop.timeZone)}</time>
    </th>
    <td colspan={3}>{words(lang).cutoffHere(dayWord(ships, lang))}</td>
  </tr>
)
