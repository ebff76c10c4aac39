/** The frames of a board: its head, a panel, and how its panels are laid out. */
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { SHARED } from '../../core/shared-answers.ts'
import type { BoardName, BoardPanel } from '../../feature.ts'
import { Act } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { neighbour } from './rules.ts'

type Of = { one: BoardPanel; board: BoardName; shopId: string; lang: Lang; folded?: boolean }

const idOf = ({ name }: BoardPanel) => `p-${name}`

/** Where it is had by itself, as this page has it. */
function hrefOf({ one, board, shopId, lang, folded }: Of) {
  const as = new URLSearchParams({ board, shop: shopId, lang, ...(folded && { folded: 'yes' }) })
  return `${one.own ? '/board/own/' : SHARED}${one.name}?${as.toString()}`
}

/** It asks for itself when live.js says that something of its topics happened. */
const asking = (of: Of) => ({
  id: idOf(of.one),
  'data-from': hrefOf(of),
  'data-topics': of.one.topics.join(' '),
})

export const HeadFrame = ({ children, ...of }: PropsWithChildren<Of>) => (
  <div class="live opening" {...asking(of)}>
    {children}
  </div>
)

export const PlainHead = ({ board, lang }: { board: BoardName; lang: Lang }) => (
  <section class="next">
    <h1>{words(lang)[board]}</h1>
  </section>
)

type PanelProps = Of & { folded: boolean; body: Child }

/** A panel with nothing to say keeps its place unseen. */
export function PanelFrame({ body, ...of }: PanelProps) {
  const { one, board, lang, folded } = of
  const id = idOf(one)
  const t = words(lang)
  if (body === null && !folded) return <section class="panel live" hidden {...asking(of)} />
  return (
    <section class="panel live" aria-labelledby={`${id}-word`} {...asking(of)}>
      <header>
        <span class="grip" data-grip={one.wide ? 'wide' : 'narrow'} title={t.grip} aria-hidden="true" />
        <h2 id={`${id}-word`}>{one.word(lang)}</h2>
        <span class="line">
          <button type="button" class="plain behind" data-take>
            {t.behind}
          </button>
          <Act action={`/board/fold/${one.name}?board=${board}`}>
            <button
              class="plain folding"
              aria-expanded={folded ? 'false' : 'true'}
              aria-label={(folded ? t.unfoldOf : t.foldOf)(one.word(lang))}
            >
              {folded ? t.unfold : t.fold}
            </button>
          </Act>
        </span>
      </header>
      {!folded && body}
    </section>
  )
}

type TabsProps = { boards: readonly BoardName[]; board: BoardName; lang: Lang }
/** Whoever has several roles has several boards. */
export const Boards = ({ boards, board, lang }: TabsProps) =>
  boards.length < 2 ? null : (
    <nav class="choices" aria-label={words(lang).boards}>
      {boards.map((name) => (
        <a href={`/board?board=${name}`} aria-current={name === board ? 'page' : undefined}>
          {words(lang)[name]}
        </a>
      ))}
    </nav>
  )

/** `open`: somebody is at it, one press after another. */
type LayoutProps = { shown: readonly BoardPanel[]; board: BoardName; lang: Lang; open: boolean }
/** Which panel stands where: by buttons, so that it needs no mouse. */
export function LayoutForm({ shown, board, lang, open }: LayoutProps) {
  const t = words(lang)
  if (shown.length < 2) return null
  return (
    <details class="layout" id="layout" open={open}>
      <summary>{t.layout}</summary>
      <ol>
        {shown.map(({ name, word }, i) => (
          <li id={`at-${name}`}>
            <span>{word(lang)}</span>
            <Act action={`/board/move/${name}?board=${board}`}>
              <Step id={`up-${name}`} to={neighbour(shown, i, -1)} label={t.upOf(word(lang))} word={t.up} />
              <Step id={`down-${name}`} to={neighbour(shown, i, 1)} label={t.downOf(word(lang))} word={t.down} />
            </Act>
          </li>
        ))}
      </ol>
    </details>
  )
}

type StepProps = { id: string; to: BoardPanel | undefined; label: string; word: string }
/** `to`: whose place it takes. */
const Step = ({ id, to, label, word }: StepProps) => (
  <button id={id} class="plain" name="to" value={to?.name} disabled={!to} aria-label={label}>
    {word}
  </button>
)
