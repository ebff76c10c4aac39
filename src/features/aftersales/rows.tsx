/** Lines of the sheet, one sentence each. */
import { briefOf } from '../../core/time.ts'
import { yuan } from '../../core/text.ts'
import { Badge, type Tone } from '../../ui/parts.tsx'
import { Heads, PickAll } from '../../ui/table.tsx'
import { OrderLink } from '../orders/parts.tsx'
import { Whose } from '../tasks/parts.tsx'
import type { Line, ListProps } from './list.ts'
import { kindWord, stateWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import type { Entry } from './store.ts'

export function Rows(props: ListProps) {
  const { lang, sheet, canWrite } = props
  const t = pageWords(lang)
  const columns = Object.values(t.columns)
  return (
    <table class="rows tight entries" id="entries">
      <caption class="unseen">{t.caption}</caption>
      <Heads names={columns}>{canWrite && <PickAll label={t.pickAll} />}</Heads>
      <tbody>
        {sheet.lines.map((line) => (
          <Row {...props} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ line, lang, shop, now, sheet, canWrite }: ListProps & { line: Line }) {
  const { entry, having, tid, canWork } = line
  const isOpen = entry.state !== 'done'
  return (
    <tr id={`e-${entry.id}`}>
      {canWrite && (
        <td>
          {canWork && isOpen && (
            <label class="tick">
              <input
                type="checkbox"
                name="row"
                form="bulk"
                value={`${entry.id} ${entry.changedAt}`}
                data-pick
                aria-label={pageWords(lang).pick(entry.buyer)}
              />
            </label>
          )}
        </td>
      )}
      <td class="at" data-tone={toneOf(entry, now)}>
        <time>{briefOf(isOpen ? entry.dueAt : entry.endedAt!, now, shop.timeZone)}</time>
      </td>
      <td class="one-line">{kindWord(entry.kind, lang)}</td>
      <td class="one-line">
        <a href={`/entry/${entry.id}`}>{entry.buyer}</a>
      </td>
      <td class="full">
        {entry.promised}
        {entry.amount !== null && <span class="quiet"> ¥{yuan(entry.amount)}</span>}
        {entry.result && <small class="quiet"> → {entry.result}</small>}
      </td>
      <td>{tid && <OrderLink id={entry.orderId!} tid={tid} />}</td>
      <td class="state">
        <StateBadge entry={entry} lang={lang} />
      </td>
      <td class="one-line">{isOpen && <Whose having={having} names={sheet.names} lang={lang} />}</td>
    </tr>
  )
}

export const toneOf = ({ state, dueAt }: Entry, now: number): Tone | undefined =>
  state !== 'done' && dueAt <= now ? 'late' : undefined

const stateTones: Partial<Record<Entry['state'], Tone>> = { open: 'act', to_pay: 'soon', done: 'done' }
export const StateBadge = ({ entry: { state }, lang }: { entry: Entry; lang: ListProps['lang'] }) => (
  <Badge tone={stateTones[state]}>{stateWord(state, lang)}</Badge>
)
