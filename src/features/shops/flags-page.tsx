/** ORD-2: the two flag tables and the labels, as a form. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { Act, Saved } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { FlagMark } from '../orders/parts.tsx'
import { colours, type FlagTable } from './flags.ts'
import { words } from './messages.ts'
import type { Shop } from './store.ts'

/** Empty rows at the end of a table, for what is added. */
const SPARE = 3
const spare = <T,>(row: T): T[] => Array.from({ length: SPARE }, () => row)

const ColourSelect = ({ lang, name, value, label }: { lang: Lang; name: string; value: string; label: string }) => (
  <select name={name} aria-label={label}>
    <option value="">{words(lang).none}</option>
    {colours.map((colour) => (
      <option value={colour} selected={colour === value}>
        {words(lang).colour[colour]}
      </option>
    ))}
  </select>
)

type FlagsProps = { lang: Lang; shop: Shop; flags: FlagTable; saved: { at: string | undefined; now: number } }

export function FlagsPage({ lang, shop, flags, saved }: FlagsProps) {
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">{shop.name}</p>
        <h1>{t.flagsTitle}</h1>
        <p class="quiet">{t.flagsHint}</p>
      </section>
      <Act action="/shop/flags/preview" class="stack">
        <Policy lang={lang} flags={flags} />
        <Numbers lang={lang} flags={flags} />
        <Labels lang={lang} flags={flags} />
        <p class="line">
          <button type="submit" class="primary">
            {t.preview}
          </button>
          <a class="button plain" href="/shop/settings">
            {t.settings}
          </a>
        </p>
      </Act>
      <Saved {...saved}>{t.saved}</Saved>
    </main>
  )
}

type TableProps = { title: string; hint: string; field: string; heads: readonly string[]; children?: Child }

const Table = ({ title, hint, field, heads, children }: TableProps) => (
  <section class="panel form">
    <header>
      <h2>{title}</h2> <span class="count">{hint}</span>
    </header>
    <p class="field">
      <span class="error" data-error={field} hidden />
    </p>
    <table class="rows tight keep">
      <caption class="unseen">{title}</caption>
      <Heads names={heads} />
      <tbody>{children}</tbody>
    </table>
  </section>
)

function Policy({ lang, flags }: { lang: Lang; flags: FlagTable }) {
  const t = words(lang)
  return (
    <Table title={t.policy} hint={t.policyHint} field="policy" heads={[t.colourWord, t.policy]}>
      {colours.map((colour) => (
        <tr>
          <th scope="row">
            <FlagMark flag={colour} lang={lang} />
          </th>
          <td>
            <span class="choices boxed" role="radiogroup" aria-label={t.colour[colour]}>
              {(['ship', 'hold', 'undecided'] as const).map((meaning) => (
                <label>
                  <input
                    type="radio"
                    name={`policy-${colour}`}
                    value={meaning}
                    checked={meaning === (flags.policy[colour] ?? 'undecided')}
                  />
                  {t.meaning[meaning]}
                </label>
              ))}
            </span>
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Numbers({ lang, flags }: { lang: Lang; flags: FlagTable }) {
  const t = words(lang)
  const rows = [
    ...flags.codes.map(({ code, colour, label }) => ({ code: String(code), colour, label })),
    ...spare({ code: '', colour: '', label: '' }),
  ]
  return (
    <Table title={t.numbers} hint={t.numbersHint} field="code" heads={[t.number, t.colourWord, t.labelWord]}>
      {rows.map(({ code, colour, label }, i) => (
        <tr>
          <td>
            <input
              name="code"
              value={code}
              size={3}
              maxlength={2}
              inputmode="numeric"
              aria-label={`${t.number} ${i + 1}`}
            />
          </td>
          <td>
            <ColourSelect lang={lang} name="codeColour" value={colour} label={`${t.colourWord} ${i + 1}`} />
          </td>
          <td>
            <input name="codeLabel" value={label} maxlength={20} aria-label={`${t.labelWord} ${i + 1}`} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Labels({ lang, flags }: { lang: Lang; flags: FlagTable }) {
  const t = words(lang)
  const rows = [...Object.entries(flags.labels), ...spare(['', ''] as const)]
  return (
    <Table title={t.labels} hint={t.labelsHint} field="label" heads={[t.label, t.colourWord]}>
      {rows.map(([label, colour], i) => (
        <tr>
          <td>
            <input name="label" value={label} maxlength={20} aria-label={`${t.label} ${i + 1}`} />
          </td>
          <td>
            <ColourSelect lang={lang} name="labelColour" value={colour} label={`${t.colourWord} ${i + 1}`} />
          </td>
        </tr>
      ))}
    </Table>
  )
}
