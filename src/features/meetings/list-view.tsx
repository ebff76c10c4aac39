/** Today's meetings, past ones, and what the viewer missed. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import { Act, Badge, Empty, Opening, type Tone } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { words } from './messages.ts'
import type { Overview, Summary } from './overview.ts'

export const hrefOf = ({ day, kind }: Pick<Summary, 'day' | 'kind'>) => `/meeting/${day}/${kind}`

type Props = { overview: Overview; lang: Lang }

export function MeetingsView({ overview, lang }: Props) {
  const t = words(lang)
  const { next, missed, today, past } = overview
  const isOpen = next?.meeting?.state === 'open'
  return (
    <>
      {missed.map((one) => (
        <Missed summary={one} lang={lang} />
      ))}
      <Opening
        when={`${t.title}${t.comma}${dayWord(today[0]!.day, lang)}`}
        tone={next ? 'act' : 'done'}
        title={next ? (isOpen ? t.isOpen(t.kinds[next.kind]) : t.notYet(t.kinds[next.kind])) : t.bothDone}
        forgotten={t.forgotten}
        gaps={missed.length ? [{ count: missed.length, words: t.missed(missed.length), tone: 'soon' }] : []}
      >
        {next && <NextMeeting next={next} lang={lang} canLead={overview.canLead} />}
      </Opening>
      <Today today={today} lang={lang} />
      {past.length > 0 && <Past past={past} lang={lang} />}
      {past.length === 0 && today.every(({ meeting }) => !meeting) && (
        <Empty title={t.none} hint={overview.canLead ? t.noneHint : t.noneAsk} />
      )}
    </>
  )
}

function NextMeeting({ next, lang, canLead }: { next: Summary; lang: Lang; canLead: boolean }) {
  const t = words(lang)
  if (next.meeting || !canLead)
    return (
      <p class="line">
        <a class="button primary" href={hrefOf(next)} data-key="n">
          {t.toMeeting(t.kinds[next.kind])} <kbd>N</kbd>
        </a>
      </p>
    )
  return (
    <form class="line" method="post" action={`${hrefOf(next)}/open`}>
      <button type="submit" class="primary" data-key="n">
        {t.open(t.kinds[next.kind])} <kbd>N</kbd>
      </button>
    </form>
  )
}

/** MEET: absent people see what they missed and tick it read. */
function Missed({ summary, lang }: { summary: Summary; lang: Lang }) {
  const t = words(lang)
  return (
    <div class="banner missed" data-tone="soon">
      <p>
        {t.missedBanner(`${dayWord(summary.day, lang)} ${t.kinds[summary.kind]}`, summary.talked, summary.decisions)}
      </p>
      <p class="line">
        <a class="button" href={hrefOf(summary)}>
          {t.readIt}
        </a>
        <Act action={`${hrefOf(summary)}/read`}>
          <input type="hidden" name="back" value="/meetings" />
          <button type="submit">{t.read}</button>
        </Act>
      </p>
    </div>
  )
}

const tones: Record<'none' | 'open' | 'closed', Tone | undefined> = { none: undefined, open: 'act', closed: 'done' }

function Today({ today, lang }: { today: readonly Summary[]; lang: Lang }) {
  const t = words(lang)
  return (
    <section class="panel" id="today">
      <header>
        <h2>{t.today}</h2>
      </header>
      <table class="rows tight meetings">
        <caption class="unseen">{t.today}</caption>
        <Heads names={t.todayColumns} />
        <tbody>
          {today.map((one) => {
            const state = one.meeting?.state ?? 'none'
            return (
              <tr>
                <td class="one-line">{t.titleOf[one.kind]}</td>
                <td>
                  <Badge tone={tones[state]}>{t.states[state]}</Badge>
                </td>
                <td class="note">{one.meeting && t.present(one.present, one.absent)}</td>
                <td class="num">{one.meeting && t.talkedOf(one.talked, one.points)}</td>
                <Look one={one} lang={lang} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Past({ past, lang }: { past: readonly Summary[]; lang: Lang }) {
  const t = words(lang)
  return (
    <section class="panel" id="past">
      <header>
        <h2>{t.past}</h2> <span class="count">{past.length}</span>
      </header>
      <table class="rows tight meetings">
        <caption class="unseen">{t.past}</caption>
        <Heads names={t.columns} />
        <tbody>
          {past.map((one) => (
            <tr>
              <td class="one-line">
                <time>{dayWord(one.day, lang)}</time>
              </td>
              <td class="one-line">{t.titleOf[one.kind]}</td>
              <td class="note">{t.present(one.present, one.absent)}</td>
              <td class="num">{t.talkedOf(one.talked, one.points)}</td>
              <td class="num">{t.decided(one.decisions)}</td>
              <Look one={one} lang={lang} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Look = ({ one, lang }: { one: Summary; lang: Lang }) => {
  const t = words(lang)
  return (
    <td class="act">
      <a
        class="button plain"
        href={hrefOf(one)}
        aria-label={t.lookAt(`${dayWord(one.day, lang)} ${t.kinds[one.kind]}`)}
      >
        {t.look}
      </a>
    </td>
  )
}
