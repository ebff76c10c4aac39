/** Who works here, shop by shop; what is forgotten: people who never set a password. */
import { may, type Actor } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { Badge, Empty, Opening, Who, type Tone } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { mayManage } from './rules.ts'
import type { PersonWithShops } from './store.ts'

type PeopleProps = {
  lang: Lang
  who: Actor
  shops: readonly Shop[]
  people: readonly PersonWithShops[]
  /** Whose link to set a password still works. */
  invited: ReadonlySet<string>
}

type State = 'active' | 'invited' | 'expired' | 'disabled'

const stateOf = (person: PersonWithShops, invited: ReadonlySet<string>): State => {
  if (person.disabledAt !== null) return 'disabled'
  if (person.passwordHash !== null) return 'active'
  return invited.has(person.id) ? 'invited' : 'expired'
}

export function PeoplePage(props: PeopleProps) {
  const { lang, who, shops, people } = props
  const t = words(lang)
  const here = people.filter((person) => person.disabledAt === null)
  const gone = people.filter((person) => person.disabledAt !== null)
  return (
    <main id="main" class="page stack">
      <PeopleOpening {...props} people={here} />
      {shops.map((shop) => (
        <ShopPeople {...props} shop={shop} people={here.filter((person) => person.shopIds.includes(shop.id))} />
      ))}
      {may(who, 'people.manage') && gone.length > 0 && (
        <details class="panel">
          <summary>{t.disabledPeople(gone.length)}</summary>
          <PeopleTable {...props} caption={t.stateDisabled} people={gone} />
        </details>
      )}
    </main>
  )
}

function PeopleOpening({ lang, who, people, invited }: PeopleProps) {
  const t = words(lang)
  const waiting = people.filter((person) => stateOf(person, invited) === 'invited').length
  const expired = people.filter((person) => stateOf(person, invited) === 'expired').length
  return (
    <Opening
      when={t.countPeople(people.length)}
      title={expired ? t.expiredTitle(expired) : t.people}
      forgotten={t.forgotten}
      gaps={[
        { count: waiting, words: t.linksOpen, ...(waiting && { tone: 'soon' as const }) },
        { count: expired, words: t.linksExpired, ...(expired && { tone: 'late' as const }) },
      ]}
    >
      {may(who, 'people.manage') && (
        <p class="line">
          <a class="button primary" href="/new-people" data-key="n">
            {t.addTitle} <kbd>N</kbd>
          </a>
        </p>
      )}
    </Opening>
  )
}

function ShopPeople(props: PeopleProps & { shop: Shop }) {
  const { lang, shop, people } = props
  const t = words(lang)
  return (
    <section class="panel">
      <header>
        <h2>{shop.name}</h2> <span class="count">{t.countPeople(people.length)}</span>
      </header>
      {people.length ? (
        <PeopleTable {...props} caption={`${shop.name}: ${t.people}`} />
      ) : (
        <Empty title={t.nobodyHere} hint={t.linesHint} />
      )}
    </section>
  )
}

const tones: Record<State, Tone | undefined> = {
  active: undefined,
  invited: 'soon',
  expired: 'late',
  disabled: undefined,
}

function PeopleTable({ lang, who, people, invited, caption }: PeopleProps & { caption: string }) {
  const t = words(lang)
  const manages = may(who, 'people.manage')
  return (
    <table class="rows tight people">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.handle}</th>
          <th scope="col">{t.roles}</th>
          {manages && <th scope="col">{t.email}</th>}
          <th scope="col">{t.state}</th>
          {manages && (
            <th scope="col">
              <span class="unseen">{t.doing}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const state = stateOf(person, invited)
          return (
            <tr>
              <th scope="row">
                <Who handle={person.handle} hue={person.hue} />
              </th>
              <td>{person.roles.map((role) => t.role[role]).join(' ')}</td>
              {manages && <td class="note">{person.email}</td>}
              <td class="state">
                {state === 'active' ? t.stateActive : <Badge tone={tones[state]}>{t.states[state]}</Badge>}
              </td>
              {manages && (
                <td class="act">
                  {mayManage(who, person) && (
                    <a class="button plain" href={`/people/${person.id}`}>
                      {t.edit}
                      <span class="unseen"> {person.handle}</span>
                    </a>
                  )}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
