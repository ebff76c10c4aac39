import { Clock } from './parts.tsx'

type MomentProps = {
  legend: string
  day: { name: string; value: string | undefined; label: string; min?: string; id?: string }
  time: { name: string; value: string | undefined; label: string }
  /** The field by whose name a refusal says that this moment is wrong. */
  error: string
  /** "kind=lost": asked only while this is chosen. */
  when?: string | undefined
  required?: boolean
}

/** A day and a time of it, under one heading. */
export const Moment = ({ legend, day, time, error, when, required }: MomentProps) => (
  <fieldset class="field next-at" data-when={when}>
    <legend>{legend}</legend>
    <span>
      <input
        id={day.id}
        name={day.name}
        type="date"
        min={day.min}
        value={day.value}
        required={required}
        aria-label={day.label}
      />
      <Clock {...time} required={required} />
    </span>
    <span class="error" data-error={error} hidden />
  </fieldset>
)
