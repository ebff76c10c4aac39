/** The list of claims, the night's list, searching, and the pictures. Entering: new-routes.tsx, one: one-routes.tsx. */
import { may } from '../../access.ts'
import { maskTyped } from '../../core/masking.ts'
import { SANDBOX } from '../../core/security-headers.ts'
import { dayWord, isDay } from '../../core/time.ts'
import type { Ask } from '../../core/web.ts'
import { get } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Empty } from '../../ui/parts.tsx'
import { byNumber, byTail } from '../orders/index.ts'
import { namesOf } from '../people/index.ts'
import { prizeById, serialKeyOf } from '../prizes/index.ts'
import { turnAt } from '../shifts/index.ts'
import { shopHere, type Shop } from '../shops/index.ts'
import { isShown, MOST_ROWS, openRows, peopleIn, rowsOf, shows, type Show } from './list.ts'
import { ClaimTable } from './claim-table.tsx'
import { ListView, SearchForm } from './list-view.tsx'
import { words } from './messages.ts'
import { newRoutes } from './new-routes.tsx'
import { oneRoutes } from './one-routes.tsx'
import { pageWords } from './page-words.ts'
import { CheckedToast } from './queue-view.tsx'
import { settingsRoutes } from './settings-page.tsx'
import { claimById, claimsOfDay, claimsOfPrize, nightListOf, searchClaims, type Claim } from './store.ts'
import { findEvidence } from './store-evidence.ts'

// --- the list ---------------------------------------------------------------------------------------------

function list(c: Ask) {
  const asked = c.req.query('q')?.trim()
  const night = c.req.query('night')
  const prizeId = c.req.query('prize')
  if (asked) return found(c, asked)
  if (prizeId) return prizePage(c, prizeId)
  return night && isDay(night) ? nightPage(c, night) : listPage(c)
}

const showIn = (text: string | undefined): Show | undefined => shows.find((show) => show === text)

async function listPage(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const today = turnAt(shop, ctx.now).day
  const asked = c.req.query('day') ?? ''
  const day = isDay(asked) ? asked : today
  const { rows: open, names: openNames } = await openRows(ctx, shop)
  const show = showIn(c.req.query('show')) ?? 'check'
  const rows =
    show === 'all'
      ? await rowsOf(ctx, shop, await claimsOfDay(ctx.read, shop.id, day))
      : open.filter((row) => isShown(row, show))
  const names = show === 'all' ? await namesOf(ctx.read, peopleIn(rows)) : openNames
  const props = { lang: ctx.lang, shop, now: ctx.now, show, open, rows, names, day, today }
  return page(
    c,
    { title: words(ctx.lang).title, active: '/claims' },
    <main id="main" class="page stack">
      <ListView {...props} refusing={c.req.query('no')} canClaim={may(ctx.who, 'prizes.claim')} />
      {await toastOf(c, shop)}
    </main>,
  )
}

const SAID_FOR = 10_000

async function toastOf(c: Ask, shop: Shop) {
  const { ctx } = c.var
  const [id, at] = (c.req.query('done') ?? '').split('.')
  if (!id || ctx.now - Number(at) > SAID_FOR) return null
  const claim = await claimById(ctx.read, id)
  if (claim?.shopId !== shop.id || !['passed', 'failed'].includes(claim.state)) return null
  return <CheckedToast lang={ctx.lang} claim={claim} />
}

async function found(c: Ask, asked: string) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const hits = await searched(c, shop, asked.normalize('NFKC').slice(0, 80))
  const rows = await rowsOf(ctx, shop, hits)
  const t = pageWords(ctx.lang)
  const props = { lang: ctx.lang, shop, now: ctx.now, rows, names: await namesOf(ctx.read, peopleIn(rows)) }
  return page(
    c,
    { title: t.search, active: '/claims' },
    <main id="main" class="page stack">
      <Head back={t.back} title={rows.length ? t.found(rows.length) : t.foundNone} />
      <SearchForm lang={ctx.lang} asked={asked} />
      {rows.length ? (
        <ClaimTable {...props} caption={t.found(rows.length)} />
      ) : (
        <Empty title={t.foundNone} hint={t.foundHint} />
      )}
    </main>,
  )
}

