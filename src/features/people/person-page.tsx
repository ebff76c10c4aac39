/** One person as those who manage them see them: duties, a new link, leaving. */
import type { Role } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { Act, Field, Saved, Who } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { Boxes } from './add-page.tsx'
import { words } from './messages.ts'
import { routeWords } from './route-words.ts'
import type { PersonWithShops } from './store.ts'

type PersonProps = {
  lang: Lang
  person: PersonWithShops
  shops: readonly Shop[]
  givable: readonly Role[]
  /** Open holds in this person's hands. */
  holds: number
  /** Colleagues who could take them over. */
  heirs: readonly PersonWithShops[]
  /** Colleagues who could get the daily reports that a shop sends to them; undefined: none does. */
  reportHeirs: readonly PersonWithShops[] | undefined
  saved: { at: string | undefined; now: number }
}

export function PersonPage(props: PersonProps) {
  const { lang, person } = props
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <section class="next">
        {person.disabledAt !== null && <p class="when">{t.stateDisabled}</p>}
        <h1>
          <Who handle={person.handle} hue={person.hue} />
        </h1>
        <p class="line">
          <a href="/people">{t.toPeople}</a>
        </p>
      </section>
      {person.disabledAt === null ? <Duties {...props} /> : <Return {...props} />}
      {person.disabledAt === null && <NewLink {...props} />}
      {person.disabledAt === null && <Leaving {...props} />}
      <Saved {...props.saved}>{t.saved}</Saved>
    </main>
  )
}

function Duties({ lang, person, shops, givable, holds, heirs, reportHeirs }: PersonProps) {
  const t = words(lang)
  return (
    <Act action={`/people/${person.id}/duties`} class="stack form">
      <Boxes
        name="roles"
        legend={t.roles}
        options={givable.map((role) => ({ value: role, word: t.role[role] }))}
        checked={person.roles}
      />
      <Boxes
        name="shops"
        legend={t.shops}
        options={shops.map((shop) => ({ value: shop.id, word: shop.name }))}
        checked={person.shopIds}
      />
      <Text name="email" label={t.email} hint={t.optional} value={person.email} type="email" />
      <Text name="name" label={t.name} hint={t.onlyLeadsSee} value={person.name} />
      <Text name="staffNumber" label={t.staffNumber} hint={t.onlyLeadsSee} value={person.staffNumber} />
      {holds > 0 && <Heirs id="duties-heir" name="heir" label={t.heir} heirs={heirs} hint={t.heirIfLeft} />}
      {reportHeirs && <ReportHeirs lang={lang} id="duties-report-heir" heirs={reportHeirs} />}
      <p class="line">
        <button type="submit" class="primary">
          {t.save}
        </button>
      </p>
    </Act>
  )
}

type TextProps = { name: string; label: string; hint: string; value: string | null; type?: string }

const Text = ({ name, label, hint, value, type = 'text' }: TextProps) => (
  <Field name={name} label={label} hint={hint}>
    <input id={name} name={name} type={type} value={value ?? ''} maxlength={100} autocomplete="off" />
  </Field>
)

type HeirsProps = { id: string; name: string; label: string; heirs: readonly PersonWithShops[]; hint: string }

const Heirs = ({ id, name, label, heirs, hint }: HeirsProps) => (
  <p class="field">
    <label for={id}>{label}</label>
    <select id={id} name={name}>
      <option value="" />
      {heirs.map((heir) => (
        <option value={heir.id}>{heir.handle}</option>
      ))}
    </select>
    <span class="hint">{hint}</span>
    <span class="error" data-error={name} hidden />
  </p>
)

/** REPORT-2: only those whom the route can name instead. */
function ReportHeirs({ lang, id, heirs }: { lang: Lang; id: string; heirs: readonly PersonWithShops[] }) {
  const t = routeWords(lang)
  const hint = heirs.length ? t.heirHint : t.noHeir
  return <Heirs id={id} name="reportHeir" label={t.heir} heirs={heirs} hint={hint} />
}

const NewLink = ({ lang, person }: PersonProps) => (
  <Act action={`/people/${person.id}/invite`} class="panel">
    <header>
      <h2>{words(lang).password}</h2>
    </header>
    <p class="line">
      <button type="submit">{person.passwordHash === null ? words(lang).inviteFirst : words(lang).invite}</button>
      <span class="quiet">{words(lang).inviteKeeps}</span>
    </p>
  </Act>
)

function Leaving({ lang, person, holds, heirs, reportHeirs }: PersonProps) {
  const t = words(lang)
  return (
    <Act action={`/people/${person.id}/disable`} class="panel stack form">
      <header>
        <h2>{t.disableTitle(person.handle)}</h2>
        <span class="count">{t.disableHint}</span>
      </header>
      {holds > 0 ? (
        <Heirs id="heir" name="heir" label={t.heir} heirs={heirs} hint={t.ownsHolds(holds)} />
      ) : (
        <p class="quiet">{t.ownsNothing}</p>
      )}
      {reportHeirs && <ReportHeirs lang={lang} id="report-heir" heirs={reportHeirs} />}
      <p class="line">
        <button type="submit" class="stop">
          {t.disable}
        </button>
      </p>
    </Act>
  )
}

const Return = ({ lang, person }: PersonProps) => (
  <Act action={`/people/${person.id}/enable`} class="line">
    <button type="submit" class="primary">
      {words(lang).enable}
    </button>
  </Act>
)
