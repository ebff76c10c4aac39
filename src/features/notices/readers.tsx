/** Who has read a notice and who has not. */
import type { Lang } from '../../core/i18n.ts'
import { Who } from '../../ui/parts.tsx'
import type { Staff } from '../people/index.ts'
import { words } from './messages.ts'
import { readersOf } from './rules.ts'
import type { Notice } from './store.ts'

type ReadersProps = {
  notice: Notice
  staff: readonly Staff[]
  /** Ids of those who have read each, by notice. */
  readers: ReadonlyMap<string, ReadonlySet<string>>
  lang: Lang
  leads: boolean
}

/** Leads see who; the others how many. */
export function Readers({ notice, staff, readers, lang, leads }: ReadersProps) {
  const t = words(lang)
  const { read, unread } = readersOf(notice, staff, readers.get(notice.id)!)
  const all = read.length + unread.length
  const count = !all ? t.nobodyElse : unread.length ? t.readBy(read.length, all) : t.everybodyRead
  if (!leads || !all) return <span class="quiet">{count}</span>
  return (
    <details class="readers" id={`r-${notice.id}`}>
      <summary>{count}</summary>
      <dl class="facts">
        <dt>{t.notYet}</dt>
        <dd>
          <Names people={unread} none={t.everybodyRead} />
        </dd>
        <dt>{t.haveRead}</dt>
        <dd>
          <Names people={read} none={t.nobodyYet} />
        </dd>
      </dl>
    </details>
  )
}

const Names = ({ people, none }: { people: readonly Staff[]; none: string }) =>
  people.length ? (
    <span class="names">
      {people.map((person) => (
        <Who handle={person.handle} hue={person.hue} />
      ))}
    </span>
  ) : (
    <span class="quiet">{none}</span>
  )
