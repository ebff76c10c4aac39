/** The frame around every page: its head, its bar, and the pieces in which it is sent. */
import type { Child } from 'hono/jsx'
import { routePath } from 'hono/route'
import { assetHref } from './core/assets.ts'
import { LiveBanner, YearBanner } from './banners.tsx'
import { Bar, frameOf, HelpLink } from './bar.tsx'
import type { ErrorStatus } from './core/errors.ts'
import type { Lang } from './core/i18n.ts'
import { panel, piece, type Piece } from './core/panel.ts'
import { MINUTE } from './core/time.ts'
import { sendPieces, type Ask } from './core/web.ts'
import { barOf, TourBar } from './features/demo/bar.tsx'
import { helpHref } from './features/help/index.ts'
import { unreadOf } from './features/inbox/index.ts'
import { lookOf, looksOf, type Look } from './features/look/index.ts'
import { idleMsOf } from './features/shops/index.ts'
import { shellWords } from './words.ts'

type PageOptions = {
  title: string
  /** The menu entry that is current. */
  active?: string
  /** Extra module scripts of public/js. */
  scripts?: string[]
  /** Without menu and countdown: sign-in, set-up, the bench, sheets. */
  bare?: boolean
  status?: 200 | ErrorStatus
}

/** A page of one JSX body. */
export async function page(c: Ask, options: PageOptions, main: Child) {
  return pageOf(c, options, [piece(await rendered(main))])
}

/** A page whose main part is stitched from pieces that others share. */
export async function pageOf(c: Ask, options: PageOptions, main: readonly Piece[]) {
  return sendPieces(c, [...(await framePieces(c, options)), ...main, CLOSING], options.status)
}

export const CLOSING = piece('</body></html>')

/** JSX as text, async parts included. */
export async function rendered(node: Child): Promise<string> {
  const html: { toString(): string | Promise<string> } = <>{node}</> // a promise from toString when a part is async
  return html.toString()
}

/** What comes before a page's own part: its head, and one person's bar. */
export async function framePieces(c: Ask, options: PageOptions): Promise<Piece[]> {
  const { ctx, session, shops, world } = c.var
  const framed = !options.bare && session !== null && session.lockedAt === null
  const idleMs = framed ? idleMsOf(shops.find((shop) => shop.id === ctx.shopId)) : 0
  const scripts = [...(world.demo ? ['demo.js'] : []), ...(options.scripts ?? [])]
  const on = routePath(c)
  const about = { title: options.title, scripts, lang: ctx.lang, look: lookOf(c), demo: world.demo, idleMs }
  const head: Head = { ...about, framed, help: framed ? undefined : helpHref(c.var.features, on) }
  const first = panel(`head ${JSON.stringify(head)}`, '', async () => headOf(head))
  const opening = [await first, ...(await demoPieces(c))]
  return framed ? [...opening, await barPiece(c, { active: options.active, on })] : opening
}

/** Rendered anew when the shop, the minute or what its person has not read changed. */
export async function barPiece(c: Ask, { active, on }: { active?: string | undefined; on: string }): Promise<Piece> {
  const { ctx, shops, world } = c.var
  const revision = c.var.revisions.get(ctx.shopId ?? '')
  const unread = await unreadOf(ctx.read, ctx.who.id!)
  return panel(
    `bar ${ctx.who.id} ${ctx.shopId} ${ctx.lang} ${active} ${on} ${world.demo}`,
    `${revision} ${Math.floor(ctx.now / MINUTE)} ${ctx.who.roles.join()} ${ctx.who.shopIds.join()} ${unread}`,
    async () => {
      const frame = await frameOf(c, shops, unread)
      return rendered(
        <>
          <Bar c={c} active={active} on={on} frame={frame} />
          <Alerts />
          <LiveBanner c={c} />
          {frame.missing.length > 0 && <YearBanner c={c} years={frame.missing} />}
        </>,
      )
    },
  )
}

/** The demo's day and the way through it, on all its pages. */
async function demoPieces(c: Ask): Promise<Piece[]> {
  const { ctx, world } = c.var
  if (!world.tour) return []
  const { props, state } = barOf(c, world.tour)
  return [await panel(`demo ${ctx.who.handle} ${ctx.lang}`, state, () => rendered(<TourBar {...props} />))]
}

/** Where a refusal is said: below the bar, which would cover it. */
const Alerts = () => <div id="alerts" role="alert" />

type Head = {
  title: string
  scripts: string[]
  lang: Lang
  look: Look
  demo: boolean
  framed: boolean
  idleMs: number
  /** The address of its help, where no bar has it. */
  help: string | undefined
}

/** Everything up to the bar. The body stays open: its closing tag is a piece of its own. */
async function headOf({ title, scripts, lang, look, demo, framed, idleMs, help }: Head) {
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
      <script src={assetHref('shell.js')} type="module" />
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
      {help && <HelpLink href={help} lang={lang} />}
      {!framed && <Alerts />}
    </>,
  )
  const body = await rendered(
    <body data-offline={t.offline} data-idle={idleMs || ''} data-world={demo ? 'demo' : ''} />,
  )
  const root = await rendered(<html lang={lang === 'zh' ? 'zh-CN' : 'en'} {...looksOf(look)} />)
  return `<!doctype html>${root.replace('</html>', '')}${head}${body.replace('</body>', '')}${opening}`
}
