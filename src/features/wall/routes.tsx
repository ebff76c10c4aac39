/** Screens on walls: where they are put up, and what they show to whoever has an address. */
import { z } from 'zod'
import { revisionOf } from '../../core/activity.ts'
import { assetHref } from '../../core/assets.ts'
import { readForm } from '../../core/forms.ts'
import { listenAs } from '../../core/live-routes.ts'
import { panel, piece, type Piece } from '../../core/panel.ts'
import { MINUTE } from '../../core/time.ts'
import { onTo, sendPieces, type Ask } from '../../core/web.ts'
import { get, post, type HandoverSource, type Route } from '../../feature.ts'
import { page, pageOf, rendered } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { hashed } from '../people/index.ts'
import { shopHere, type Shop } from '../shops/index.ts'
import { addWall, endWall } from './actions.ts'
import { figuresOf } from './figures.ts'
import { AddressView, WallsView } from './list-view.tsx'
import { listenerName } from './listening.ts'
import { words } from './messages.ts'
import { noteAsked, refusal, wallBehind, wallsOf, type Wall } from './store.ts'
import { WallView } from './wall-view.tsx'

async function list(c: Ask) {
  const { lang, now, read } = c.var.ctx
  const shop = shopHere(c)
  return page(
    c,
    { title: words(lang).title, active: '/walls' },
    <main id="main" class="page stack">
      <WallsView {...{ lang, now, shop }} walls={await wallsOf(read, shop.id)} demo={c.var.world.demo} />
      <Saved at={c.req.query('saved')} now={now}>
        {words(lang).saved}
      </Saved>
    </main>,
  )
}

const naming = z.object({ name: z.string().max(1000) })

/** Answers with the address itself: it is nowhere to be found afterwards. */
async function add(c: Ask) {
  const { ctx, world } = c.var
  const { name } = await readForm(c, naming)
  const token = await addWall(ctx, ctx.shopId, name)
  const link = new URL(`/wall/${token}`, world.publicUrl ?? c.req.url).href
  const reply = await page(
    c,
    { title: words(ctx.lang).title, active: '/walls' },
    <main id="main" class="page stack">
      <AddressView lang={ctx.lang} name={name.trim()} link={link} demo={world.demo} />
    </main>,
  )
  reply.headers.set('cache-control', 'no-store')
  return reply
}

async function end(c: Ask) {
  await endWall(c.var.ctx, c.req.param('id')!)
  return onTo(c, savedHref('/walls', c.var.ctx.now))
}

// --- on the wall --------------------------------------------------------------------------------------

/** The screen behind the address; throws not_found when it was ended or never was. */
async function screenOf(c: Ask): Promise<{ wall: Wall; shop: Shop }> {
  const { read, store, now } = c.var.ctx
  const found = await wallBehind(read, hashed(c.req.param('token')!))
  if (!found) throw refusal('not_found', 'gone')
  const { wall } = found
  if (wall.seenAt === null || now - wall.seenAt >= MINUTE) await store.write((tx) => noteAsked(tx, wall.id, now))
  return found
}

/** Changes when a screen should load its page anew. */
const build = () => `${assetHref('wall.js')} ${assetHref('board.css')}`

export function wallRoutes(sources: readonly HandoverSource[]): Route[] {
  /** One for all screens of a shop in this language, rendered once a change and minute. */
  async function figures(c: Ask, shop: Shop): Promise<Piece> {
    const { read, now, lang } = c.var.ctx
    const asOf = await revisionOf(read, shop.id)
    return panel(`wall ${shop.id} ${lang}`, `${asOf} ${Math.floor(now / MINUTE)}`, async () =>
      rendered(<WallView figures={await figuresOf(read, shop, sources, { now, asOf })} lang={lang} />),
    )
  }

  async function show(c: Ask) {
    const { lang, now } = c.var.ctx
    const { wall, shop } = await screenOf(c)
    const main = await rendered(
      <main
        id="main"
        class="wall"
        data-src={`${new URL(c.req.url).pathname}/now`}
        data-live={c.var.world.live ? `${new URL(c.req.url).pathname}/live` : undefined}
        data-now={now}
        data-zone={shop.timeZone}
        data-build={build()}
        data-fine={words(lang).fine('{time}')}
        data-lost={words(lang).lost('{time}')}
      />,
    )
    return pageOf(c, { title: `${wall.name} · ${shop.name}`, bare: true, scripts: ['wall.js'] }, [
      piece(main.replace('</main>', '')),
      await figures(c, shop),
      piece('</main>'),
    ])
  }

  /** What is inside the page, for a screen that keeps itself up to date: 304 while nothing has changed. */
  async function fresh(c: Ask) {
    const { wall, shop } = await screenOf(c)
    c.var.world.live?.heard(c.req.query('stream') ?? '', listenerName(wall.id))
    c.header('zaowan-now', String(c.var.ctx.now))
    c.header('zaowan-build', build())
    return sendPieces(c, [await figures(c, shop)])
  }

  /** What happens in the shop, as it happens: the screen asks then. */
  async function hear(c: Ask) {
    const { wall, shop } = await screenOf(c)
    return listenAs(c, { sessionId: listenerName(wall.id), shopId: shop.id, reader: '' })
  }

  return [
    get('/walls', 'wall.manage', list),
    post('/walls', 'wall.manage', add),
    post('/walls/end/:id', 'wall.manage', end),
    get('/wall/:token', 'anyone', show),
    get('/wall/:token/now', 'anyone', fresh),
    get('/wall/:token/live', 'anyone', hear),
  ]
}
