/** Adding people by pasted lines, and the links that come of it. */
import type { Role } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { Act, Field, Who } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { Added } from './actions.ts'
import { words } from './messages.ts'

type AddProps = { lang: Lang; shops: readonly Shop[]; shopId: string | undefined; givable: readonly Role[] }

export function AddPage({ lang, shops, shopId, givable }: AddProps) {
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <h1>{t.addTitle}</h1>
        <p class="quiet">{t.rolesYouGive(givable.map((role) => t.role[role]).join(' '))}</p>
      </section>
      <Act action="/people" class="stack form">
        <Field name="lines" label={t.lines} hint={t.linesHint}>
          <textarea id="lines" name="lines" rows={8} required autofocus placeholder={t.linesExample} />
        </Field>
        <Boxes
          name="shops"
          legend={t.shops}
          options={shops.map((s) => ({ value: s.id, word: s.name }))}
          checked={[shopId]}
        />
        <p class="line">
          <button type="submit" class="primary">
            {t.add}
          </button>
          <a class="button plain" href="/people">
            {t.toPeople}
          </a>
        </p>
      </Act>
    </main>
  )
}

type BoxesProps = {
  name: string
  legend: string
  options: readonly { value: string; word: string }[]
  checked: readonly (string | undefined)[]
}

/** Some of many, each a box with its word. */
export const Boxes = ({ name, legend, options, checked }: BoxesProps) => (
  <fieldset class="field">
    <legend>{legend}</legend>
    <p class="line">
      {options.map(({ value, word }) => (
        <label class="box-line">
          <input type="checkbox" name={name} value={value} checked={checked.includes(value)} /> {word}
        </label>
      ))}
    </p>
    <span class="error" data-error={name} hidden />
  </fieldset>
)

/** Where to go once the links are copied. */
export type Onward = { href: string; word: string }
type LinksProps = { lang: Lang; added: readonly Added[]; origin: string; onward: Onward }

/** Where nobody but this computer gets to. */
const LOOPBACK = /^https?:\/\/(localhost|127\.|\[::1\])/

/** The links, shown this once. `origin`: "https://board.example.com". */
export function LinksPage({ lang, added, origin, onward }: LinksProps) {
  const t = words(lang)
  const links = added.map(({ person, inviteToken }) => ({ person, link: `${origin}/invite/${inviteToken}` }))
  return (
    <main id="main" class="page stack">
      <section class="next">
        <h1>{t.addedTitle(added.length)}</h1>
        <p class="quiet">{t.addedHint}</p>
        {LOOPBACK.test(origin) && (
          <p class="tone" data-tone="soon">
            {t.onlyHere}
          </p>
        )}
      </section>
      <table class="rows">
        <caption class="unseen">{t.addedTitle(added.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.handle}</th>
            <th scope="col">{t.link}</th>
            <th scope="col">
              <span class="unseen">{t.doing}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map(({ person, link }) => (
            <tr>
              <th scope="row">
                <Who handle={person.handle} hue={person.hue} />
              </th>
              <td class="full">
                <input class="link" readonly value={link} aria-label={t.invited(person.handle)} />
              </td>
              <td class="act">
                <button type="button" data-copy={t.inviteText(person.handle, link)}>
                  {t.copy}
                  <span class="unseen"> {t.invited(person.handle)}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="line">
        <a class="button primary" href={onward.href}>
          {onward.word}
        </a>
        {links.length > 1 && (
          <button type="button" data-copy={links.map((l) => t.inviteText(l.person.handle, l.link)).join('\n\n')}>
            {t.copyAll}
          </button>
        )}
      </p>
    </main>
  )
}
