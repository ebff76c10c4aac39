/** The live board: one page per role, and each of its panels by itself. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { AppError } from '../../core/errors.ts'
import { readForm } from '../../core/forms.ts'
import type { Lang } from '../../core/i18n.ts'
import { panel, piece, type Piece } from '../../core/panel.ts'
import { SHARED } from '../../core/shared-answers.ts'
import { onTo, sendPieces, type Ask } from '../../core/web.ts'
import { boards, get, post, type BoardName, type BoardPanel, type Route } from '../../feature.ts'
import { pageOf, rendered } from '../../shell.tsx'
import { shopHere, type Shop } from '../shops/index.ts'
import { foldPanel, orderPanels } from './actions.ts'
import { words } from './messages.ts'
import { pieceOf, shownFor, type Shown } from './panels.ts'
import { QuickBar } from './quick-bar.tsx'
import { quickRoutes } from './quick-routes.tsx'
import { quickSight } from './quick-sight.ts'
import { boardsOf, columnsOf, movedTo, plain, type Layout } from './rules.ts'
import { layoutOf } from './store.ts'
import { doneToast } from './toast.tsx'
import { Boards, HeadFrame, LayoutForm, PanelFrame, PlainHead } from './views.tsx'

const boardName = z.enum(boards).optional().catch(undefined)
const asking = z.object({
  shop: z.string().optional(),
  lang: z.enum(['zh', 'en']).optional().catch(undefined),
  folded: z.string().optional(),
})

/** The board that is asked for, when it is one of the person's. */
function boardFor(c: Ask): BoardName {
  const mine = boardsOf(c.var.ctx.who.roles)
  const wished = boardName.parse(c.req.query('board'))
  return wished && mine.includes(wished) ? wished : mine[0]!
}

const isOwn = ({ own }: BoardPanel) => own ?? false

type Opened = { board: BoardName; layout: Layout } & Shown

/** The panel that the address names, when it stands on this person's board. */
function shownPanel(c: Ask, { panels }: Pick<Shown, 'panels'>): BoardPanel {
  const one = panels.find(({ name }) => name === c.req.param('panel'))
  if (!one) throw new AppError('not_found', (lang) => words(lang).noPanel)
  return one
}

export function boardRoutes(all: readonly BoardPanel[]): Route[] {
  async function opened(c: Ask): Promise<Opened> {
    const board = boardFor(c)
    const layout = await layoutOf(c.var.ctx.read, c.var.ctx.who.id!)
    return { board, layout, ...shownFor(c, all, board, layout) }
  }

  async function show(c: Ask) {
    const { lang, who } = c.var.ctx
    const shop = shopHere(c)
    const open = await opened(c)
    const { board, panels } = open
    const quick = await quickPieces(c, shop, board)
    const toast = await doneToast(c)
    const main = [
      await openingPiece(boardsOf(who.roles), board, lang),
      await headPiece(c, shop, open),
      ...(await columnPieces(c, shop, open)),
      await layoutPiece(panels, { board, lang, open: c.req.query('arranging') === 'yes' }),
      ...(toast ? [piece(await rendered(toast))] : []),
      MAIN_END,
      ...quick,
    ]
    const scripts = [...(quick.length > 0 ? ['quick.js'] : []), 'arrange.js']
    return pageOf(c, { title: words(lang).title, active: '/board', scripts }, main)
  }

  /** A panel by itself, as its page has it: in the page's language, folded or not. `own`: of one person. */
  const showPanel = (own: boolean) => async (c: Ask) => {
    const shop = shopHere(c)
    const { shop: shopId, lang, folded } = asking.parse(c.req.query())
    if (shopId !== shop.id) throw new AppError('conflict', (lang) => words(lang).otherShop)
    if (lang) c.set('ctx', { ...c.var.ctx, lang })
    const board = boardFor(c)
    const { head, panels } = shownFor(c, all, board, plain)
    if (head && head.name === c.req.param('panel') && isOwn(head) === own)
      return sendPieces(c, [await headPiece(c, shop, { head, board })])
    const one = shownPanel(c, { panels: panels.filter((panel) => isOwn(panel) === own) })
    return sendPieces(c, [await framed(c, shop, one, { board, folded: folded === 'yes' })])
  }

  async function fold(c: Ask) {
    const open = await opened(c)
    await foldPanel(c.var.ctx, shownPanel(c, open).name)
    return onTo(c, `/board?board=${open.board}`)
  }

  /** By a button, which stands in a list that stays open for the next press, or by hand. */
  const moving = z.object({ to: z.string().max(100), by: z.enum(['hand']).optional() })
  async function move(c: Ask) {
    const { to, by } = await readForm(c, moving)
    const open = await opened(c)
    await orderPanels(c.var.ctx, movedTo(open.panels, shownPanel(c, open).name, to))
    return onTo(c, `/board?board=${open.board}${by ? '' : '&arranging=yes'}`)
  }

  return [
    get('/board', 'board.see', show),
    get('/board/own/:panel', 'board.see', showPanel(true)),
    get(`${SHARED}:panel`, 'board.see', showPanel(false)),
    post('/board/fold/:panel', 'board.see', fold),
    post('/board/move/:panel', 'board.see', move),
    ...quickRoutes,
  ]
}

