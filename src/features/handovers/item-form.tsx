/** The fields of an item: for a new one, and for one that is changed. */
import type { Lang } from '../../core/i18n.ts'
import { dayOf, timeOf } from '../../core/time.ts'
import { Act, Clock, Field } from '../../ui/parts.tsx'
import type { Staff } from '../people/index.ts'
import { pageWords } from './page-messages.ts'
import { LONGEST_IF_THEN, LONGEST_SUMMARY, LONGEST_TODO } from './rules.ts'
import type { Item } from './store-items.ts'

export type FormProps = {
  action: string
  lang: Lang
  staff: readonly Pick<Staff, 'id' | 'handle'>[]
  go: string
  /** What is changed, with its version; left out for a new one. */
  item?: Item
  seen?: string
  zone?: string
  tid?: string | undefined
  primary?: boolean
}

export function ItemForm(props: FormProps) {
  const { action, lang, item, seen, go, primary, tid } = props
  const t = pageWords(lang).fields
  const todo = item?.todo?.[lang] ?? ''
  return (
    <Act action={action} class="stack form item-form">
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      <UrgencyChoice lang={lang} chosen={item?.urgency ?? 'watch'} />
      <Field name="summary" label={t.summary}>
        <input
          id="summary"
          name="summary"
          value={item?.summary[lang] ?? ''}
          maxlength={LONGEST_SUMMARY}
          required
          autocomplete="off"
        />
      </Field>
      <Field name="todo" label={t.todo}>
        {isLong(todo) ? (
          <textarea id="todo" name="todo" rows={4} maxlength={LONGEST_TODO}>
            {todo}
          </textarea>
        ) : (
          <input id="todo" name="todo" value={todo} maxlength={LONGEST_TODO} autocomplete="off" />
        )}
      </Field>
      <WhenAndWho {...props} />
      <Field name="ifThen" label={t.ifThen} hint={pageWords(lang).ifThenHint}>
        <textarea id="ifThen" name="ifThen" rows={2} maxlength={LONGEST_IF_THEN}>
          {item?.ifThen ?? ''}
        </textarea>
      </Field>
      <div class="line entry">
        {item?.href && !tid ? (
          <input type="hidden" name="order" value={item.href} /> // a page of the board: its link stands above
        ) : (
          <Field name="order" label={t.order} hint={pageWords(lang).orderHint}>
            <input id="order" name="order" value={tid ?? ''} maxlength={200} autocomplete="off" />
          </Field>
        )}
        <Field name="buyer" label={t.buyer}>
          <input id="buyer" name="buyer" value={item?.buyer ?? ''} maxlength={60} autocomplete="off" />
        </Field>
      </div>
      <p class="line">
        <button class={primary ? 'primary' : undefined}>{go}</button>
      </p>
    </Act>
  )
}

/** What a campaign tells buyers has lines, which an input would lose. */
const isLong = (text: string) => text.length > 120 || text.includes('\n')

function UrgencyChoice({ lang, chosen }: { lang: Lang; chosen: Item['urgency'] }) {
  const t = pageWords(lang)
  return (
    <fieldset class="field">
      <legend>{t.fields.urgency}</legend>
      <span class="choices boxed">
        {(['steady', 'watch', 'urgent'] as const).map((urgency) => (
          <label>
            <input type="radio" name="urgency" value={urgency} required checked={urgency === chosen} />
            {t.urgencyHint[urgency]}
          </label>
        ))}
      </span>
    </fieldset>
  )
}

function WhenAndWho({ lang, staff, item, zone }: FormProps) {
  const t = pageWords(lang).fields
  const dueAt = item?.dueAt ?? null
  const [day, time] = dueAt === null || !zone ? ['', ''] : [dayOf(dueAt, zone), timeOf(dueAt, zone)]
  return (
    <div class="line entry">
      <Field name="dueTime" label={t.dueTime}>
        <Clock name="dueTime" value={time} />
      </Field>
      <Field name="dueOn" label={t.dueOn}>
        <input id="dueOn" name="dueOn" type="date" value={day} />
      </Field>
      <Field name="ownerId" label={t.owner}>
        <select id="ownerId" name="ownerId">
          <option value="">{t.anyone}</option>
          {staff.map(({ id, handle }) => (
            <option value={id} selected={id === item?.ownerId}>
              {handle}
            </option>
          ))}
        </select>
      </Field>
    </div>
  )
}
