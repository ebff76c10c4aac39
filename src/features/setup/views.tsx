/** The two doors of an empty board, and the steps behind the first. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { Act, Field, Icon } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { ShiftFields, ShopFields } from '../shops/fields.tsx'
import { words } from './messages.ts'
import { steps, type Step } from './rules.ts'

const Brand = ({ lang }: { lang: Lang }) => (
  <p class="brand">
    <Icon name="mark" /> {words(lang).title}
  </p>
)

export function Doors({ lang, demo }: { lang: Lang; demo: boolean }) {
  const t = words(lang)
  return (
    <main id="main" class="door">
      <section>
        <Brand lang={lang} />
        <h1>{t.ownDoor}</h1>
        <p class="quiet">{t.ownHint}</p>
        <Act action="/setup/token">
          <Field name="token" label={t.token} hint={t.tokenHint}>
            <input id="token" name="token" autocomplete="off" autocapitalize="none" spellcheck={false} required />
          </Field>
          <button type="submit" class="primary">
            {t.start} <kbd>Enter</kbd>
          </button>
        </Act>
      </section>
      <section>
        <p class="quiet">{t.welcome}</p>
        <h2>{t.demoDoor}</h2>
        <p class="quiet">{demo ? t.demoHint : t.demoElsewhere}</p>
        {demo ? (
          <form method="post" action="/demo">
            <button>{t.look}</button>
          </form>
        ) : (
          <code>npm run zaowan -- demo</code>
        )}
      </section>
    </main>
  )
}

type WizardProps = {
  lang: Lang
  step: Step
  /** The first shop, once it is there. */
  shop: Shop | undefined
  handle: string
  /** People of the shop. */
  people: number
}

export function Wizard(props: WizardProps) {
  const { lang, step } = props
  const t = words(lang)
  return (
    <main id="main" class="door">
      <section>
        <Brand lang={lang} />
        <p class="quiet">
          {t.setup} · {t.stepOf(steps.indexOf(step) + 1, steps.length)}
        </p>
        <h1>{t.todo[step]}</h1>
        <p class="quiet">{t.ownHint}</p>
        <ol class="steps">
          {steps.map((one) => (
            <StepItem {...props} one={one} />
          ))}
        </ol>
      </section>
    </main>
  )
}

function StepItem(props: WizardProps & { one: Step }) {
  const { lang, step, one } = props
  const t = words(lang)
  const did = steps.indexOf(one) < steps.indexOf(step)
  const note = did
    ? doneNote(props, one)
    : one === step || !(one in t.later)
      ? ''
      : t.later[one as keyof typeof t.later]
  return (
    <li class={did ? 'did' : undefined} aria-current={one === step ? 'step' : undefined}>
      <h3>{t.steps[one]}</h3>
      <span class="quiet">{note}</span>
      {one === step && <StepForm {...props} />}
    </li>
  )
}

function doneNote({ lang, shop, handle, people }: WizardProps, step: Step): string {
  const t = words(lang).done
  if (step === 'token') return t.token
  if (step === 'shop') return shop ? t.shop(shop.name, shop.cutoff) : ''
  if (step === 'you') return t.you(handle)
  if (step === 'people') return t.people(people)
  if (!shop) return ''
  const { day, night } = shop.shifts
  return t.shifts(`${day.from}–${day.to}`, `${night.from}–${night.to}`)
}

const forms: Partial<Record<Step, (props: WizardProps) => Child>> = {
  shop: ({ lang }) => (
    <Act action="/setup/shop" class="stack form">
      <ShopFields lang={lang} />
      <button type="submit" class="primary">
        {words(lang).saveShop}
      </button>
    </Act>
  ),
  you: ({ lang }) => <YouForm lang={lang} />,
  people: ({ lang }) => <PeopleForm lang={lang} />,
  shifts: ({ lang, shop }) => (
    <Act action="/setup/shifts" class="stack form">
      {shop && <ShiftFields lang={lang} shifts={shop.shifts} />}
      <button type="submit" class="primary">
        {words(lang).saveShifts}
      </button>
    </Act>
  ),
  import: ({ lang }) => <LastForm lang={lang} />,
}

const StepForm = (props: WizardProps) => <>{forms[props.step]?.(props)}</>

const YouForm = ({ lang }: { lang: Lang }) => {
  const t = words(lang)
  return (
    <Act action="/setup/you" class="stack form">
      <Field name="handle" label={t.handle} hint={t.handleHint}>
        <input id="handle" name="handle" autocomplete="username" maxlength={20} required />
      </Field>
      <Field name="password" label={t.password} hint={t.passwordHint}>
        <input id="password" name="password" type="password" autocomplete="new-password" minlength={8} required />
      </Field>
      <Field name="again" label={t.again}>
        <input id="again" name="again" type="password" autocomplete="new-password" required />
      </Field>
      <button type="submit" class="primary">
        {t.becomeOwner}
      </button>
    </Act>
  )
}

const PeopleForm = ({ lang }: { lang: Lang }) => {
  const t = words(lang)
  return (
    <>
      <Act action="/setup/people" class="stack form">
        <Field name="lines" label={t.lines} hint={t.linesHint}>
          <textarea id="lines" name="lines" rows={5} placeholder={t.linesExample} required />
        </Field>
        <button type="submit" class="primary">
          {t.addPeople}
        </button>
      </Act>
      <form method="post" action="/setup/people/later">
        <button class="plain">{t.skip}</button>
      </form>
    </>
  )
}

const LastForm = ({ lang }: { lang: Lang }) => {
  const t = words(lang)
  return (
    <form method="post" action="/setup/finish">
      <p class="quiet">{t.importHint}</p>
      <p class="line">
        <button class="primary" name="to" value="/imports">
          {t.toImport}
        </button>
        <button name="to" value="/">
          {t.toBoard}
        </button>
      </p>
    </form>
  )
}