const openingPiece = (mine: readonly BoardName[], board: BoardName, lang: Lang) =>
  panel(`board tabs ${mine.join()} ${board} ${lang}`, '', async () => [
    `<main id="main" class="page stack board ${board}">`,
    await rendered(<Boards boards={mine} board={board} lang={lang} />),
  ])

const layoutPiece = (shown: readonly BoardPanel[], at: { board: BoardName; lang: Lang; open: boolean }) =>
  panel(`board layout ${shown.map(({ name }) => name).join()} ${JSON.stringify(at)}`, '', () =>
    rendered(<LayoutForm shown={shown} {...at} />),
  )

/** Every page has a title: a board whose rooms say nothing of the kind has its own name. */
async function headPiece(c: Ask, shop: Shop, { head, board }: Pick<Opened, 'head' | 'board'>): Promise<Piece> {
  const { lang } = c.var.ctx
  if (!head) return piece(await rendered(<PlainHead board={board} lang={lang} />))
  const frame = (body: unknown) =>
    rendered(
      <HeadFrame one={head} board={board} shopId={shop.id} lang={lang}>
        {body as never}
      </HeadFrame>,
    )
  return pieceOf(c, shop, head, { board, folded: false, frame })
}

const COLUMNS = piece('<div class="desk">')
const COLUMN = piece('<div class="column">')
const END = piece('</div>')
const MAIN_END = piece('</main>')

async function columnPieces(c: Ask, shop: Shop, { panels, board, layout }: Opened): Promise<Piece[]> {
  const columns = columnsOf(panels).map(async (column) => [
    COLUMN,
    ...(await Promise.all(
      column.map((one) => framed(c, shop, one, { board, folded: layout.folded.includes(one.name) })),
    )),
    END,
  ])
  return [COLUMNS, ...(await Promise.all(columns)).flat(), END]
}

function framed(c: Ask, shop: Shop, one: BoardPanel, { board, folded }: { board: BoardName; folded: boolean }) {
  const props = { one, board, shopId: shop.id, lang: c.var.ctx.lang, folded }
  return pieceOf(c, shop, one, { board, folded, frame: (body) => rendered(<PanelFrame {...props} body={body} />) })
}

/** Outside of what answers replace: what somebody types there stays, whatever happens on the page. */
async function quickPieces(c: Ask, shop: Shop, board: BoardName): Promise<Piece[]> {
  const { who } = c.var.ctx
  if (board !== 'agent' || !may(who, 'orders.flag')) return []
  return [piece(await rendered(<QuickBar {...await quickSight(c.var.ctx, shop)} />))]
}
