/** The scan screen: one field, one answer read from two metres, the last five. */
import { newId } from '../../../db/kit.ts'
import type { Context } from '../../core/context.ts'
import { Who } from '../../ui/parts.tsx'
import { cards } from './codes.ts'
import { Lines } from './lines.tsx'
import { Forgotten, LastFive } from './last-five.tsx'
import { styles, type Shape } from './looks.ts'
import { words } from './messages.ts'
import { Said } from './said.tsx'
import type { Screen } from './screen.ts'
import type { Mode } from './steps.ts'

type Props = { ctx: Context; screen: Screen }

/** Pieces with an id are what bench.js puts in after a scan; the field is never replaced. */
export function Bench({ ctx, screen, hue }: Props & { hue: number }) {
  const t = words(ctx.lang)
  const { tone, sound } = styles[screen.look]
  return (
    <main
      id="main"
      class="scan"
      data-tone={tone}
      data-look={screen.look}
      data-sound={sound}
      data-mode={screen.mode}
      data-scan={screen.scan?.id}
      data-who={ctx.who.id}
      data-handle={ctx.who.handle}
    >
      <header>
        <Scanning ctx={ctx} mode={screen.mode} />
        <Modes ctx={ctx} mode={screen.mode} />
        <span id="word" class="push">
          {t.signs[screen.look].word}
        </span>
        <Progress screen={screen} />
      </header>
      <section class="answer">
        <p id="sign" class="sign">
          <ShapeOf shape={styles[screen.look].shape} />
          <span>{t.signs[screen.look].sign}</span>
        </p>
        <div id="said" aria-live="assertive">
          <Said ctx={ctx} screen={screen} />
        </div>
        <ul id="pack" class="pack">
          <Lines ctx={ctx} screen={screen} />
        </ul>
      </section>
      <aside>
        <p id="waiting" class="waiting" role="status" data-word={t.waiting} />
        <h2>{t.lastFive}</h2>
        <LastFive ctx={ctx} screen={screen} />
        <Forgotten ctx={ctx} screen={screen} />
      </aside>
      <footer>
        <Who handle={ctx.who.handle} hue={hue} />
        <span>{t.undoHint}</span>
        <span>{t.asideHint}</span>
        <a href="/bench/cards">{t.printCards}</a>
        <button type="button" class="plain" id="mute" aria-pressed="false">
          {t.muted}
        </button>
        <a href="/">{t.leave}</a>
        <span class="push" id="link" data-lost={t.lost}>
          {t.connected}
        </span>
      </footer>
    </main>
  )
}

/** The always-focused field. Works without a script too: each scan is then a page. */
const Scanning = ({ ctx, mode }: { ctx: Context; mode: Mode }) => (
  <form id="scanning" method="post" action="/bench/scans" autocomplete="off">
    <input type="hidden" name="id" value={newId()} />
    <input type="hidden" name="mode" value={mode} />
    <button class="unseen">{words(ctx.lang).send}</button>
    <input
      id="code"
      name="code"
      type="text"
      aria-label={words(ctx.lang).field}
      placeholder={words(ctx.lang).field}
      inputmode="none"
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      autofocus
    />
  </form>
)

function Modes({ ctx, mode }: { ctx: Context; mode: Mode }) {
  const t = words(ctx.lang)
  return (
    <nav id="modes" class="modes" aria-label={t.modes}>
      {(['pack', 'hand'] as const).map((m) => (
        <a href={`/bench?mode=${m}`} data-card={cards[m]} aria-current={m === mode ? 'true' : undefined}>
          {t[m]}
        </a>
      ))}
    </nav>
  )
}

/** How far what is being done is: packed, or with the courier. */
const Progress = ({ screen: { progress, mode } }: { screen: Screen }) => (
  <span id="progress">{progress && `${mode === 'hand' ? progress.handed : progress.packed} / ${progress.all}`}</span>
)

const paths: Record<Exclude<Shape, 'circle' | 'plain'>, string> = {
  diamond: 'M50 3 97 50 50 97 3 50z',
  octagon: 'M31 4h38l27 27v38L69 96H31L4 69V31z',
  square: 'M5 5h90v90H5z',
  triangle: 'M50 5 97 93H3z',
}

function ShapeOf({ shape }: { shape: Shape }) {
  if (shape === 'plain') return null
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" data-shape={shape}>
      {shape === 'circle' ? <circle cx="50" cy="50" r="46" /> : <path d={paths[shape]} />}
    </svg>
  )
}
