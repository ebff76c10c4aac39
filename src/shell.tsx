/** The frame around every page: head, menu, countdown, who is signed in. */
import type { Child } from 'hono/jsx'
import { may } from './access.ts'
import { assetHref } from './core/assets.ts'
import type { AppError } from './core/errors.ts'
import type { Lang } from './core/i18n.ts'
import { piece, type Piece } from './core/panel.ts'
import { MINUTE } from './core/time.ts'
import { sendPieces, type Ask } from './core/web.ts'
import { features } from './features.ts'
import { cutoffPlate, type Plate } from './features/cutoff/index.ts'
import { hueOf } from './features/people/index.ts'
import { shopsOf, type Shop } from './features/shops/index.ts'
import { Icon, initialOf } from './ui/parts.tsx'
import { shellWords } from './words.ts'

export type PageOptions = {
  title: string
  /** The menu entry that is current. */
  active?: string
  /** Extra module scripts of public/js. */
  scripts?: string[]
  /** Without menu and countdown: sign-in, set-up, the bench, sheets. */
  bare?: boolean
  status?: 200 | 422
}

const CUT = '<div data-cut=""></div>'

/** A page of one JSX body. */
export async function page(c: Ask, options: PageOptions, main: Child) {
  return pageOf(c, options, [piece(await rendered(main))])
}

/** A page whose main part is stitched from pieces that others share. */
export async function pageOf(c: Ask, options: PageOptions, main: readonly Piece[]) {
  const [head, tail] = (await rendered(<Document c={c} options={options} frame={await frameOf(c, options)} />)).split(
    CUT,
  )
  return sendPieces(c, [piece(`<!doctype html>${head}`), ...main, piece(tail!)], options.status)
}

/** JSX as text, async parts included. */
export async function rendered(node: Child): Promise<string> {
  const html: { toString(): string | Promise<string> } = <>{node}</> // a promise from toString when a part is async
  return html.toString()
}

type Frame =
  { shops: Shop[]; plate: Plate | undefined; badges: Map<string, number>; hue: number; idleMs: number } | undefined

async function frameOf(c: Ask, { bare }: PageOptions): Promise<Frame> {
  const { ctx, session } = c.var
  if (bare || !session) return undefined
  const entries = navFor(c).filter((entry) => entry.badge)
  const counts = await Promise.all(entries.map((entry) => entry.badge!(ctx)))
  const shops = await shopsOf(ctx.read, ctx.who.shopIds)
  const idleMinutes = shops.find((shop) => shop.id === ctx.shopId)?.settings.idleLockMinutes ?? 10
  return {
    shops,
    idleMs: idleMinutes * MINUTE,
    plate: await cutoffPlate(ctx),
    badges: new Map(entries.map((entry, i) => [entry.href, counts[i]!])),
    hue: await hueOf(ctx),
  }
}

const navFor = (c: Ask) =>
  features
    .flatMap((f) => f.nav ?? [])
    .filter((entry) => may(c.var.ctx.who, entry.right))
    .sort((a, b) => a.order - b.order)

