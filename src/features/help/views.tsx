/** The keys of the house; public/js/keys.js adds those of the page from which the help was called. */
import type { Lang } from '../../core/i18n.ts'
import { words } from './messages.ts'

export const Help = ({ lang }: { lang: Lang }) => {
  const t = words(lang)
  return (
    <>
      <section data-here hidden>
        <h2>{t.here}</h2>
        <dl class="facts" />
      </section>
      <section>
        <h2>{t.everywhere}</h2>
        <dl class="facts">
          {t.keys.map(([key, what]) => (
            <>
              <dt data-house={key}>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </>
          ))}
        </dl>
        <p class="quiet">{t.off}</p>
        <p data-keys-switch hidden>
          <label>
            <input type="checkbox" />
            <span>{t.switch}</span>
          </label>
        </p>
      </section>
      <section>
        <p>{t.find}</p>
        <p>{t.askPeople}</p>
      </section>
    </>
  )
}

/** What stands in the dialog over a page. */
export const HelpDialog = ({ lang }: { lang: Lang }) => (
  <div class="stack">
    <h1 tabindex={-1} autofocus>
      {words(lang).title}
    </h1>
    <Help lang={lang} />
    <form method="dialog">
      <button>
        {words(lang).close} <kbd>Esc</kbd>
      </button>
    </form>
  </div>
)
