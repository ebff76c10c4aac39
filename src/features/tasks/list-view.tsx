/** What is to be done: past its time, today, later; and a line to write the next one. */
import type { Lang } from '../../core/i18n.ts'
import { shortened } from '../../core/text.ts'
import { briefOf, shortOf } from '../../core/time.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Badge, Empty, Opening, type Tone } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { TaskList, Told } from './list.ts'
import { words } from './messages.ts'
import { Whose, WhoWhen } from './parts.tsx'
import { standingOf, type Standing } from './rules.ts'
import type { Pass } from './store-passes.ts'

type Props = { list: TaskList; lang: Lang }

export function TasksView({ list, lang }: Props) {
  const t = words(lang)
  const { overdue, asked } = list.counts
  const first = list.open[0]
  return (
    <>
      <Opening
        when={t.title}
        tone={overdue ? 'late' : list.open.length ? 'soon' : 'done'}
        title={titleOf(list, lang)}
        forgotten={t.forgotten}
        gaps={[
          { count: overdue, words: t.overdueGap(overdue), tone: 'late' as const, href: '#overdue' },
          { count: asked, words: t.askedGap(asked), tone: 'soon' as const, href: list.askedHref },
        ].filter(({ count }) => count > 0)}
      >
        {first && (
          <p class="line">
            <a class="button primary" href={`/tasks/${first.task.id}`} data-key="n">
              {t.lateFirst(shortened(first.task.text, 24))} <kbd>N</kbd>
            </a>
          </p>
        )}
      </Opening>
      {list.canGive && <AddForm list={list} lang={lang} isNext={!first} />}
      {list.canSeeTeam && <Tabs list={list} lang={lang} />}
      {(['overdue', 'today', 'later'] as const).map((standing) => (
        <Section {...{ list, lang, standing }} />
      ))}
      {!list.open.length && <Empty title={t.empty} hint={list.canGive ? t.emptyHint : t.emptyAsk} />}
      {list.ended.length > 0 && <Ended list={list} lang={lang} />}
    </>
  )
}

/** Counts what the list below shows. */
function titleOf({ isTeam, open }: TaskList, lang: Lang): string {
  const t = words(lang)
  if (!open.length) return isTeam ? t.nothingForTeam : t.nothingTodo
  return isTeam ? t.teamTodo(open.length) : t.todo(open.length)
}

function AddForm({ list, lang, isNext }: Props & { isNext: boolean }) {
  const t = words(lang)
  return (
    <section class="panel" id="add">
      <header>
        <h2>{t.add}</h2>
      </header>
      <Act action="/tasks" class="asked" anew>
        <LineField id="add-text" name="text" label={t.what} example={t.example} />
        <WhoWhen prefix="add" staff={list.staff} chosen={list.viewer} due={list.due} lang={lang} />
        <button type="submit" class={isNext ? 'primary' : undefined}>
          {t.save}
        </button>
        <a class="unseen" href="#add-text" data-key="a">
          {t.add}
        </a>
      </Act>
    </section>
  )
}

function Tabs({ list, lang }: Props) {
  const t = words(lang)
  return (
    <nav class="choices" aria-label={t.whose}>
      <a href="/tasks" aria-current={list.isTeam ? undefined : 'true'}>
        {t.mine} <b>{list.counts.mine}</b>
      </a>
      <a href="/tasks?whose=team" aria-current={list.isTeam ? 'true' : undefined}>
        {t.team} <b>{list.counts.all}</b>
      </a>
    </nav>
  )
}

const tones: Record<Standing, Tone | undefined> = { overdue: 'late', today: 'soon', later: undefined }

function Section({ list, lang, standing }: Props & { standing: Standing }) {
  const t = words(lang)
  const here = list.open.filter(({ task }) => standingOf(task, list.now, list.zone) === standing)
  if (!here.length) return null
  return (
    <section class="panel" id={standing}>
      <header>
        <h2>{t.sections[standing]}</h2> <span class="count">{here.length}</span>
      </header>
      <table class="rows tight tasks">
        <caption class="unseen">{t.sections[standing]}</caption>
        <Heads names={t.columns} />
        <tbody>
          {here.map((told) => (
            <Row {...{ told, list, lang, tone: tones[standing] }} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ told: { task, having, asked }, list, lang, tone }: Props & { told: Told; tone: Tone | undefined }) {
  const t = words(lang)
  return (
    <tr>
      <td class="at" data-tone={tone}>
        <time>{briefOf(task.dueAt, list.now, list.zone)}</time>
      </td>
      <td class="full">
        {task.text} {task.kind === 'action' && <Badge>{t.kinds.action}</Badge>}
        {asked && <Badge tone="soon">{askedWord(asked, list, lang)}</Badge>}
      </td>
      <td>
        <Whose having={having} names={list.names} lang={lang} />
      </td>
      <td class="act">
        <a class="button plain" href={`/tasks/${task.id}`} aria-label={t.settleOf(task.text)}>
          {t.settle}
        </a>
      </td>
    </tr>
  )
}

function askedWord({ askedBy, askedOf }: Pass, { names, viewer }: TaskList, lang: Lang) {
  const t = words(lang)
  return askedOf === viewer ? t.asks(names.get(askedBy)?.handle ?? '') : t.asked(names.get(askedOf)?.handle ?? '')
}

function Ended({ list, lang }: Props) {
  const t = words(lang)
  return (
    <section class="panel" id="ended">
      <header>
        <h2>{t.endedTitle}</h2> <span class="count">{list.ended.length}</span>
      </header>
      <table class="rows tight tasks">
        <caption class="unseen">{t.endedTitle}</caption>
        <Heads names={t.endedColumns} />
        <tbody>
          {list.ended.map((task) => (
            <tr>
              <td class="at">
                <time>{shortOf(task.endedAt!, list.zone)}</time>
              </td>
              <td class="full">{task.text}</td>
              <td class="note">
                {task.state === 'dropped' && <Badge>{t.dropped}</Badge>} {task.ending}
              </td>
              <td class="act">
                <a class="button plain" href={`/tasks/${task.id}`}>
                  {t.look}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
