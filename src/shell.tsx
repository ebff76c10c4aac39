/** The frame around every page: head, menu, countdown, who is signed in. */
import type { Child } from 'hono/jsx'
import { may } from './access.ts'
import { assetHref } from './core/assets.ts'
import { revisionOf } from './core/activity.ts'
import type { AppError, ErrorStatus } from './core/errors.ts'
import type { Lang } from './core/i18n.ts'
import { panel, piece, type Piece } from './core/panel.ts'
import { MINUTE } from './core/time.ts'
import { sendPieces, type Ask } from './core/web.ts'
import type { NavEntry } from './feature.ts'
import { cutoffPlate, type Plate } from './features/cutoff/index.ts'
import { hueOf } from './features/people/index.ts'
import { yearWarning, type Shop } from './features/shops/index.ts'
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
  status?: 200 | ErrorStatus
  /** The current shop's revision, where the page has asked for it already. */
  revision?: string | undefined
}

/** A page of one JSX body. */
export async function page(c: Ask, options: PageOptions, main: Child) {
  return pageOf(c, options, [piece(await rendered(main))])
}

/** A page whose main part is stitched from pieces that others share. */
export async function pageOf(c: Ask, options: PageOptions, main: readonly Piece[]) {
  return sendPieces(c, [...(await framePieces(c, options)), ...main, CLOSING], options.status)
}

const CLOSING = piece('</body></html>')

/** JSX as text, async parts included. */
export async function rendered(node: Child): Promise<string> {
  const html: { toString(): string | Promise<string> } = <>{node}</> // a promise from toString when a part is async
  return html.toString()
}

/** What comes before a page's own part: its head, and one person's bar, rendered anew when the shop or the minute changed. */
async function framePieces(c: Ask, options: PageOptions): Promise<Piece[]> {
  const { ctx, session, shops, world } = c.var
  const framed = !options.bare && session !== null && session.lockedAt === null
  const idleMs = framed ? (shops.find((shop) => shop.id === ctx.shopId)?.settings.idleLockMinutes ?? 10) * MINUTE : 0
  const head: Head = { title: options.title, scripts: options.scripts ?? [], lang: ctx.lang, demo: world.demo, idleMs }
  const first = await panel(`head ${JSON.stringify(head)}`, '', async () => headOf(head))
  if (!framed) return [first]
  const revision = options.revision ?? (ctx.shopId ? await revisionOf(ctx.read, ctx.shopId) : '')
  const key = `bar ${ctx.who.id} ${ctx.shopId} ${ctx.lang} ${options.active} ${world.demo}`
  const bar = panel(
    key,
    `${revision} ${Math.floor(ctx.now / MINUTE)} ${ctx.who.roles.join()} ${ctx.who.shopIds.join()}`,
    async () => {
      const frame = await frameOf(c, shops)
      return rendered(
        <>
          <Bar c={c} active={options.active} frame={frame} />
          {frame.missing.length > 0 && <YearBanner c={c} years={frame.missing} />}
        </>,
      )
    },
  )
  return [first, await bar]
}

type Head = { title: string; scripts: string[]; lang: Lang; demo: boolean; idleMs: number }

