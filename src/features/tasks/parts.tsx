/** Pieces that other rooms show too: who does it and by when, whose it is. */
import type { Lang } from '../../core/i18n.ts'
import type { Clocktime, Day } from '../../core/time.ts'
import { Badge, Clock, Who } from '../../ui/parts.tsx'
import type { Staff } from '../people/index.ts'
import type { Having } from '../shifts/index.ts'
import { words } from './messages.ts'

export type Names = ReadonlyMap<string, { handle: string; hue: number }>

type WhoWhenProps = {
  /** Makes the fields' ids different where a page has several of these forms. */
  prefix: string
  staff: readonly Pick<Staff, 'id' | 'handle'>[]
  chosen?: string | null | undefined
  due: { day: Day; time: Clocktime }
  lang: Lang
}

/** Who, on which day, by what time: fields `person`, `day`, `time`. */
export const WhoWhen = ({ prefix, staff, chosen, due, lang }: WhoWhenProps) => (
  <>
    <PersonField id={`${prefix}-person`} label={words(lang).who} staff={staff} chosen={chosen} />
    <DueFields prefix={prefix} due={due} lang={lang} />
  </>
)

export const PersonField = (props: {
  id: string
  label: string
  staff: readonly Pick<Staff, 'id' | 'handle'>[]
  chosen?: string | null | undefined
}) => (
  <p class="field">
    <label for={props.id}>{props.label}</label>
    <select id={props.id} name="person">
      {props.staff.map(({ id, handle }) => (
        <option value={id} selected={id === props.chosen}>
          {handle}
        </option>
      ))}
    </select>
    <span class="error" data-error="person" hidden />
  </p>
)

export const DueFields = ({ prefix, due, lang }: Pick<WhoWhenProps, 'prefix' | 'due' | 'lang'>) => (
  <>
    <p class="field">
      <label for={`${prefix}-day`}>{words(lang).day}</label>
      <input id={`${prefix}-day`} name="day" type="date" value={due.day} required />
      <span class="error" data-error="day" hidden />
    </p>
    <p class="field">
      <label for="time">{words(lang).time}</label>
      <Clock name="time" value={due.time} required />
    </p>
  </>
)

/** WHO-6: who has it now; whose name it bears stands beside it when that is somebody else. */
export function Whose({ having, names, lang }: { having: Having; names: Names; lang: Lang }) {
  const people = having.people.flatMap((id) => (names.has(id) ? [names.get(id)!] : []))
  return (
    <>
      {people.slice(0, 3).map((person, i) => (
        <>
          {i > 0 && ' '}
          <Who {...person} name={people.length === 1} />
        </>
      ))}
      {people.length > 3 && <small> +{people.length - 3}</small>}
      {having.because !== 'owner' && <Badge tone="soon">{words(lang).standsIn[having.because]}</Badge>}
    </>
  )
}
