/** The frame of a panel, the head of a board, and how its panels are laid out. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import type { BoardName, BoardPanel } from '../../feature.ts'
import { Act } from '../../ui/parts.tsx'
import { words } from './messages.ts'

type PanelProps = { one: BoardPanel; board: BoardName; shopId: string; lang: Lang; folded: boolean; body: Child }

/** It asks for itself when live.js says that something of its topics happened; empty ones keep their place unseen. */
export function PanelFrame({ one, board, shopId, lang, folded, body }: PanelProps) {
  const id = `p-${one.name}`
  const asks = {
    'hx-get': `/board/panel/${one.name}?board=${board}&shop=${shopId}`,
    'hx-trigger': 'stale',
    'hx-swap': 'outerMorph',
    'hx-headers': '{"zaowan-poll":"1"}',
    'data-topics': one.topics.join(' '),
  }
  if (body === null && !folded) return <section id={id} class="panel live" hidden {...asks} />
  return (
    <section id={id} class="panel live" aria-labelledby={`${id}-word`} {...asks}>
      <header>
        <h2 id={`${id}-word`}>{one.word(lang)}</h2>
        <Act action={`/board/fold/${one.name}?board=${board}`} class="push">
          <button class="plain" aria-expanded={folded ? 'false' : 'true'}>
            {folded ? words(lang).unfold : words(lang).fold}
          </button>
        </Act>
      </header>
      {!folded && body}
    </section>
  )
}

type TabsProps = { boards: readonly BoardName[]; board: BoardName; lang: Lang }
/** Whoever has several roles has several boards. */
export const Boards = ({ boards, board, lang }: TabsProps) =>
  boards.length < 2 ? null : (
    <nav class="tabs" aria-label={words(lang).boards}>
      {boards.map((name) => (
        <a href={`/board?board=${name}`} aria-current={name === board ? 'page' : undefined}>
          {words(lang)[name]}
        </a>
      ))}
    </nav>
  )

type LayoutProps = { shown: readonly BoardPanel[]; board: BoardName; lang: Lang }
/** Which panel stands where: by buttons, so that it needs no mouse. */
export function LayoutForm({ shown, board, lang }: LayoutProps) {
  const t = words(lang)
  return (
    <details class="layout" id="layout">
      <summary>{t.layout}</summary>
      <ol>
        {shown.map(({ name, word }, i) => (
          <li>
            <span>{word(lang)}</span>
            <Act action={`/board/move/${name}?board=${board}`}>
              <button class="plain" name="step" value="-1" disabled={i === 0}>
                {t.up}
              </button>
              <button class="plain" name="step" value="1" disabled={i === shown.length - 1}>
                {t.down}
              </button>
            </Act>
          </li>
        ))}
      </ol>
    </details>
  )
}
