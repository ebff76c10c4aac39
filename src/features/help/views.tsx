/** Help of a page, then the keys; public/js/keys.js adds those of the page from which it was called. */
import type { Lang } from '../../core/i18n.ts'
import type { PageHelp } from '../../feature.ts'
import { cards, cardWords } from './cards.ts'
import { words } from './messages.ts'
import { Linked } from './said.tsx'

type HelpProps = {
  lang: Lang
  /** Of which page; undefined: of the house. */
  on: PageHelp | undefined
  opens: (href: string) => boolean
  /** Somebody is signed in: only then are there keys, cards and words. */
  inside: boolean
}

export const titleOf = ({ lang, on }: Pick<HelpProps, 'lang' | 'on'>): string =>
  on ? words(lang).of(on[lang].title) : words(lang).title

export const Help = (props: HelpProps) => (
  <>
    {props.on && <OfPage lang={props.lang} on={props.on} opens={props.opens} />}
    {props.inside && <Keys lang={props.lang} />}
    {props.inside && <More lang={props.lang} />}
  </>
)

function OfPage({ lang, on, opens }: { lang: Lang; on: PageHelp; opens: HelpProps['opens'] }) {
  const t = words(lang)
  const { about, steps = [], marks = [] } = on[lang]
  return (
    <section>
      <p>
        <Linked text={about} opens={opens} />
      </p>
      {steps.length > 0 && (
        <>
          <h2>{t.first}</h2>
          <ol>
            {steps.map((step) => (
              <li>
                <Linked text={step} opens={opens} />
              </li>
            ))}
          </ol>
        </>
      )}
      {marks.length > 0 && (
        <>
          <h2>{t.marks}</h2>
          <dl class="facts">
            {marks.map(([mark, meaning]) => (
              <>
                <dt>{mark}</dt>
                <dd>
                  <Linked text={meaning} opens={opens} />
                </dd>
              </>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}

function Keys({ lang }: { lang: Lang }) {
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
    </>
  )
}

function More({ lang }: { lang: Lang }) {
  const t = words(lang)
  return (
    <section>
      <h2 id="cards">{t.cards}</h2>
      <p class="quiet">{t.cardsHint}</p>
      <ul class="line">
        {cards.map((card) => (
          <li>
            <a href={`/help/cards/${card}`}>{cardWords(lang)[card].title}</a>
          </li>
        ))}
      </ul>
      <h2>{t.more}</h2>
      <ul class="line">
        <li>
          <a href="/help/words">{t.terms}</a>
        </li>
        <li>
          <a href="/help">{t.pages}</a>
        </li>
      </ul>
      <p>{t.find}</p>
      <p>{t.askPeople}</p>
    </section>
  )
}

/** The pages that have a help and can be opened from anywhere. */
export const Pages = ({ lang, pages }: { lang: Lang; pages: readonly PageHelp[] }) => (
  <section>
    <h2>{words(lang).pages}</h2>
    <p class="quiet">{words(lang).pagesHint}</p>
    <ul class="line">
      {pages.map((on) => (
        <li>
          <a href={`/help?on=${on.path}`}>{on[lang].title}</a>
        </li>
      ))}
    </ul>
  </section>
)

/** What stands in the dialog over a page. */
export const HelpDialog = (props: HelpProps) => (
  <div class="stack">
    <h1 tabindex={-1} autofocus>
      {titleOf(props)}
    </h1>
    <Help {...props} />
    <form method="dialog">
      <button>
        {words(props.lang).close} <kbd>Esc</kbd>
      </button>
    </form>
  </div>
)
