/** What a meeting leaves in writing: notes and decisions, its own and last evening's. */
import { dayWord, shortOf } from '../../core/time.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Badge } from '../../ui/parts.tsx'
import { DueFields } from '../tasks/parts.tsx'
import { hrefOf } from './list-view.tsx'
import { words } from './messages.ts'
import { LONGEST_NOTES, versionOf } from './rules.ts'
import type { MeetingSight, Written } from './sight.ts'

type Props = { sight: MeetingSight }

/** What came back when two saved at once: both texts, and whose came first. */
export type Crossed = { text: string; by: string }

/**
 * A form of its own, left alone when the rest of the page changes: otherwise it would take over the version of
 * somebody else's notes without their words, and the next save would overwrite them.
 */
export function NotesPanel({ sight, crossed }: Props & { crossed?: Crossed | undefined }) {
  const t = words(sight.lang)
  const { notes } = sight.written!.meeting
  const action = `${hrefOf(sight)}/notes`
  return (
    <section class="panel" id="notes" hx-morph-skip>
      <header>
        <h2>{t.notes}</h2>
      </header>
      {crossed && (
        <p class="banner" data-tone="late" role="alert">
          {t.notesCrossed(crossed.by)}
        </p>
      )}
      {sight.canLead ? (
        <form
          method="post"
          action={action}
          hx-post={action}
          hx-target="#notes"
          hx-select="#notes"
          hx-swap="outerHTML"
          hx-disable="find button"
        >
          <input type="hidden" name="seen" value={versionOf(notes)} />
          <p class="field">
            <label class="unseen" for="notes-text">
              {t.notes}
            </label>
            <textarea id="notes-text" name="notes" rows={8} maxlength={LONGEST_NOTES}>
              {crossed?.text ?? notes}
            </textarea>
            <span class="hint">{t.notesHint}</span>
            <span class="error" data-error="notes" hidden />
          </p>
          <button type="submit">{t.saveNotes}</button>
        </form>
      ) : (
        <p class="memo">{notes || t.noNotes}</p>
      )}
    </section>
  )
}

export function DecisionsPanel({ sight }: Props) {
  const t = words(sight.lang)
  const written = sight.written!
  return (
    <section class="panel" id="decisions">
      <header>
        <h2>{t.decisions}</h2> <span class="count">{written.decisions.length}</span>
      </header>
      {written.decisions.length > 0 ? <Decided {...{ sight, written }} /> : <p class="quiet">{t.noDecisions}</p>}
      {sight.canLead && written.meeting.state === 'open' && <DecideForm sight={sight} />}
    </section>
  )
}

const Decided = ({ sight, written }: Props & { written: Written }) => (
  <ul class="decided">
    {written.decisions.map(({ text, taskId }) => (
      <li>
        <p>{taskId ? <a href={`/tasks/${taskId}`}>{text}</a> : text}</p>
        <TaskState {...{ sight, task: written.tasks.get(taskId ?? '') }} />
      </li>
    ))}
  </ul>
)

function TaskState({ sight, task }: Props & { task: ReturnType<Written['tasks']['get']> }) {
  const t = words(sight.lang)
  if (!task) return null
  if (task.state !== 'open')
    return (
      <p>
        <Badge tone="done">{t.taskDone}</Badge> <small>{task.ending}</small>
      </p>
    )
  const who = sight.names.get(task.ownerId ?? '')?.handle ?? '?'
  return (
    <p>
      <Badge tone={task.dueAt <= sight.now ? 'late' : undefined}>
        {t.taskOpen(who, shortOf(task.dueAt, sight.zone))}
      </Badge>
    </p>
  )
}

function DecideForm({ sight }: Props) {
  const t = words(sight.lang)
  return (
    <Act action={`${hrefOf(sight)}/decide`} class="asked" id="decide">
      <LineField id="decision-text" name="text" label={t.decision} example={t.decisionExample} />
      <p class="field">
        <label for="decision-person">{t.owner}</label>
        <select id="decision-person" name="person">
          <option value="">{t.nobody}</option>
          {sight.staff.map(({ id, handle }) => (
            <option value={id}>{handle}</option>
          ))}
        </select>
        <span class="error" data-error="person" hidden />
      </p>
      <DueFields prefix="decision" due={sight.due} lang={sight.lang} />
      <button type="submit">{t.saveDecision}</button>
      <a class="unseen" href="#decision-text" data-key="d">
        {t.decide}
      </a>
    </Act>
  )
}

/** An evening's notes are the next morning's start. */
export function LastEvening({ sight }: Props) {
  const { before, lang } = sight
  if (!before || (!before.meeting.notes && !before.decisions.length)) return null
  const t = words(lang)
  const what = `${dayWord(before.meeting.day, lang)} ${t.kinds.evening}`
  return (
    <section class="panel last-evening" id="last-evening">
      <header>
        <h2>{t.lastEvening(what)}</h2>
        <a href={hrefOf(before.meeting)}>{t.look}</a>
      </header>
      {before.meeting.notes && <p class="memo">{before.meeting.notes}</p>}
      {before.decisions.length > 0 && <Decided {...{ sight, written: before }} />}
    </section>
  )
}
