/** One meeting: before it, during it, after it. */
import { dayWord } from '../../core/time.ts'
import { Act, Opening, type Gap } from '../../ui/parts.tsx'
import { AddPoint, Agenda } from './agenda-view.tsx'
import { hrefOf } from './list-view.tsx'
import { words } from './messages.ts'
import { DecisionsPanel, LastEvening, NotesPanel, type Crossed } from './notes-view.tsx'
import { AttendancePanel, MissedPanel } from './people-view.tsx'
import type { MeetingSight } from './sight.ts'

type Props = { sight: MeetingSight; crossed?: Crossed | undefined }

export function MeetingView({ sight, crossed }: Props) {
  const { written } = sight
  const isOpen = written?.meeting.state === 'open'
  return (
    <>
      <Head sight={sight} />
      <LastEvening sight={sight} />
      <div class="split meeting">
        <div class="stack">
          <Agenda sight={sight} />
          {isOpen && sight.canLead && <AddPoint sight={sight} />}
          {written && <NotesPanel sight={sight} crossed={crossed} />}
          {isOpen && sight.canLead && <CloseForm sight={sight} />}
          {written?.meeting.state === 'closed' && sight.canLead && sight.isToday && <ReopenForm sight={sight} />}
        </div>
        {written && (
          <aside class="stack">
            <AttendancePanel sight={sight} />
            <DecisionsPanel sight={sight} />
          </aside>
        )}
      </div>
    </>
  )
}

function Head({ sight }: Props) {
  const { lang, kind, day, written, missed } = sight
  const t = words(lang)
  return (
    <Opening
      when={`${t.titleOf[kind]}${t.comma}${dayWord(day, lang)}`}
      tone={written?.meeting.state === 'closed' ? 'done' : 'act'}
      title={titleOf(sight)}
      forgotten={t.forgotten}
      gaps={gapsOf(sight)}
    >
      {!written && sight.canLead && (
        <form class="line" method="post" action={`${hrefOf(sight)}/open`}>
          <button type="submit" class="primary" data-key="n">
            {t.open(t.kinds[kind])} <kbd>N</kbd>
          </button>
        </form>
      )}
      {missed?.readAt === null && <p>{t.missedHere}</p>}
      <MissedPanel sight={sight} />
      {written?.meeting.state === 'open' && sight.canLead && sight.left.length > 0 && (
        <p class="line">
          <a class="button" href="#first-point" data-key="n">
            {t.agenda} <kbd>N</kbd>
          </a>
        </p>
      )}
    </Opening>
  )
}

function titleOf({ lang, kind, written, left }: MeetingSight) {
  const t = words(lang)
  if (!written) return t.notYet(t.kinds[kind])
  if (written.meeting.state === 'closed') return t.isClosed
  return left[0] ? t.firstPoint(left[0].text[lang]) : t.allTalked
}

function gapsOf({ lang, written, left, people, expected }: MeetingSight): Gap[] {
  if (written?.meeting.state !== 'open') return []
  const t = words(lang)
  const unnoted = people.filter(({ id, state }) => !state && expected.includes(id)).length
  const gaps: Gap[] = [
    { count: left.length, words: t.untalkedGap(left.length), href: '#agenda', tone: 'soon' },
    { count: unnoted, words: t.unnotedGap(unnoted), href: '#attendance', tone: 'soon' },
  ]
  return gaps.filter(({ count }) => count > 0)
}

/** What was not talked about comes to the next meeting, and the button says so. */
function CloseForm({ sight }: Props) {
  const t = words(sight.lang)
  const n = sight.left.length
  return (
    <Act action={`${hrefOf(sight)}/close`} class="close" id="close" anew>
      <input type="hidden" name="seen" value={String(n)} />
      {n > 0 && <p class="quiet">{t.closeHint(n)}</p>}
      <button type="submit" class={n ? undefined : 'primary'}>
        {n ? t.closeCarry(n) : t.close}
      </button>
    </Act>
  )
}

const ReopenForm = ({ sight }: Props) => (
  <Act action={`${hrefOf(sight)}/reopen`} anew>
    <button type="submit" class="plain">
      {words(sight.lang).reopen}
    </button>
  </Act>
)