function Document({ c, options, frame }: { c: Ask; options: PageOptions; frame: Frame }) {
  const { lang } = c.var.ctx
  const t = shellWords(lang)
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="htmx-config" content='{"defaultTimeout":20000,"history":"reload"}' />
        <title>{`${options.title} · ${t.board}`}</title>
        <link rel="icon" href={assetHref('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetHref('board.css')} />
        <script src={assetHref('htmx.js')} defer />
        <script src={assetHref('board.js')} type="module" />
        {options.scripts?.map((name) => (
          <script src={assetHref(name)} type="module" />
        ))}
      </head>
      <body data-offline={t.offline} data-idle={frame?.idleMs}>
        <a class="unseen button" href="#main">
          {t.skip}
        </a>
        {c.var.world.demo && <DemoBar c={c} />}
        {frame && <Bar c={c} options={options} frame={frame} />}
        <div id="alerts" role="alert" />
        <div data-cut="" />
      </body>
    </html>
  )
}

function Bar({ c, options, frame }: { c: Ask; options: PageOptions; frame: NonNullable<Frame> }) {
  const { ctx } = c.var
  const t = shellWords(ctx.lang)
  return (
    <header class="bar">
      <a class="brand" aria-label={t.home} href="/">
        <Icon name="mark" />
        <span>{t.board}</span>
      </a>
      <ShopSwitch c={c} shops={frame.shops} />
      <nav aria-label={t.mainMenu}>
        {navFor(c).map((entry) => (
          <a href={entry.href} aria-current={entry.href === options.active ? 'page' : undefined}>
            {entry.word(ctx.lang)}
            {!!frame.badges.get(entry.href) && (
              <span class="badge" data-tone="late">
                {frame.badges.get(entry.href)}
              </span>
            )}
          </a>
        ))}
      </nav>
      <a class="button find push" href="/find" data-key="/">
        <Icon name="find" />
        <span>{t.find}</span>
        <kbd>/</kbd>
      </a>
      {frame.plate && <PlateView plate={frame.plate} lang={ctx.lang} />}
      <a href="/sign-in" class="who" data-hue={frame.hue} title={t.lockOrSwitch}>
        <i aria-hidden="true">{initialOf(ctx.who.handle)}</i>
        <span class="name">{ctx.who.handle}</span>
      </a>
    </header>
  )
}

/** Changing the shop needs no script: a form with a button for each. */
function ShopSwitch({ c, shops }: { c: Ask; shops: Shop[] }) {
  const { ctx } = c.var
  const current = shops.find((shop) => shop.id === ctx.shopId)
  if (!current) return null
  if (shops.length === 1) return <span class="shop">{current.name}</span>
  return (
    <details class="shops">
      <summary class="shop">{current.name} ▾</summary>
      <form method="post" action="/shop">
        {shops.map((shop) => (
          <button class="plain" name="shop" value={shop.id} aria-pressed={shop.id === ctx.shopId ? 'true' : 'false'}>
            {shop.name}
          </button>
        ))}
      </form>
    </details>
  )
}

/** Time is written on black: the countdown; board.js makes it tick by the remaining time, not by the machine's clock. */
export function PlateView({ plate, lang }: { plate: Plate; lang: Lang }) {
  const t = shellWords(lang)
  if (plate.state === 'rest')
    return (
      <p class="plate">
        <span>{t.restDay}</span>
      </p>
    )
  if (plate.state === 'frozen')
    return (
      <p class="plate" data-tone="done">
        <span>{t.frozen}</span>
        <time>{plate.cutoff}</time>
        <span>
          {plate.count} {t.orders}
        </span>
      </p>
    )
  return (
    <p class="plate" role="timer" data-remaining={plate.remainingMs} data-tone={plateTone(plate.remainingMs)}>
      <span>
        {t.cutoff} {plate.cutoff}
      </span>
      <progress max="60" value={Math.min(60, Math.ceil(plate.remainingMs / 60_000))} aria-hidden="true" />
      <time>{countdown(plate.remainingMs)}</time>
    </p>
  )
}

const plateTone = (ms: number) => (ms < 10 * 60_000 ? 'late' : ms < 30 * 60_000 ? 'soon' : undefined)

/** "22:14", "1:04:20" */
export function countdown(ms: number) {
  const total = Math.max(0, Math.ceil(ms / 1000))
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}

function DemoBar({ c }: { c: Ask }) {
  const t = shellWords(c.var.ctx.lang)
  return (
    <form class="demo" method="post" action="/demo/leave">
      <span>{t.demo}</span> <button class="plain">{t.leaveDemo}</button>
    </form>
  )
}

export async function ErrorPage({ c, error }: { c: Ask; error: AppError }) {
  const { lang } = c.var.ctx
  const t = shellWords(lang)
  const frame = await frameOf(c, { title: '' }).catch(() => undefined)
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${t.problem} · ${t.board}`}</title>
        <link rel="stylesheet" href={assetHref('board.css')} />
        <script src={assetHref('board.js')} type="module" />
      </head>
      <body>
        {frame && <Bar c={c} options={{ title: '' }} frame={frame} />}
        <main id="main" class="page stack">
          <section class="next">
            <p class="when" data-tone="late">
              {t.problem}
            </p>
            <h1>{error.in(lang)}</h1>
            <ul>
              {Object.entries(error.fields).map(([name, say]) => (
                <li>
                  {name}: {say(lang)}
                </li>
              ))}
            </ul>
            <p class="line">
              <a class="button primary" href="/" data-back>
                {t.back}
              </a>
            </p>
          </section>
        </main>
      </body>
    </html>
  )
}

/** What a refused htmx form gets: a summary for #alerts; board.js takes the fields' words to their fields. */
export const errorFragment = (error: AppError, lang: Lang) => (
  <div id="problem" class="problem" data-tone="late">
    <strong>{error.in(lang)}</strong>
    <ul hidden={Object.keys(error.fields).length === 0}>
      {Object.entries(error.fields).map(([name, say]) => (
        <li data-field={name}>{say(lang)}</li>
      ))}
    </ul>
  </div>
)
