/** Pages about oneself: setting a password by a link, language, password, where one is signed in. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import { Act, Badge, Field, Icon, Who } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import type { Session } from './stations.ts'
import type { Person } from './store.ts'

const NewPassword = ({ lang }: { lang: Lang }) => {
  const t = words(lang)
  return (
    <>
      <Field name="password" label={t.newPassword} hint={t.passwordHint}>
        <input id="password" name="password" type="password" autocomplete="new-password" minlength={8} required />
      </Field>
      <Field name="again" label={t.again}>
        <input id="again" name="again" type="password" autocomplete="new-password" required />
      </Field>
    </>
  )
}

type InviteProps = { lang: Lang; board: string; handle: string; token: string }

export const InvitePage = ({ lang, board, handle, token }: InviteProps) => {
  const t = words(lang)
  return (
    <main id="main" class="door">
      <section>
        <p class="brand">
          <Icon name="mark" /> {board}
        </p>
        <h1>{t.inviteTitle(handle)}</h1>
        <p class="quiet">{t.inviteHint}</p>
        <Act action={`/invite/${token}`}>
          <input name="handle" value={handle} autocomplete="username" hidden />
          <NewPassword lang={lang} />
          <button type="submit" class="primary">
            {t.setPassword} <kbd>Enter</kbd>
          </button>
        </Act>
      </section>
    </main>
  )
}

type OwnProps = {
  lang: Lang
  person: Person
  roles: string
  sessions: readonly Session[]
  sessionId: string
  timeZone: string
  /** The password has just been changed. */
  changed: boolean
  /** Of other rooms: what else one chooses for oneself. */
  panels: readonly Child[]
}

export const OwnPage = (props: OwnProps) => {
  const { lang, person, roles, changed, panels } = props
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <section class="next">
        {changed && (
          <p class="when" data-tone="done" role="status">
            {t.passwordChanged}
          </p>
        )}
        <h1>
          <Who handle={person.handle} hue={person.hue} />
        </h1>
        <p class="quiet">{roles}</p>
      </section>
      <Language {...props} />
      {panels}
      <ChangePassword {...props} />
      <Sessions {...props} />
    </main>
  )
}

const Language = ({ lang }: OwnProps) => {
  const t = words(lang)
  return (
    <form class="panel" method="post" action="/me/language">
      <header>
        <h2>{t.language}</h2>
      </header>
      <p class="line one-of">
        {(['zh', 'en'] as const).map((one) => (
          <button name="language" value={one} aria-pressed={one === lang ? 'true' : 'false'} lang={one}>
            {t[one]}
          </button>
        ))}
      </p>
    </form>
  )
}

const ChangePassword = ({ lang, person }: OwnProps) => {
  const t = words(lang)
  return (
    <Act action="/me/password" class="panel stack form">
      <header>
        <h2>{t.changePassword}</h2>
      </header>
      <input name="handle" value={person.handle} autocomplete="username" hidden />
      <Field name="current" label={t.currentPassword}>
        <input id="current" name="current" type="password" autocomplete="current-password" required />
      </Field>
      <NewPassword lang={lang} />
      <p class="line">
        <button type="submit" class="primary">
          {t.changePassword}
        </button>
      </p>
    </Act>
  )
}

function Sessions({ lang, sessions, sessionId, timeZone }: OwnProps) {
  const t = words(lang)
  const others = sessions.length - 1
  return (
    <Act action="/me/sessions/end" class="panel">
      <header>
        <h2>{t.ownSessions}</h2> {others > 0 && <span class="count">{t.otherPlaces(others)}</span>}
      </header>
      <ul class="sessions">
        {sessions.map((session) => (
          <li class="line">
            <span>
              {t.since} {shortOf(session.createdAt, timeZone)}
            </span>
            <span class="quiet">
              {t.seen} {shortOf(session.seenAt, timeZone)}
            </span>
            {session.id === sessionId && <Badge tone="act">{t.thisOne}</Badge>}
            {session.lockedAt !== null && <Badge>{t.lockedWord}</Badge>}
          </li>
        ))}
      </ul>
      {others > 0 && (
        <p class="line foot">
          <button type="submit">{t.endOthers}</button>
        </p>
      )}
    </Act>
  )
}
