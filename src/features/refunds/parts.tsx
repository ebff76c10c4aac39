/** Pieces of the refunds' pages: one line to type, and the orders that may be the new one. */
import { LineField } from '../../ui/line-field.tsx'
import type { Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import { stateWord, type Order } from '../orders/index.ts'
import { pageWords } from './page-words.ts'

type NewProps = { lang: Lang; zone: string; prefix: string; proposed: readonly Order[]; required?: boolean }

/** Which order was bought anew: one of those that look like it, or a number. */
export function NewOrderFields({ lang, zone, prefix, proposed, required = false }: NewProps) {
  const t = pageWords(lang)
  const field = (
    <LineField
      id={`${prefix}-new`}
      name="newTid"
      label={t.newTid}
      example={required ? '' : t.newTidHint}
      {...{ required }}
    />
  )
  if (!proposed.length) return field
  return (
    <>
      <fieldset class="field proposed">
        <legend>{t.proposed}</legend>
        {proposed.map(({ tid, receiver, amount, state, placedAt }, i) => (
          <label>
            <input type="radio" name="pickedTid" value={tid} checked={i === 0} />
            <span>
              <code>{tid}</code> {receiver} ¥{yuan(amount)} {stateWord(state, lang)}{' '}
              {placedAt !== null && <small>{shortOf(placedAt, zone)}</small>}
            </span>
          </label>
        ))}
        <label>
          <input type="radio" name="pickedTid" value="" /> <span>{t.noneOfThese}</span>
        </label>
        <span class="hint">{t.proposedHint}</span>
      </fieldset>
      <LineField id={`${prefix}-new`} name="newTid" label={t.newTid} example={t.newTidHint} required={false} />
    </>
  )
}

/** What was typed wins over what was picked. */
export const newTidFrom = ({
  newTid = '',
  pickedTid = '',
}: {
  newTid?: string | undefined
  pickedTid?: string | undefined
}) => newTid.trim() || pickedTid
