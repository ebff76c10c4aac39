/** The bar at the head of every page: menu, shop, search, countdown, who is signed in. */
import { may, type Actor } from './access.ts'
import type { Lang } from './core/i18n.ts'
import type { Ask } from './core/web.ts'
import type { NavEntry } from './feature.ts'
import { cutoffPlate, type Plate } from './features/cutoff/index.ts'
import { helpHref, ownCardHref } from './features/help/index.ts'
import { hueOf } from './features/people/index.ts'
import { onNow } from './features/shifts/index.ts'
import { yearWarning, type Shop } from './features/shops/index.ts'
import { Bell, CrewList, OnNowMenu, type Crew } from './on-now.tsx'
import { Icon, initialOf } from './ui/parts.tsx'
import { shellWords } from './words.ts'

/** What the bar shows of the shop and the person. */
export type Frame = {
  shops: readonly Shop[]
  plate: Plate | undefined
  badges: Map<string, number>
  hue: number
  /** Years whose public holidays nobody has loaded. */
  missing: number[]
  crew: Crew | undefined
  /** Messages that this person has not read. */
  unread: number
}

export async function frameOf(c: Ask, shops: readonly Shop[], unread: number): Promise<Frame> {
  const { ctx, revisions } = c.var
  const shop = shops.find((own) => own.id === ctx.shopId)
  const entries = navFor(c).filter((entry) => entry.badge)
  const counts = await Promise.all(entries.map((entry) => entry.badge!(ctx, shop, shop && revisions.get(shop.id))))
  return {
    shops,
    plate: shop && (await cutoffPlate(ctx, shop)),
    badges: new Map(entries.map((entry, i) => [entry.href, counts[i]!])),
    hue: await hueOf(ctx),
    missing: shop ? await yearWarning(ctx, shop) : [],
    crew: shop && (await crewOf(c, shop)),
    unread,
  }
}

async function crewOf(c: Ask, shop: Shop): Promise<Crew> {
  const { ctx, revisions } = c.var
  const crew = await onNow(ctx.read, shop, ctx.now, revisions.get(shop.id))
  return { ...crew, now: ctx.now, timeZone: shop.timeZone }
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
  <a href={entry.href} aria-current={entry.href === active ? 'page' : undefined} data-key={entry.shortcut}>
    {entry.word(lang)} {entry.shortcut && <kbd>{entry.shortcut.toUpperCase()}</kbd>}
    {!!badge && (
      <span class="badge" data-tone="late">
        {badge}
      </span>
    )}
  </a>
)

/** Something waits behind "more": how much in all. */
function Waiting({ entries, badges, lang }: { entries: NavEntry[]; badges: Frame['badges']; lang: Lang }) {
  const all = entries.reduce((sum, { href }) => sum + (badges.get(href) ?? 0), 0)
  return all ? (
    <span class="badge" data-tone="soon" title={shellWords(lang).waitsInside}>
      {all}
    </span>
  ) : null
}

type BarProps = { c: Ask; active: string | undefined; on: string; frame: Frame }
/** `on`: the route of its page. It asks for itself again when anything happens: its numbers are everybody's work. */
export function Bar({ c, active, on, frame }: BarProps) {
  const { ctx } = c.var
  const t = shellWords(ctx.lang)
  const entries = navFor(c)
  const [daily, seldom] = [entries.filter(isDaily), entries.filter((entry) => !isDaily(entry))]
  return (
    <header
      class="bar"
      id="bar"
      data-from={`/bar?${new URLSearchParams({ ...(active && { active }), on }).toString()}`}
      data-part="#bar"
      data-topics="* minute"
      data-rest="5000"
    >
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
            {t.more} <Waiting entries={seldom} badges={frame.badges} lang={ctx.lang} /> <Icon name="down" />
          </summary>
          <nav aria-label={t.more}>
            {seldom.map((entry) => (
              <NavLink entry={entry} active={active} badge={frame.badges.get(entry.href)} lang={ctx.lang} />
            ))}
            {frame.crew && <CrewList crew={frame.crew} lang={ctx.lang} />}
          </nav>
        </details>
      )}
      {frame.crew && <OnNowMenu crew={frame.crew} lang={ctx.lang} />}
      <a
        class="button find push"
        href="/find"
        data-key="/"
        aria-label={t.find}
        data-hint={t.findHint}
        data-keys={t.findKeys}
      >
        <Icon name="find" />
        {t.findParts.map((word) => (
          <span>{word}</span>
        ))}
        <kbd>/</kbd>
      </a>
      {frame.plate && <PlateView plate={frame.plate} lang={ctx.lang} />}
      <Bell unread={frame.unread} active={active === '/inbox'} lang={ctx.lang} />
      <HelpLink href={helpHref(c.var.features, on) ?? '/help'} lang={ctx.lang} />
      <OwnMenu who={ctx.who} hue={frame.hue} lang={ctx.lang} />
    </header>
  )
}

/** In the same place on every page; over the page where there are scripts, else a page of its own. */
export const HelpLink = ({ href, lang }: { href: string; lang: Lang }) => (
  <a class="button plain help" href={href} data-help data-key="?" aria-label={shellWords(lang).help}>
    <span aria-hidden="true">?</span>
  </a>
)

/** Whoever is signed in: their page, and putting the computer aside for the next person. */
function OwnMenu({ who: { handle, roles }, hue, lang }: { who: Actor; hue: number; lang: Lang }) {
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
        <a class="button plain" href={ownCardHref(roles)}>
          {t.card}
        </a>
        <form method="post" action="/sign-out">
          <button class="plain">{t.signOut}</button>
        </form>
      </div>
    </details>
  )
}

/** Changing the shop needs no script: a form with a button for each. */
function ShopSwitch({ c, shops }: { c: Ask; shops: readonly Shop[] }) {
  const { ctx } = c.var
  const current = shops.find((shop) => shop.id === ctx.shopId)
  if (!current) return null
  if (shops.length === 1)
    return (
      <span class="shop" title={current.name}>
        {current.name}
      </span>
    )
  return (
    <details class="shops">
      <summary class="shop">
        <span>{current.name}</span> <Icon name="down" />
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
function PlateView({ plate, lang }: { plate: Plate; lang: Lang }) {
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
