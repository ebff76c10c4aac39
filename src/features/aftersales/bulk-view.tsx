/** What is done with the picked rows at once, and what came of each. */
import { raw } from 'hono/html'
import type { Lang } from '../../core/i18n.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { Act } from '../../ui/parts.tsx'
import type { Staff } from '../people/index.ts'
import type { BulkResult } from './bulk.ts'
import { kindWord, stateWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import { openStates } from './rules.ts'
import type { Entry } from './store.ts'

/** Shown while something is picked; the rows' boxes belong to its form. */
export function BulkBar({ lang, staff, back }: { lang: Lang; staff: readonly Staff[]; back: string }) {
  const t = pageWords(lang)
  return (
    <section class="bulk picked" data-bulk aria-label={t.bulk}>
      <Act action="/aftersales/bulk" id="bulk" class="line" anew>
        <input type="hidden" name="back" value={back} />
        <strong class="one-line">{raw(t.picked('<span data-picked>0</span>'))}</strong>
        <p class="field">
          <label for="bulk-deed">{t.deed}</label>
          <select id="bulk-deed" name="deed">
            <option value="done">{t.deeds.done}</option>
            {openStates.map((state) => (
              <option value={state}>{t.toState(stateWord(state, lang))}</option>
            ))}
            <option value="give">{t.deeds.give}</option>
            <option value="take">{t.deeds.take}</option>
          </select>
        </p>
        <p class="field" data-when="deed=give">
          <label for="bulk-person">{t.person}</label>
          <select id="bulk-person" name="person">
            {staff.map(({ id, handle }) => (
              <option value={id}>{handle}</option>
            ))}
          </select>
        </p>
        <p class="field grow" data-when={`deed=done give ${openStates.join(' ')}`}>
          <label for="bulk-line">{t.line}</label>
          <input
            id="bulk-line"
            name="line"
            maxlength={LONGEST_LINE}
            required
            placeholder={t.lineExample}
            autocomplete="off"
          />
        </p>
        <button type="submit">{t.change}</button>
      </Act>
    </section>
  )
}

type OutcomeProps = { lang: Lang; results: readonly BulkResult[]; entries: ReadonlyMap<string, Entry> }

/** A result for each row: what did not go through is named, with the reason. */
export function Outcome({ lang, results, entries }: OutcomeProps) {
  const t = pageWords(lang)
  const refused = results.filter((result) => result.refused)
  const done = results.length - refused.length
  return (
    <section class="panel outcome" role="status" data-tone={refused.length ? 'soon' : 'done'}>
      <p>
        <b>{t.bulkDone(done, results.length)}</b>
      </p>
      {refused.length > 0 && (
        <>
          <p class="quiet">{t.bulkLeft}</p>
          <ul>
            {refused.map(({ id, refused: why }) => (
              <li>
                <a href={`/entry/${id}`}>{nameOf(entries.get(id), lang)}</a> {why!(lang)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const nameOf = (entry: Entry | undefined, lang: Lang) => (entry ? `${kindWord(entry.kind, lang)} ${entry.buyer}` : '…')
