/** A hold: its facts, and what can be done about it besides a release. */
import { addDays, dayWord, shortOf } from '../../core/time.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Badge, Field, Who } from '../../ui/parts.tsx'
import type { Hold } from './facts.ts'
import { holdReasonWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { DayField } from './parts.tsx'
import type { OrderSight } from './sight.ts'

type HoldProps = { sight: OrderSight; hold: Hold; back?: string }

export function HoldPanel({ sight, hold }: HoldProps) {
  const t = pageWords(sight.lang)
  return (
    <section class="panel" id="hold">
      <header>
        <h2>{t.hold}</h2>
        {sight.urgency === 'overdue' && (
          <Badge tone="late" solid>
            {t.overdue}
          </Badge>
        )}
        {sight.urgency === 'due' && <Badge tone="soon">{t.dueToday}</Badge>}
      </header>
      <HoldFacts sight={sight} hold={hold} />
      {sight.canHold && <HoldForms sight={sight} hold={hold} />}
    </section>
  )
}

export function HoldFacts({ sight: { lang, shop, holder, names }, hold }: HoldProps) {
  const t = pageWords(lang)
  const owner = hold.ownerId ? names.get(hold.ownerId) : undefined
  return (
    <dl class="facts">
      <dt>{t.reasonShort}</dt>
      <dd>
        {holdReasonWord(hold.reason, lang)}
        {hold.note && `${t.colon}${hold.note}`}
      </dd>
      <dt>{hold.reason === 'ship_later' ? t.promisedOn : t.reviewOn}</dt>
      <dd>
        <time>{dayWord(hold.dueOn, lang)}</time>
      </dd>
      <dt>{t.whose}</dt>
      <dd>
        {holder?.personId && owner ? (
          <>
            <Who handle={owner.handle} hue={owner.hue} /> {t.shifts[holder.shift]}
          </>
        ) : (
          t.belongsTo(t.shifts[holder!.shift])
        )}
      </dd>
      {!holder?.personId && owner && (
        <>
          <dt>{t.openedFor}</dt>
          <dd>
            <Who handle={owner.handle} hue={owner.hue} /> {t.shifts[hold.ownerShift]}
          </dd>
        </>
      )}
      <dt>{t.since}</dt>
      <dd>{shortOf(hold.openedAt, shop.timeZone)}</dd>
      <dt>{t.postponedTimes}</dt>
      <dd>{t.times(hold.postponed)}</dd>
    </dl>
  )
}

/** Postpone, hand on, cancel: folded, because the release is what is mostly wanted. */
export const HoldForms = (props: HoldProps) => (
  <>
    <PostponeForm {...props} />
    <GiveForm {...props} />
    <CancelForm {...props} />
  </>
)

const Back = ({ to }: { to: string | undefined }) => (to ? <input type="hidden" name="back" value={to} /> : null)

function PostponeForm({ sight: { lang, on }, hold, back }: HoldProps) {
  const t = pageWords(lang)
  return (
    <details class="fold" id="postpone">
      <summary>{t.postpone}</summary>
      <Act action={`/holds/${hold.id}/postpone`} class="asked">
        <Back to={back} />
        <DayField
          id="postpone-due"
          name="dueOn"
          label={t.newDate}
          min={on.day}
          value={addDays(hold.dueOn > on.day ? hold.dueOn : on.day, 1)}
        />
        <LineField id="postpone-why" name="why" label={t.whyLabel} />
        <button type="submit">{t.postpone}</button>
      </Act>
    </details>
  )
}

function GiveForm({ sight: { lang, colleagues, holder }, hold, back }: HoldProps) {
  const t = pageWords(lang)
  return (
    <details class="fold">
      <summary>{t.give}</summary>
      <Act action={`/holds/${hold.id}/give`} class="asked">
        <Back to={back} />
        <Field name="give-person" label={t.giveTo}>
          <select id="give-person" name="person">
            {colleagues.map((person) => (
              <option value={person.id} selected={person.id === hold.ownerId}>
                {person.handle}
              </option>
            ))}
          </select>
          <span class="error" data-error="person" hidden />
        </Field>
        <Field name="give-shift" label={t.shift}>
          <select id="give-shift" name="shift">
            {(['day', 'night'] as const).map((shift) => (
              <option value={shift} selected={shift === holder?.shift}>
                {t.shifts[shift]}
              </option>
            ))}
          </select>
        </Field>
        <button type="submit">{t.give}</button>
      </Act>
    </details>
  )
}

function CancelForm({ sight: { lang }, hold, back }: HoldProps) {
  const t = pageWords(lang)
  return (
    <details class="fold">
      <summary>{t.cancelOrder}</summary>
      <Act action={`/holds/${hold.id}/cancel`} class="asked">
        <Back to={back} />
        <p class="quiet">{t.cancelMeans}</p>
        <LineField id="cancel-why" name="why" label={t.whyLabel} />
        <button type="submit" class="stop">
          {t.cancelOrder}
        </button>
      </Act>
    </details>
  )
}
