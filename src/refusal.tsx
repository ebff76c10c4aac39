/** How a refusal is shown: as a page, or in place of a form. */
import type { AppError, ErrorStatus } from './core/errors.ts'
import type { Lang } from './core/i18n.ts'
import { piece } from './core/panel.ts'
import { sendPieces, type Ask } from './core/web.ts'
import { CLOSING, framePieces, rendered } from './shell.tsx'
import { shellWords } from './words.ts'

/** A refusal as a page, for who came without htmx. */
export async function errorPage(c: Ask, error: AppError, status: ErrorStatus) {
  const { lang } = c.var.ctx
  const t = shellWords(lang)
  const title = t.problem
  const frame = await framePieces(c, { title }).catch(() => framePieces(c, { title, bare: true }))
  const body = await rendered(
    <main id="main" class="page stack">
      <section class="next">
        <p class="when" data-tone="late">
          {t.problem}
        </p>
        <h1>{error.in(lang)}</h1>
        {saysMore(error, lang) && (
          <ul>
            {Object.values(error.fields).map((say) => (
              <li>{say(lang)}</li>
            ))}
          </ul>
        )}
        <p class="line">
          <a class="button primary" href="/" data-back>
            {t.back}
          </a>
        </p>
      </section>
    </main>,
  )
  return sendPieces(c, [...frame, piece(body), CLOSING], status)
}

/** Whether a field has words that are not the whole refusal's already. */
const saysMore = (error: AppError, lang: Lang) =>
  Object.values(error.fields).some((say) => say(lang) !== error.in(lang))

/** What a refused htmx form gets: a summary for #alerts; board.js takes the fields' words to their fields. */
export const errorFragment = (error: AppError, lang: Lang) => (
  <div id="problem" class="problem" data-tone="late">
    <strong>{error.in(lang)}</strong>
    <ul hidden={!saysMore(error, lang)}>
      {Object.entries(error.fields).map(([name, say]) => (
        <li data-field={name}>{say(lang)}</li>
      ))}
    </ul>
  </div>
)
