/** Who is there: everybody with one press, single people with another. */
import { shortOf } from '../../core/time.ts'
import { Act, Badge, Who } from '../../ui/parts.tsx'
import { PersonField } from '../tasks/parts.tsx'
import { hrefOf } from './list-view.tsx'
import { words } from './messages.ts'
import type { MeetingSight } from './sight.ts'

type Props = { sight: MeetingSight }

export function AttendancePanel({ sight }: Props) {
  const t = words(sight.lang)
  const { people, names, staff, expected } = sight
  const missing = people.filter(({ id, state }) => !state && expected.includes(id)).length
  const others = staff.filter(({ id }) => !people.some((one) => one.id === id))
  return (
    <section class="panel" id="attendance">
      <header>
        <h2>{t.attendance}</h2>
        <span class="count">{t.present(people.filter(({ state }) => state === 'present').length, 0)}</span>
      </header>
      {sight.canLead && missing > 0 && (
        <Act action={`${hrefOf(sight)}/attendance`}>
          <input type="hidden" name="all" value="yes" />
          <button type="submit" data-key="e">
            {t.everybody(missing)} <kbd>E</kbd>
          </button>
        </Act>
      )}
      {!sight.isRostered && <p class="quiet">{t.noRoster}</p>}
      <ul class="present">
        {people.map(({ id, state }) => (
          <li>
            <Who {...(names.get(id) ?? { handle: '?', hue: 1 })} />
            <Badge tone={state === 'present' ? 'done' : state === 'absent' ? 'soon' : undefined}>
              {state === 'present' ? t.here : state === 'absent' ? t.away : t.notNoted}
            </Badge>
            {sight.canLead && <Correct {...{ sight, id, isHere: state === 'present' }} />}
          </li>
        ))}
      </ul>
      {sight.canLead && others.length > 0 && (
        <details class="fold">
          <summary>{t.addPerson}</summary>
          <Act action={`${hrefOf(sight)}/attendance`} class="asked">
            <input type="hidden" name="state" value="present" />
            <PersonField id="here-person" label={t.addPerson} staff={others} />
            <button type="submit">{t.addHere}</button>
          </Act>
        </details>
      )}
    </section>
  )
}

function Correct({ sight, id, isHere }: Props & { id: string; isHere: boolean }) {
  const t = words(sight.lang)
  const handle = sight.names.get(id)?.handle ?? ''
  return (
    <Act action={`${hrefOf(sight)}/attendance`}>
      <input type="hidden" name="person" value={id} />
      <input type="hidden" name="state" value={isHere ? 'absent' : 'present'} />
      <button type="submit" class="plain" aria-label={isHere ? t.setAway(handle) : t.setHere(handle)}>
        {isHere ? t.away : t.here}
      </button>
    </Act>
  )
}

/** For whoever was not there. */
export function MissedPanel({ sight }: Props) {
  const t = words(sight.lang)
  if (!sight.missed) return null
  const { readAt } = sight.missed
  if (readAt !== null) return <p class="quiet">{t.readOn(shortOf(readAt, sight.zone))}</p>
  return (
    <Act action={`${hrefOf(sight)}/read`} class="line">
      <button type="submit" class="primary" data-key="y">
        {t.read} <kbd>Y</kbd>
      </button>
    </Act>
  )
}
