/** One task: settle it, pass it on, move it; and what happened to it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayOf, shortOf, timeOf } from '../../core/time.ts'
import { HistoryTable } from '../../ui/history.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Opening, Who } from '../../ui/parts.tsx'
import type { Staff } from '../people/index.ts'
import type { Having } from '../shifts/index.ts'
import { words } from './messages.ts'
import { DueFields, PersonField, Whose, type Names } from './parts.tsx'
import { sentences } from './sentences.ts'
import type { Pass } from './store-passes.ts'
import type { Task } from './store.ts'

export type TaskSight = {
  lang: Lang
  zone: string
  now: number
  task: Task
  having: Having
  asked: Pass | undefined
  viewer: string | null
  canEnd: boolean
  leads: boolean
  staff: readonly Staff[]
  names: Names
  history: readonly Activity[]
  /** Where its meeting, its order stand. */
  links: readonly { href: string; words: string }[]
}

export function TaskView(sight: TaskSight) {
  const { task, lang, zone, now, asked, viewer } = sight
  const t = words(lang)
  const isOpen = task.state === 'open'
  const isLate = isOpen && task.dueAt <= now
  return (
    <>
      <Opening
        when={
          <>
            {t.kinds[task.kind]}
            {t.comma}
            {isOpen ? t.until(shortOf(task.dueAt, zone)) : stateWord(task, lang)}
          </>
        }
        tone={isLate ? 'late' : isOpen ? 'act' : 'done'}
        title={task.text}
        forgotten={t.forgotten}
        gaps={isLate ? [{ count: 1, words: t.overdueGap(1), tone: 'late' }] : []}
      >
        {isOpen && asked?.askedOf === viewer && <Asked sight={sight} pass={asked} />}
        {isOpen && sight.canEnd && <FinishForm {...sight} />}
        {!isOpen && <p>{task.ending}</p>}
      </Opening>
      <section class="panel">
        <Facts {...sight} />
        {isOpen && sight.canEnd && <MoreForms {...sight} />}
        {!isOpen && (sight.canEnd || task.endedBy === viewer) && (
          <Act action={`/tasks/${task.id}/reopen`}>
            <button type="submit">{t.reopen}</button>
          </Act>
        )}
      </section>
      <History {...sight} />
    </>
  )
}

const stateWord = ({ state }: Task, lang: Lang) => (state === 'done' ? words(lang).done : words(lang).dropped)

function Asked({ sight: { lang, names }, pass }: { sight: TaskSight; pass: Pass }) {
  const t = words(lang)
  return (
    <div class="banner" data-tone="soon">
      <p>
        {t.asks(names.get(pass.askedBy)?.handle ?? '')}：{pass.why}
      </p>
      <div class="line">
        <Act action={`/passes/${pass.id}/accept`} anew>
          <button type="submit" class="primary" data-key="y">
            {t.accept} <kbd>Y</kbd>
          </button>
        </Act>
        <Act action={`/passes/${pass.id}/decline`} anew>
          <button type="submit">{t.decline}</button>
        </Act>
      </div>
    </div>
  )
}

function FinishForm({ task, lang, asked, viewer }: TaskSight) {
  const t = words(lang)
  return (
    <Act action={`/tasks/${task.id}/finish`} class="asked" anew>
      <LineField id="ending" name="ending" label={t.ending} example={t.endingExample} />
      <button type="submit" class={asked?.askedOf === viewer ? undefined : 'primary'}>
        {t.finish}
      </button>
      <a class="unseen" href="#ending" data-key="f">
        {t.ending}
      </a>
    </Act>
  )
}

function Facts({ task, having, names, lang, zone, links, asked }: TaskSight) {
  const t = words(lang)
  const owner = task.ownerId ? names.get(task.ownerId) : undefined
  const giver = task.createdBy ? names.get(task.createdBy) : undefined
  return (
    <dl class="facts">
      <dt>{t.due}</dt>
      <dd>
        <time>{shortOf(task.dueAt, zone)}</time>
      </dd>
      {task.state === 'open' && (
        <>
          <dt>{t.hasIt}</dt>
          <dd>
            <Whose having={having} names={names} lang={lang} />
          </dd>
        </>
      )}
      {owner && (
        <>
          <dt>{t.ownerIs}</dt>
          <dd>
            <Who {...owner} /> {t.sides[task.ownerSide]}
          </dd>
        </>
      )}
      {asked && (
        <>
          <dt>{t.pass}</dt>
          <dd>{t.asked(names.get(asked.askedOf)?.handle ?? '')}</dd>
        </>
      )}
      {giver && (
        <>
          <dt>{t.given}</dt>
          <dd>
            <Who {...giver} /> {shortOf(task.createdAt, zone)}
          </dd>
        </>
      )}
      {links.map(({ href, words: word }) => (
        <>
          <dt>{linkWord(href, lang)}</dt>
          <dd>
            <a href={href}>{word}</a>
          </dd>
        </>
      ))}
    </dl>
  )
}

function linkWord(href: string, lang: Lang) {
  const t = words(lang)
  if (href.startsWith('/orders/')) return t.order
  return href.startsWith('/meeting/') ? t.meeting : t.about
}

/** What is wanted less often: folded. */
function MoreForms(sight: TaskSight) {
  const { task, lang, asked, viewer, leads, zone } = sight
  const t = words(lang)
  const due = { day: dayOf(task.dueAt, zone), time: timeOf(task.dueAt, zone) }
  return (
    <>
      {asked && (asked.askedBy === viewer || leads) && (
        <Act action={`/passes/${asked.id}/withdraw`}>
          <button type="submit" class="plain">
            {t.withdraw}
          </button>
        </Act>
      )}
      {sight.having.people.includes(viewer ?? '') && task.ownerId !== viewer && (
        <Act action={`/tasks/${task.id}/pass`} class="line">
          <input type="hidden" name="person" value={viewer ?? ''} />
          <button type="submit">{t.take}</button> <small>{t.takeHint}</small>
        </Act>
      )}
      {!asked && <PassForm {...sight} />}
      <details class="fold">
        <summary>{t.move}</summary>
        <Act action={`/tasks/${task.id}/move`} class="asked">
          <DueFields prefix="move" due={due} lang={lang} />
          <LineField id="move-why" name="why" label={t.why} />
          <button type="submit">{t.move}</button>
        </Act>
      </details>
      <details class="fold">
        <summary>{t.drop}</summary>
        <Act action={`/tasks/${task.id}/drop`} class="asked" anew>
          <LineField id="drop-why" name="ending" label={t.why} />
          <button type="submit" class="stop">
            {t.drop}
          </button>
        </Act>
      </details>
    </>
  )
}

function PassForm({ task, lang, leads, staff, viewer }: TaskSight) {
  const t = words(lang)
  const others = staff.filter(({ id }) => id !== task.ownerId && (leads || id !== viewer))
  return (
    <details class="fold" id="pass">
      <summary>{leads ? t.assign : t.pass}</summary>
      <Act action={`/tasks/${task.id}/pass`} class="asked" anew>
        <PersonField id="pass-person" label={t.passTo} staff={others} />
        <LineField id="pass-why" name="why" label={t.why} required={!leads} />
        <button type="submit">{leads ? t.assign : t.pass}</button>
        {!leads && <p class="quiet">{t.passHint}</p>}
      </Act>
    </details>
  )
}

const History = ({ history, lang, zone }: TaskSight) => (
  <HistoryTable title={words(lang).history} history={history} sentences={sentences} zone={zone} lang={lang} />
)
