/** Small pieces of HTML that know no business. */
import type { Child, PropsWithChildren } from 'hono/jsx'
import { assetHref } from '../core/assets.ts'
import { markup } from './markup.ts'

export type Tone = 'act' | 'hold' | 'late' | 'soon' | 'done'

/** A symbol of the sprite, decoration only: a word always stands beside it. */
export const Icon = ({ name }: { name: string }) =>
  markup`<svg aria-hidden="true"><use href="${assetHref('flags.svg')}#${name}"/></svg>`

type BadgeProps = { tone?: Tone | undefined; solid?: boolean; children: string }
/** A state as a word; `solid` when it must be settled. */
export const Badge = ({ tone, solid, children }: BadgeProps) =>
  markup`<span class="${solid ? 'badge solid' : 'badge'}"${tone && markup` data-tone="${tone}"`}>${children}</span>`

/** A handle as people know it: its initial in its own hue, the same on every page. */
export const Who = ({ handle, hue, name = true }: { handle: string; hue: number; name?: boolean }) => {
  const initial = markup`<i aria-hidden="true">${initialOf(handle)}</i>`
  return name
    ? markup`<span class="who" data-hue="${hue}">${initial}${handle}</span>`
    : markup`<span class="who" data-hue="${hue}" title="${handle}">${initial}<span class="unseen">${handle}</span></span>`
}

/** The last character of a Chinese handle, the first letter of a Latin one. */
export const initialOf = (handle: string) => {
  const letters = [...handle]
  return /\p{Script=Han}/u.test(handle) ? letters.at(-1)! : letters[0]!.toUpperCase()
}

/** What belongs here, and the button that puts it there; `whole`: there is nothing else on the page. */
export const Empty = ({
  title,
  hint,
  whole,
  children,
}: PropsWithChildren<{ title: string; hint: string; whole?: boolean }>) => (
  <div class="empty">
    {whole ? <h1>{title}</h1> : <h3>{title}</h3>}
    <p>{hint}</p>
    {children}
  </div>
)

/** The head of every page: what to do next (left), what is forgotten (right). */
export const Opening = ({
  when,
  tone,
  title,
  forgotten,
  gaps,
  children,
}: PropsWithChildren<{ when?: Child; tone?: Tone; title: Child; forgotten: string; gaps: Gap[] }>) => (
  <div class="split">
    <section class="next">
      {when && (
        <p class="when" data-tone={tone}>
          {when}
        </p>
      )}
      <h1>{typeof title === 'string' ? wholeDays(title) : title}</h1>
      {children}
    </section>
    <Gaps title={forgotten} gaps={gaps} />
  </div>
)

/** A day in a title stays on one line: browsers break "11-21 周六" after its hyphen. */
const wholeDays = (text: string) =>
  text
    .split(/(\d\d-\d\d(?: 周.| [A-Z][a-z]{2})?)/)
    .map((part, i) => (i % 2 ? <span class="one-line">{part}</span> : part))

export type Gap = { count: number; words: Child; href?: string; tone?: Tone; note?: Child }

const Gaps = ({ title, gaps }: { title: string; gaps: Gap[] }) => (
  <aside class="gaps" aria-label={title}>
    <h2>{title}</h2>
    <ul>
      {gaps.length === 0 && (
        <li data-tone="done">
          <b>0</b> <span aria-hidden="true">✓</span>
        </li>
      )}
      {gaps.map(({ count, words, href, tone, note }) => (
        <li data-tone={tone ?? (count === 0 ? 'done' : undefined)}>
          <b>{count}</b> {href ? <a href={href}>{words}</a> : <span>{words}</span>} {note && <small>{note}</small>}
        </li>
      ))}
    </ul>
  </aside>
)

/** A label, its input and a hint; the error of a refused form is put in by board.js, at the field and at the top. */
export const Field = ({
  name,
  label,
  hint,
  children,
}: PropsWithChildren<{ name: string; label: Child; hint?: Child }>) => (
  <p class="field">
    <label for={name}>{label}</label>
    {children}
    {hint && <span class="hint">{hint}</span>}
    <span class="error" data-error={name} hidden />
  </p>
)

type ClockProps = { name: string; value?: string | undefined; required?: boolean | undefined; label?: string }
/**
 * A time of day, always in 24 hours: what a browser's own time field shows depends on its computer. `label`: where no
 * other stands beside it.
 */
export const Clock = ({ name, value, required, label }: ClockProps) => (
  <input
    id={name}
    name={name}
    value={value}
    required={required}
    class="clock"
    inputmode="numeric"
    pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
    placeholder="16:00"
    maxlength={5}
    autocomplete="off"
    aria-label={label}
  />
)

/** An address that says when something was saved, for `<Saved>` of the page behind it. */
export const savedHref = (href: string, now: number) => `${href}${href.includes('?') ? '&' : '?'}saved=${now}`

const SAID_FOR = 10_000

/** Tells for ten seconds that it is saved; `at` from the address, so that the page opened later says nothing. */
export const Saved = ({ at, now, children }: PropsWithChildren<{ at: string | undefined; now: number }>) =>
  now - Number(at ?? 0) > SAID_FOR ? null : (
    <p id={`saved-${Number(at)}`} class="toast" role="status" data-toast={SAID_FOR}>
      {children}
    </p>
  )

/**
 * A form that posts and shows the answer in place: the page behind the redirect comes back and its <main> is morphed
 * in, so that focus and what is typed elsewhere stay; `anew`: <main> is replaced, with nothing picked and nothing typed
 * any more. Without a script it is an ordinary form.
 */
export const Act = ({
  action,
  children,
  class: className,
  id,
  multipart,
  anew,
}: PropsWithChildren<{ action: string; class?: string; id?: string; multipart?: boolean; anew?: boolean }>) => (
  <form
    id={id}
    class={className}
    method="post"
    action={action}
    enctype={multipart ? 'multipart/form-data' : undefined}
    hx-post={action}
    hx-encoding={multipart ? 'multipart/form-data' : undefined}
    hx-target="#main"
    hx-select="#main"
    hx-select-oob=".bar:outerMorph:.bar"
    hx-swap={anew ? 'outerHTML' : 'outerMorph'}
    hx-disable="find button:not([type=button])"
  >
    {children}
  </form>
)

/** A link to the next page of a list that pages by key. */
export const NextPage = ({ href, words }: { href: string; words: string }) => (
  <a class="button plain" href={href} data-key="]">
    {words} <kbd>]</kbd>
  </a>
)