const Head = ({ back, href = '/claims', title }: { back: string; href?: string; title: string }) => (
  <section class="next">
    <p class="when">
      <a href={href}>{back}</a>
    </p>
    <h1>{title}</h1>
  </section>
)

async function searched({ var: { ctx } }: Ask, shop: Shop, text: string): Promise<Claim[]> {
  const digits = text.replace(/[\s-]/g, '')
  const isNumber = /^\d{4,}$/.test(digits)
  const orders = isNumber
    ? [...(await byNumber(ctx.read, [shop.id], digits)), ...(await byTail(ctx.read, [shop.id], digits))]
    : []
  const masked = maskTyped(text)
  const buyer = [/^[^*]*/.exec(masked)![0], /[^*]*$/.exec(masked)![0]] as const
  return searchClaims(ctx.read, shop.id, { serialKey: serialKeyOf(text), buyer, orderIds: orders.map(({ id }) => id) })
}

/** PRIZE-3: what goes out with the night shift's report. */
async function nightPage(c: Ask, day: string) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const rows = await rowsOf(ctx, shop, await nightListOf(ctx.read, shop, day))
  const t = pageWords(ctx.lang)
  const title = t.night(dayWord(day, ctx.lang))
  const props = { lang: ctx.lang, shop, now: ctx.now, rows, names: await namesOf(ctx.read, peopleIn(rows)) }
  return page(
    c,
    { title, active: '/claims' },
    <main id="main" class="page stack">
      <Head back={t.back} title={title} />
      {rows.length ? <ClaimTable {...props} caption={title} /> : <Empty title={t.empty.all} hint={t.nightHint} />}
    </main>,
  )
}

/** PRIZE-6: the claims that a prize's number of pieces counts. */
async function prizePage(c: Ask, prizeId: string) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const prize = await prizeById(ctx.read, { shopIds: [shop.id] }, prizeId)
  const rows = await rowsOf(ctx, shop, await claimsOfPrize(ctx.read, shop.id, prize.id, MOST_ROWS))
  const t = pageWords(ctx.lang)
  const title = t.ofPrize(prize.name, rows.reduce((pieces, { claim }) => pieces + claim.quantity, 0)) // prettier-ignore
  const props = { lang: ctx.lang, shop, now: ctx.now, rows, names: await namesOf(ctx.read, peopleIn(rows)) }
  return page(
    c,
    { title, active: '/claims' },
    <main id="main" class="page stack">
      <Head back={prize.name} href={`/prize/${prize.id}`} title={title} />
      {rows.length ? <ClaimTable {...props} caption={title} /> : <Empty title={t.ofPrizeNone} hint={t.emptyHint} />}
      {rows.length === MOST_ROWS && <p class="quiet">{t.latest(MOST_ROWS)}</p>}
    </main>,
  )
}

// --- pictures ---------------------------------------------------------------------------------------------

/** To be kept or looked at apart, never run: as a file, in a sandbox, by its own type and no other. */
async function picture(c: Ask) {
  const found = await findEvidence(c.var.ctx.read, c.var.ctx.who, c.req.param('id')!)
  const ending = found.type.slice('image/'.length)
  return c.body(new Uint8Array(found.content), 200, {
    'content-type': found.type,
    'content-disposition': `attachment; filename="${found.id}.${ending}"`,
    'content-security-policy': SANDBOX,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
}

export const routes = [
  get('/claims', 'prizes.see', list),
  ...newRoutes,
  get('/evidence/:id', 'prizes.claim', picture),
  ...oneRoutes,
  ...settingsRoutes,
]