/** Everything up to the bar. The body stays open: its closing tag is a piece of its own. */
async function headOf({ title, scripts, lang, demo, idleMs }: Head) {
  const t = shellWords(lang)
  const head = await rendered(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="htmx-config" content='{"defaultTimeout":20000,"history":"reload"}' />
      <title>{`${title} · ${t.board}`}</title>
      <link rel="icon" href={assetHref('mark.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetHref('board.css')} />
      <script src={assetHref('htmx.js')} defer />
      <script src={assetHref('board.js')} type="module" />
      {scripts.map((name) => (
        <script src={assetHref(name)} type="module" />
      ))}
    </head>,
  )
  const opening = await rendered(
    <>
      <a class="unseen button" href="#main">
        {t.skip}
      </a>
      {demo && <DemoBar lang={lang} />}
      <div id="alerts" role="alert" />
    </>,
  )
  const body = await rendered(
    <body data-offline={t.offline} data-idle={idleMs || ''} data-world={demo ? 'demo' : ''} />,
  )
  return `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">${head}${body.replace('</body>', '')}${opening}`
}

type Frame = {
  shops: readonly Shop[]
  plate: Plate | undefined
  badges: Map<string, number>
  hue: number
  /** Years whose public holidays nobody has loaded. */
  missing: number[]
}

async function frameOf(c: Ask, shops: readonly Shop[]): Promise<Frame> {
  const { ctx } = c.var
  const entries = navFor(c).filter((entry) => entry.badge)
  const counts = await Promise.all(entries.map((entry) => entry.badge!(ctx)))
  return {
    shops,
    plate: await cutoffPlate(ctx),
    badges: new Map(entries.map((entry, i) => [entry.href, counts[i]!])),
    hue: await hueOf(ctx),
    missing: await yearWarning(ctx),
  }
}

const navFor = (c: Ask) =>
  c.var.features
    .flatMap((f) => f.nav ?? [])
    .filter((entry) => may(c.var.ctx.who, entry.right))
    .sort((a, b) => a.order - b.order)

/** What is opened every day stands in the bar; the rest is one press away. */
const isDaily = ({ order }: NavEntry) => order < 70

type NavLinkProps = { entry: NavEntry; active: string | undefined; badge?: number | undefined; lang: Lang }
const NavLink = ({ entry, active, badge, lang }: NavLinkProps) => (
  <a href={entry.href} aria-current={entry.href === active ? 'page' : undefined}>
    {entry.word(lang)}
    {!!badge && (
      <span class="badge" data-tone="late">
        {badge}
      </span>
    )}
  </a>
)

function Bar({ c, active, frame }: { c: Ask; active: string | undefined; frame: Frame }) {
  const { ctx } = c.var
  const t = shellWords(ctx.lang)
  const [daily, seldom] = [navFor(c).filter(isDaily), navFor(c).filter((entry) => !isDaily(entry))]
  return (
    <header class="bar">
      <a class="brand" aria-label={t.home} href="/">
        <Icon name="mark" />
        <span>{t.board}</span>
      </a>
      <ShopSwitch c={c} shops={frame.shops} />
      <nav aria-label={t.mainMenu}>
        {daily.map((entry) => (
          <NavLink entry={entry} active={active} badge={frame.badges.get(entry.href)} lang={ctx.lang} />
        ))}
      </nav>
      {seldom.length > 0 && (
        <details class="menu more">
          <summary aria-current={seldom.some((entry) => entry.href === active) ? 'true' : undefined}>
            {t.more} <Icon name="down" />
          </summary>
          <nav aria-label={t.more}>
            {seldom.map((entry) => (
              <NavLink entry={entry} active={active} lang={ctx.lang} />
            ))}
          </nav>
        </details>
      )}
      <a class="button find push" href="/find" data-key="/" aria-label={t.find}>
        <Icon name="find" />
        <span>{t.find}</span>
        <kbd>/</kbd>
      </a>
      {frame.plate && <PlateView plate={frame.plate} lang={ctx.lang} />}
      <OwnMenu handle={ctx.who.handle} hue={frame.hue} lang={ctx.lang} />
    </header>
  )
}

/** Whoever is signed in: their page, and putting the computer aside for the next person. */
function OwnMenu({ handle, hue, lang }: { handle: string; hue: number; lang: Lang }) {
  const t = shellWords(lang)
  return (
    <details class="menu own">
      <summary class="who" data-hue={hue} title={t.lockOrSwitch}>
        <i aria-hidden="true">{initialOf(handle)}</i>
        <span class="name">{handle}</span>
      </summary>
      <div>
        <form method="post" action="/lock">
          <button class="plain" data-key="l">
            {t.lockOrSwitch} <kbd>L</kbd>
          </button>
        </form>
        <a class="button plain" href="/me">
          {t.me}
        </a>
        <form method="post" action="/sign-out">
          <button class="plain">{t.signOut}</button>
        </form>
      </div>
    </details>
  )
}

/** CUT-1: without the year's public holidays "ships today?" is a guess, and that is said loudly. */
function YearBanner({ c, years }: { c: Ask; years: number[] }) {
  const { lang, who } = c.var.ctx
  const t = shellWords(lang)
  return (
    <p class="banner" data-tone="late">
      {t.yearMissing(years.join(', '))}{' '}
      {may(who, 'calendar.load') ? <a href="/calendar">{t.loadYear}</a> : t.askForYear}
    </p>
  )
}

/** Changing the shop needs no script: a form with a button for each. */
function ShopSwitch({ c, shops }: { c: Ask; shops: readonly Shop[] }) {
  const { ctx } = c.var
  const current = shops.find((shop) => shop.id === ctx.shopId)
  if (!current) return null
  if (shops.length === 1) return <span class="shop">{current.name}</span>
  return (
    <details class="shops">
      <summary class="shop">
        {current.name} <Icon name="down" />
      </summary>
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
    <p class="plate" role="timer" data-until={plate.cutoffAt}>
      <span>
        {t.cutoff} {plate.cutoff}
      </span>
      <progress max="60" value="60" aria-hidden="true" />
      <time />
    </p>
  )
}

function DemoBar({ lang }: { lang: Lang }) {
  const t = shellWords(lang)
  return (
    <form class="demo" method="post" action="/demo/leave">
      <span>{t.demo}</span> <a href="/demo/roles">{t.switchRole}</a> <button class="plain">{t.leaveDemo}</button>
    </form>
  )
}

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
