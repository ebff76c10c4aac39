/** The shop's shifts: the usual two, and its own. */
import type { Lang } from '../../core/i18n.ts'
import { Act, Badge, Clock, Field, Saved } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import type { Kind } from './week.ts'

type Props = { lang: Lang; kinds: readonly Kind[]; saved: { at: string | undefined; now: number } }

export function CodesPage({ lang, kinds, saved }: Props) {
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">{t.codes}</p>
        <h1>{t.codesTitle}</h1>
        <p class="quiet">{t.codesHint}</p>
        <p class="line">
          <a class="button plain" href="/roster">
            {t.toRoster}
          </a>
        </p>
      </section>
      <CodeTable lang={lang} kinds={kinds} />
      <NewCode lang={lang} />
      <Saved {...saved}>{t.saved}</Saved>
    </main>
  )
}

function CodeTable({ lang, kinds }: Omit<Props, 'saved'>) {
  const t = words(lang)
  return (
    <table class="rows tight">
      <caption class="unseen">{t.codes}</caption>
      <thead>
        <tr>
          {[t.codeName, t.codeFrom, t.codeTo, t.codeSide, t.codeState].map((head) => (
            <th scope="col">{head}</th>
          ))}
          <th scope="col">
            <span class="unseen">{t.doing}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr>
            <th scope="row">{kind.name[lang]}</th>
            <td>{kind.from}</td>
            <td>{kind.to}</td>
            <td>{t.sides[kind.side]}</td>
            <td class="state">{kind.retired ? <Badge>{t.retired}</Badge> : t.inUse}</td>
            <td class="act">{kind.code !== kind.side && <Keep lang={lang} kind={kind} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Keep({ lang, kind }: { lang: Lang; kind: Kind }) {
  const t = words(lang)
  return (
    <Act action={`/shifts/${kind.code}/${kind.retired ? 'restore' : 'retire'}`}>
      <button class="plain">
        {kind.retired ? t.restore : t.retire}
        <span class="unseen"> {kind.name[lang]}</span>
      </button>
    </Act>
  )
}

function NewCode({ lang }: { lang: Lang }) {
  const t = words(lang)
  return (
    <Act action="/shifts" class="panel stack form">
      <header>
        <h2>{t.addCode}</h2>
      </header>
      <Field name="name" label={t.codeName}>
        <input id="name" name="name" maxlength={12} required />
      </Field>
      <Field name="from" label={t.codeFrom}>
        <Clock name="from" required />
      </Field>
      <Field name="to" label={t.codeTo} hint={t.codeToHint}>
        <Clock name="to" required />
      </Field>
      <Field name="side" label={t.codeSide}>
        <select id="side" name="side">
          {(['day', 'night'] as const).map((side) => (
            <option value={side}>{t.sides[side]}</option>
          ))}
        </select>
      </Field>
      <p class="line">
        <button class="primary">{t.addCode}</button>
      </p>
    </Act>
  )
}
