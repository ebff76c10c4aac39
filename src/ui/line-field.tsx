/** One line that somebody types. */
import { LONGEST_LINE } from '../core/typed.ts'

type LineProps = {
  id: string
  name: string
  label: string
  example?: string
  value?: string
  required?: boolean
  most?: number
  focus?: boolean
}
/** Of at most so many letters. Its id is another on each form, its error is found by its name. */
export const LineField = ({
  id,
  name,
  label,
  example,
  value,
  required = true,
  most = LONGEST_LINE,
  focus,
}: LineProps) => (
  <p class="field grow">
    <label for={id}>{label}</label>
    <input
      id={id}
      name={name}
      value={value}
      maxlength={most}
      required={required}
      placeholder={example}
      autocomplete="off"
      autofocus={focus}
    />
    <span class="error" data-error={name} hidden />
  </p>
)
