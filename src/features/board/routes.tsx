/** The live board: one page per role, and each of its panels by itself. */
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { readForm } from '../../core/forms.ts'
import { piece } from '../../core/panel.ts'
import { onTo, sendPieces, type Ask } from '../../core/web.ts'
import { boards, get, post, type BoardName, type BoardPanel, type Route } from '../../feature.ts'
import { pageOf, rendered } from '../../shell.tsx'
import type { Shop } from '../shops/index.ts'
import { foldPanel, movePanel } from './actions.ts'
import { words } from './messages.ts'
import { panelsFor, pieceOf } from './panels.ts'
import { boardsOf, type Layout } from './rules.ts'
import { layoutOf } from './store.ts'
import { Boards, LayoutForm, PanelFrame } from './views.tsx'

const boardName = z.enum(boards).optional().catch(undefined)

function shopOf(c: Ask): Shop {
  const shop = c.var.shops.find(({ id }) => id === c.var.ctx.shopId)
  if (!shop) throw new AppError('not_found', (lang) => words(lang).noShop)
  return shop
}

/** The board that is asked for, when it is one of the person's. */
function boardFor(c: Ask): BoardName {
  const mine = boardsOf(c.var.ctx.who.roles)
  const wished = boardName.parse(c.req.query('board'))
  return wished && mine.includes(wished) ? wished : mine[0]!
}

export function boardRoutes(panels: readonly BoardPanel[]): Route[] {
  async function opened(c: Ask) {
    const board = boardFor(c)
    const layout = await layoutOf(c.var.ctx.read, c.var.ctx.who.id!)
    return { board, layout, shown: panelsFor(c, panels, board, layout) }
  }

  async function show(c: Ask) {
    const { lang, who } = c.var.ctx
    const shop = shopOf(c)
    const { board, layout, shown } = await opened(c)
    const pieces = await Promise.all(shown.map((one) => framed(c, shop, one, board, layout)))
    const head = await rendered(<Boards boards={boardsOf(who.roles)} board={board} lang={lang} />)
    const foot = await rendered(<LayoutForm shown={shown} board={board} lang={lang} />)
    const main = [
      piece(`<main id="main" class="page stack board ${board}">${head}`),
      ...pieces,
      piece(`${foot}</main>`),
    ]
    return pageOf(c, { title: words(lang).title, active: '/board' }, main)
  }

  async function showPanel(c: Ask) {
    const shop = shopOf(c)
    if (c.req.query('shop') !== shop.id) throw new AppError('conflict', (lang) => words(lang).otherShop)
    const { board, layout, shown } = await opened(c)
    const one = shown.find(({ name }) => name === c.req.param('panel'))
    if (!one) throw new AppError('not_found', (lang) => words(lang).noPanel)
    return sendPieces(c, [await framed(c, shop, one, board, layout)])
  }

  async function fold(c: Ask) {
    await foldPanel(c.var.ctx, c.req.param('panel')!)
    return onTo(c, `/board?board=${boardFor(c)}`)
  }

  const moving = z.object({ step: z.enum(['-1', '1']) })
  async function move(c: Ask) {
    const { step } = await readForm(c, moving)
    const { board, shown } = await opened(c)
    await movePanel(
      c.var.ctx,
      shown.map(({ name }) => name),
      c.req.param('panel')!,
      Number(step) as -1 | 1,
    )
    return onTo(c, `/board?board=${board}`)
  }

  return [
    get('/board', 'board.see', show),
    get('/board/panel/:panel', 'board.see', showPanel),
    post('/board/fold/:panel', 'board.see', fold),
    post('/board/move/:panel', 'board.see', move),
  ]
}

function framed(c: Ask, shop: Shop, one: BoardPanel, board: BoardName, { folded }: Layout) {
  const isFolded = folded.includes(one.name)
  const props = { one, board, shopId: shop.id, lang: c.var.ctx.lang, folded: isFolded }
  return pieceOf(c, shop, one, {
    board,
    folded: isFolded,
    frame: (body) => rendered(<PanelFrame {...props} body={body} />),
  })
}
