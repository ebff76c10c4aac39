/** REPORT-2: to whom the shop's reports go, what the letter will look like, and a test letter. */
import type { Lang } from '../../core/i18n.ts'
import { Act, Badge, Empty, Opening, Who } from '../../ui/parts.tsx'
import { Blocks } from './blocks-view.tsx'
import type { Version } from './letter.ts'
import { letterOf } from './letter.ts'
import { pageWords } from './page-words.ts'
import { blocksOf } from './shown.ts'
import type { Reachable } from '../people/index.ts'

type RouteProps = {
  lang: Lang
  staff: readonly Reachable[]
  /** Ids; proposed while nobody has saved it. */
  chosen: { to: readonly string[]; cc: readonly string[] }
  isSet: boolean
  example: Version
  banner: string | undefined
  ownAddress: string | null
}

export function RouteView(props: RouteProps) {
  const { lang, staff, chosen, isSet, banner } = props
  const t = pageWords(lang)
  const without = staff.filter(({ id, email }) => !email && [...chosen.to, ...chosen.cc].includes(id)).length
  return (
    <>
      <Opening
        when={<a href="/reports">{t.back}</a>}
        tone={isSet ? 'act' : 'late'}
        title={isSet ? t.routeTitle : t.routeUnset}
        forgotten={t.forgotten}
        gaps={without ? [{ count: without, words: t.withoutAddress, tone: 'late', href: '#route' }] : []}
      >
        <p class="quiet">{t.routeHint}</p>
      </Opening>
      {banner && (
        <p class="warning" data-tone="soon">
          {banner}
        </p>
      )}
      {staff.length ? (
        <RouteForm {...props} />
      ) : (
        <Empty title={t.noPeople} hint={t.noPeopleHint}>
          <a class="button" href="/people">
            {t.toPeople}
          </a>
        </Empty>
      )}
      <TestForm {...props} />
      <Preview {...props} />
    </>
  )
}

function RouteForm({ lang, staff, chosen }: RouteProps) {
  const t = pageWords(lang)
  return (
    <Act action="/report-route" class="panel stack form" id="route">
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.address}</th>
            <th scope="col">{t.choice}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((person) => (
            <PersonRow lang={lang} person={person} chosen={chosen} />
          ))}
        </tbody>
      </table>
      <span class="error" data-error="to" hidden />
      <span class="error" data-error="cc" hidden />
      <p class="line">
        <button type="submit" class="primary">
          {t.saveRoute}
        </button>
      </p>
    </Act>
  )
}

function PersonRow({ lang, person, chosen }: Pick<RouteProps, 'lang' | 'chosen'> & { person: Reachable }) {
  const t = pageWords(lang)
  const { id, handle, hue, email } = person
  const is = chosen.to.includes(id) ? 'to' : chosen.cc.includes(id) ? 'cc' : 'no'
  const choices = [['to', t.to], ['cc', t.cc], ['no', t.not]] as const // prettier-ignore
  return (
    <tr>
      <th scope="row">
        <Who handle={handle} hue={hue} /> {!email && is !== 'no' && <Badge tone="late">{t.noAddress}</Badge>}
      </th>
      <td>
        <input
          type="text"
          inputmode="email"
          id={`address-${id}`}
          name={`address-${id}`}
          value={email ?? ''}
          maxlength={254}
          aria-label={t.addressOf(handle)}
          placeholder="name@example.com"
          autocomplete="off"
        />
        <span class="error" data-error={`address-${id}`} hidden />
      </td>
      <td>
        <span class="line" role="radiogroup" aria-label={t.choiceOf(handle)}>
          {choices.map(([value, word]) => (
            <label class="box-line">
              <input type="radio" name={`route-${id}`} value={value} checked={is === value} /> {word}
            </label>
          ))}
        </span>
      </td>
    </tr>
  )
}

function TestForm({ lang, ownAddress }: RouteProps) {
  const t = pageWords(lang)
  return (
    <Act action="/report-route/test" class="panel form">
      <header>
        <h2>{t.test}</h2> <span class="count">{t.testHint}</span>
      </header>
      <div class="line test-letter">
        <p class="field">
          <label for="test-to">{t.testTo}</label>
          <input
            id="test-to"
            name="test"
            inputmode="email"
            value={ownAddress ?? ''}
            maxlength={254}
            required
            placeholder="name@example.com"
          />
          <span class="error" data-error="test" hidden />
        </p>
        <button type="submit">{t.sendTest}</button>
      </div>
    </Act>
  )
}

function Preview({ lang, example }: RouteProps) {
  const t = pageWords(lang)
  const letter = letterOf(example, lang)
  return (
    <section class="panel letter-preview" id="preview">
      <header>
        <h2>{t.preview}</h2>{' '}
        <a href="/report-route/preview" target="_blank" rel="noopener">
          {t.previewOpen}
        </a>
      </header>
      <p>
        <b>{letter.subject}</b>
      </p>
      <div class="stack">
        <Blocks blocks={blocksOf(example.content, { lang, most: 8 })} lang={lang} />
      </div>
      <details class="fold">
        <summary>{t.previewPlain}</summary>
        <pre>{letter.text}</pre>
      </details>
    </section>
  )
}
