/** Pieces of the orders room that other rooms show too: a flag, a link to an order, a choice of flags. */
import type { Lang } from '../../core/i18n.ts'
import { addDays, type Day } from '../../core/time.ts'
import { markup } from '../../ui/markup.ts'
import { Field, Icon } from '../../ui/parts.tsx'
import { flagsOf, isColour, meaningOf, type Colour, type Flag, type FlagTable, type Meaning } from '../shops/flags.ts'
import { flagWord, holdReasonWord, meaningWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { holdReasons } from './rules.ts'

/** Shape, word and colour, and what it means here: "◆ 紫 缓". */
export const FlagMark = ({ flag, meaning, lang }: { flag: Flag; meaning?: Meaning | undefined; lang: Lang }) => {
  const shape = isColour(flag) ? flag : 'other' // the name of its symbol in the sprite
  const meant = meaning && markup`<small>${meaningWord(meaning, lang)}</small>`
  return markup`<span class="flag" data-flag="${shape}">${Icon({ name: shape })}${flagWord(flag, lang)} ${meant}</span>`
}

/** The order number as a link to its page. */
export const OrderLink = ({ id, tid }: { id: string; tid: string }) =>
  markup`<a class="id" href="/orders/${id}">${tid}</a>`

type ChoiceProps = {
  name?: string
  id: string
  table: FlagTable
  only?: Meaning
  except?: Meaning
  lang: Lang
  checked?: Flag
}

/** The shop's flags to choose from, with what each means; `only` those of one meaning, or all `except` those of one. */
export function FlagChoice({ name = 'flag', id, table, only, except, lang, checked }: ChoiceProps) {
  const t = pageWords(lang)
  const flags = flagsOf(table).filter((flag) => {
    const meaning = meaningOf(table, flag)
    return meaning !== except && (!only || meaning === only)
  })
  return (
    <fieldset class="field">
      <legend>{only === 'ship' ? t.shippingFlag : t.flag}</legend>
      <span class="choices boxed">
        {flags.map((flag, i) => (
          <label>
            <input
              type="radio"
              id={i === 0 ? id : undefined}
              name={name}
              value={flag}
              required
              checked={flag === checked}
            />
            <FlagMark flag={flag} meaning={meaningOf(table, flag)} lang={lang} />
          </label>
        ))}
      </span>
      <span class="error" data-error={name} hidden />
    </fieldset>
  )
}

/** The colours that open a hold, as board.js wants them: `data-when="flag=purple pink"`. */
const holdingFlags = (table: FlagTable): string =>
  flagsOf(table)
    .filter((flag: Colour) => meaningOf(table, flag) === 'hold')
    .join(' ')

/** HOLD-1, HOLD-2: reason, date and what exactly is waited for. Shown when a holding flag is chosen. */
export function HoldFields({ id, table, today, lang }: { id: string; table: FlagTable; today: Day; lang: Lang }) {
  const t = pageWords(lang)
  return (
    <div class="terms" data-when={`flag=${holdingFlags(table)}`}>
      <Field name={`${id}-reason`} label={t.reason}>
        <select id={`${id}-reason`} name="reason">
          {holdReasons.map((reason) => (
            <option value={reason}>
              {holdReasonWord(reason, lang)}
              {reason === 'information' && t.informationHint}
            </option>
          ))}
        </select>
        <span class="error" data-error="reason" hidden />
      </Field>
      <DayField
        id={`${id}-due`}
        name="dueOn"
        label={t.until}
        hint={t.untilHint}
        min={today}
        value={addDays(today, 1)}
      />
      <Field name={`${id}-note`} label={t.waitsFor}>
        <input id={`${id}-note`} name="note" maxlength={200} placeholder={t.waitsForExample} autocomplete="off" />
      </Field>
    </div>
  )
}

type DayProps = { id: string; name: string; label: string; hint?: string; min: Day; value?: Day }
export const DayField = ({ id, name, label, hint, min, value }: DayProps) => (
  <p class="field">
    <label for={id}>{label}</label>
    <input id={id} name={name} type="date" min={min} value={value} required />
    {hint && <span class="hint">{hint}</span>}
    <span class="error" data-error={name} hidden />
  </p>
)
