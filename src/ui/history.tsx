/** What happened to one thing, from its rows of the log. */
import type { Activity } from '../core/activity.ts'
import type { Lang } from '../core/i18n.ts'
import { shortOf } from '../core/time.ts'

type HistoryProps = {
  title: string
  history: readonly Activity[]
  /** A room's own, by the kind of the row. */
  sentences: Readonly<Record<string, (row: Activity, lang: Lang) => string>>
  zone: string
  lang: Lang
}

const said = (row: Activity, { sentences, lang }: HistoryProps) => sentences[row.kind]?.(row, lang) ?? row.kind

/** As a table, the latest first, each with why. */
export const HistoryTable = (props: HistoryProps) => (
  <section class="panel" id="history">
    <header>
      <h2>{props.title}</h2>
    </header>
    <table class="rows tight">
      <caption class="unseen">{props.title}</caption>
      <tbody>
        {props.history.toReversed().map((row) => (
          <tr>
            <td class="one-line">
              <time>{shortOf(row.at, props.zone)}</time>
            </td>
            <td class="one-line">{row.actor}</td>
            <td class="full">{said(row, props)}</td>
            <td class="note">{row.why ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** As a list, in the order in which it comes. */
export const HistoryLog = (props: HistoryProps) => (
  <section class="panel">
    <h2>{props.title}</h2>
    <ol class="log">
      {props.history.map((row) => (
        <li>
          <time>{shortOf(row.at, props.zone)}</time>
          <span />
          <p>
            {row.actor} {said(row, props)}
            {row.why && <small class="quiet"> {row.why}</small>}
          </p>
        </li>
      ))}
    </ol>
  </section>
)
