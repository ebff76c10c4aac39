/** The week's roster: what to do next, one's own shifts, who asks to swap, everybody's week. */
import type { Lang } from '../../core/i18n.ts'
import { addDays, dayWord } from '../../core/time.ts'
import { Opening, Saved, type Gap, type Tone } from '../../ui/parts.tsx'
import { AtOnce } from './at-once.tsx'
import { Grid } from './grid.tsx'
import { words } from './messages.ts'
import { ByDay, Mine } from './own-week.tsx'
import type { Missed } from './planning.ts'
import { Swaps } from './swaps-list.tsx'
import { codeWord, turnWord, weekWord } from './telling.ts'
import type { Week } from './week.ts'

type RosterProps = {
  lang: Lang
  week: Week
  /** Wishes that were not carried out, from the address. */
  missed: readonly Missed[]
  saved: { at: string | undefined; now: number; copied: string | undefined; published: boolean }
}

export function RosterPage(props: RosterProps) {
  const { lang, week, saved } = props
  return (
    <main id="main" class="page stack">
      <RosterOpening lang={lang} week={week} />
      <MissedCells {...props} />
      <Swaps lang={lang} week={week} />
      {!week.mayPlan && <Mine lang={lang} week={week} />}
      <ByDay lang={lang} week={week} />
      <Grid lang={lang} week={week} />
      {week.mayPlan && <Mine lang={lang} week={week} />}
      {week.mayPlan && <AtOnce lang={lang} week={week} />}
      <Saved {...saved}>{savedWord(props)}</Saved>
    </main>
  )
}

function savedWord({ lang, saved: { copied, published } }: RosterProps) {
  const t = words(lang)
  if (published) return t.published
  return copied === undefined ? t.saved : t.copied(Number(copied) || 0)
}

function RosterOpening({ lang, week }: { lang: Lang; week: Week }) {
  const t = words(lang)
  const { title, hint, tone } = nextStep(lang, week)
  return (
    <Opening
      when={t.when(weekWord(week.days[0]!, lang))}
      {...(tone && { tone })}
      title={title}
      forgotten={t.forgotten}
      gaps={forgotten(lang, week)}
    >
      {hint && <p class="quiet">{hint}</p>}
      <WeekLinks lang={lang} week={week} />
    </Opening>
  )
}

/** For whoever plans: the hole, the drafts, the empty week; for everybody: who asks them, then their own next shift. */
function nextStep(lang: Lang, week: Week): { title: string; hint?: string; tone?: Tone } {
  const t = words(lang)
  const asked = week.swaps.find(({ swap }) => swap.askedOf === week.me)
  if (week.mayPlan) {
    const [gap] = week.gaps
    if (gap) return { title: t.titleGap(turnWord(gap, lang)), tone: 'late' }
    if (week.drafts) return { title: t.titleDrafts(week.drafts), hint: t.draftsHint, tone: 'soon' }
    if (asked) return { title: t.titleSwap(asked.names.by) }
    return week.published
      ? { title: t.titleDone }
      : { title: t.titleEmpty, hint: week.lastWeek ? t.emptyHint : t.firstHint }
  }
  if (asked) return { title: t.titleSwap(asked.names.by) }
  if (week.next) return { title: nextWord(lang, week) }
  return week.published ? { title: t.titleNone } : { title: t.titleWaiting, hint: t.waitingHint }
}

/** One's own shift that runs, else the next one. */
function nextWord(lang: Lang, { next, kinds, now }: Week) {
  const t = words(lang)
  const kind = kinds.find((one) => one.code === next!.code)!
  if (next!.from <= now) return t.titleOn(kind.name[lang], kind.to)
  return t.titleNext(`${dayWord(next!.day, lang)} ${kind.name[lang]} ${kind.from}`)
}

function forgotten(lang: Lang, week: Week): Gap[] {
  const t = words(lang)
  const gaps: Gap[] = [{ count: week.gaps.length, words: t.gapUnstaffed, ...(week.gaps.length && { tone: 'late' }) }]
  if (week.mayPlan) gaps.push({ count: week.drafts, words: t.gapDrafts, ...(week.drafts && { tone: 'soon' }) })
  gaps.push({ count: week.swaps.length, words: t.gapSwaps, ...(week.swaps.length && { tone: 'soon', href: '#swaps' }) })
  return gaps
}

function WeekLinks({ lang, week }: { lang: Lang; week: Week }) {
  const t = words(lang)
  const monday = week.days[0]!
  const isNow = week.days.includes(week.today)
  return (
    <p class="line">
      <a class="button" href={`/roster?week=${addDays(monday, -7)}`} data-key="[">
        <span aria-hidden="true">←</span> {t.previousWeek}
      </a>
      {!isNow && (
        <a class="button" href="/roster">
          {t.thisWeek}
        </a>
      )}
      <a class="button" href={`/roster?week=${addDays(monday, 7)}`} data-key="]">
        {t.nextWeek} <span aria-hidden="true">→</span>
      </a>
      {week.mayPlan && week.gaps.length > 0 && (
        <a class="button" href="#at-once">
          {t.toAtOnce}
        </a>
      )}
      {week.mayPlan && (
        <a class="button plain" href="/shifts">
          {t.codes}
        </a>
      )}
    </p>
  )
}

/** What two people wanted of one cell: both are told, neither is lost. */
function MissedCells({ lang, week, missed }: RosterProps) {
  const t = words(lang)
  if (!missed.length) return null
  const handleOf = (id: string) => week.rows.find((row) => row.id === id)?.handle ?? ''
  return (
    <div class="warning" data-tone="late" role="alert">
      <p>{t.missed}</p>
      <ul>
        {missed.map(({ personId, day, now, code }) => (
          <li>
            {t.missedOne(
              t.cellOf(handleOf(personId), dayWord(day, lang)),
              codeWord(week.kinds, now, lang),
              codeWord(week.kinds, code, lang),
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
