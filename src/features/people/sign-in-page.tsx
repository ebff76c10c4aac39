/** Who goes on at this computer: faces, one password field, and back to the page one was on. */
import type { AppError } from '../../core/errors.ts'
import type { Lang } from '../../core/i18n.ts'
import { Icon, initialOf } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import type { Face } from './stations.ts'

type Props = {
  lang: Lang
  board: string
  /** Who used this computer, last first. */
  faces: readonly Face[]
  /** Whose password is asked for; '' for the one who types a handle. */
  handle: string
  /** A handle is typed: nobody's face was pressed. */
  typed: boolean
  next: string | undefined
  /** The handle whose page waits here, locked. */
  locked: string | undefined
  /** Somebody is signed in and not locked: they may go back or out. */
  open: boolean
  error?: AppError
}

export function SignInPage(props: Props) {
  const { lang, board, faces, next, locked, open } = props
  const t = words(lang)
  return (
    <main id="main" class="door">
      <section>
        <p class="brand">
          <Icon name="mark" /> {board}
        </p>
        <h1>{faces.length ? t.whoGoesOn : t.signInTitle}</h1>
        {locked && <p class="quiet">{t.locked(locked)}</p>}
        {faces.length > 0 && <Faces {...props} />}
        <PasswordForm {...props} />
        {open && <WayBack lang={lang} next={next} />}
        <p class="quiet foot">{faces.length ? t.idleHint : t.forgot}</p>
      </section>
    </main>
  )
}

/** Pressing a face asks for that person's password; it needs no script. */
function Faces({ lang, faces, handle, typed, next }: Props) {
  const t = words(lang)
  return (
    <form method="get" action="/sign-in">
      {next && <input type="hidden" name="next" value={next} />}
      <div class="faces">
        {faces.map((face) => (
          <button
            class="who"
            name="as"
            value={face.handle}
            data-hue={face.hue}
            aria-pressed={!typed && face.handle === handle ? 'true' : 'false'}
          >
            <i aria-hidden="true">{initialOf(face.handle)}</i>
            {face.handle}
          </button>
        ))}
        <button name="as" value="" aria-pressed={typed ? 'true' : 'false'}>
          {t.other}
        </button>
      </div>
    </form>
  )
}

function PasswordForm({ lang, handle, typed, next, error }: Props) {
  const t = words(lang)
  const passwordError = error?.in(lang)
  return (
    <form method="post" action="/sign-in">
      {next && <input type="hidden" name="next" value={next} />}
      {typed ? (
        <p class="field">
          <label for="handle">{t.handle}</label>
          <input id="handle" name="handle" value={handle} autocomplete="username" required autofocus={!handle} />
        </p>
      ) : (
        <input name="handle" value={handle} autocomplete="username" hidden />
      )}
      <p class="field">
        <label for="password">{typed ? t.password : t.passwordOf(handle)}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          autofocus={!!handle}
          aria-invalid={passwordError ? 'true' : undefined}
          aria-describedby={passwordError ? 'password-error' : undefined}
        />
        {passwordError && (
          <span class="error" id="password-error" role="alert">
            {passwordError} {t.forgot}
          </span>
        )}
      </p>
      <button class="primary">
        {t.signIn} <kbd>Enter</kbd>
      </button>
    </form>
  )
}

const WayBack = ({ lang, next }: { lang: Lang; next: string | undefined }) => (
  <form method="post" action="/sign-out">
    <p class="line">
      <a class="button" href={next ?? '/'}>
        {words(lang).backToWork}
      </a>
      <button class="plain">{words(lang).signOut}</button>
    </p>
  </form>
)
