/** The log as sentences, newest first. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { longOf } from '../../core/time.ts'
import type { Sentences } from '../../feature.ts'
import { Empty, NextPage, Who } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import type { Names } from './store.ts'

type LogProps = {
  lang: Lang
  shopName: string
  timeZone: string
  rows: readonly Activity[]
  names: Names
  sentences: Sentences
  /** Not the newest page. */
  later: boolean
  /** Key of the next page; undefined on the last. */
  next: number | undefined
}

export function LogPage(props: LogProps) {
  const { lang, shopName, rows, later, next } = props
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">{shopName}</p>
        <h1>{t.title}</h1>
        <p class="quiet">{t.hint}</p>
      </section>
      {rows.length ? (
        <LogTable {...props} />
      ) : (
        <Empty title={t.nothing} hint={t.nothingHint}>
          <a class="button" href="/orders">
            {t.toOrders}
          </a>
        </Empty>
      )}
      <p class="line">
        {later && (
          <a class="button plain" href="/activity">
            {t.newest}
          </a>
        )}
        {next !== undefined && <NextPage href={`/activity?before=${next}`} words={t.older} />}
      </p>
    </main>
  )
}

function LogTable(props: LogProps) {
  const t = words(props.lang)
  return (
    <table class="rows tight logbook">
      <caption class="unseen">{t.title}</caption>
      <thead>
        <tr>
          {[t.when, t.who, t.what, t.about, t.why].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runsOf(props.rows).map((run) => (
          <LogRow {...props} run={run} />
        ))}
      </tbody>
    </table>
  )
}

/** More rows than this of one deed are told in one: an import of thousands is one line. */
const TOLD_SINGLY = 3

/** Neighbours that one deed wrote of the same kind, together when they are many. */
function runsOf(rows: readonly Activity[]): Activity[][] {
  const runs: Activity[][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    const first = last?.[0]
    if (first?.deed === row.deed && first.kind === row.kind) last!.push(row)
    else runs.push([row])
  }
  return runs.flatMap((run) => (run.length > TOLD_SINGLY ? [run] : run.map((row) => [row])))
}

/** Who acted without being a person: the clock, the terminal, the first run. */
const nobody = (actor: string, lang: Lang) => words(lang).actors[actor] ?? actor

function LogRow({ lang, timeZone, names, sentences, run }: LogProps & { run: readonly Activity[] }) {
  const row = run[0]!
  const actor = row.actorId === null ? undefined : names.people.get(row.actorId)
  return (
    <tr>
      <td class="one-line">
        <time>{longOf(row.at, timeZone)}</time>
      </td>
      <td class="one-line">{actor ? <Who handle={row.actor} hue={actor.hue} /> : nobody(row.actor, lang)}</td>
      <td class="full">{sentences[row.kind]?.(row, lang) ?? row.kind}</td>
      <td>
        <Subject lang={lang} subject={row.subject} names={names} />
        {run.length > 1 && <small> {words(lang).andMore(run.length)}</small>}
      </td>
      <td class="note">{row.why}</td>
    </tr>
  )
}

function Subject({ lang, subject, names }: { lang: Lang; subject: string; names: Names }) {
  const t = words(lang)
  const [kind, id = ''] = subject.split(':')
  const tid = kind === 'order' ? names.orders.get(id) : undefined
  if (tid) return <a href={`/orders/${id}`}>{t.order(tid)}</a>
  const person = kind === 'person' ? names.people.get(id) : undefined
  return person ? <Who handle={person.handle} hue={person.hue} /> : null
}
