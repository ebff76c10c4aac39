/** ORD-2: the two flag tables and the labels; what a change would do is seen before it is saved. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { Act } from '../../ui/parts.tsx'
import type { PolicyChange } from '../orders/index.ts'
import { FlagMark, OrderLink } from '../orders/parts.tsx'
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

export function FlagsPage({ lang, shop, flags }: { lang: Lang; shop: Shop; flags: FlagTable }) {
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
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
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

/** Open orders that would change, some of each by number. */
export type Effect = PolicyChange & { examples: { id: string; tid: string }[] }

type PreviewProps = { lang: Lang; shop: Shop; flags: FlagTable; same: boolean; effect: readonly Effect[] }

export function FlagPreview({ lang, shop, flags, same, effect }: PreviewProps) {
  const t = words(lang)
  const orders = effect.reduce((sum, change) => sum + change.orders, 0)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <p class="when" data-tone={orders ? 'soon' : undefined}>
          {shop.name} {t.previewHint}
        </p>
        <h1>{same ? t.noChange : t.previewTitle(orders)}</h1>
        {effect.some((change) => change.to === 'hold') && <p class="quiet">{t.becomesHold}</p>}
        <Act action="/shop/flags" class="line">
          <input type="hidden" name="tables" value={JSON.stringify(flags)} />
          {!same && (
            <button type="submit" class="primary">
              {t.save}
            </button>
          )}
          <a class="button" href="/shop/flags">
            {t.backToEdit}
          </a>
        </Act>
      </section>
      {effect.length > 0 && <EffectTable lang={lang} effect={effect} />}
    </main>
  )
}

function EffectTable({ lang, effect }: { lang: Lang; effect: readonly Effect[] }) {
  const t = words(lang)
  return (
    <table class="rows">
      <caption class="unseen">{t.effect}</caption>
      <thead>
        <tr>
          <th scope="col">{t.flagNow}</th>
          <th scope="col">{t.flagThen}</th>
          <th scope="col" class="num">
            {t.ordersWord}
          </th>
          <th scope="col">
            <span class="unseen">{t.ordersWord}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {effect.map((change) => (
          <tr>
            <td>
              <FlagMark flag={change.flag} meaning={change.from} lang={lang} />
            </td>
            <td>
              → <FlagMark flag={change.newFlag} meaning={change.to} lang={lang} />
            </td>
            <td class="num">{t.orders(change.orders)}</td>
            <td class="full">
              <span class="line">
                {change.examples.map((order) => (
                  <OrderLink {...order} />
                ))}
                {change.orders > change.examples.length && (
                  <span class="quiet">{t.andMore(change.orders - change.examples.length)}</span>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
