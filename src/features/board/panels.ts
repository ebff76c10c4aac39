/** The panels of a board, each rendered once for all who may see the same, again only after something that concerns it. */
import type { Child } from 'hono/jsx'
import { may } from '../../access.ts'
import { panel, type Piece } from '../../core/panel.ts'
import { MINUTE } from '../../core/time.ts'
import { topicRevision } from '../../core/topics.ts'
import type { Ask } from '../../core/web.ts'
import type { BoardName, BoardPanel } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import { laidOut, type Layout } from './rules.ts'

export type Shown = { head: BoardPanel | undefined; panels: BoardPanel[] }

/** What this person has on this board: its head, and its panels in their order. */
export function shownFor(c: Ask, all: readonly BoardPanel[], board: BoardName, layout: Layout): Shown {
  const mine = all.filter(({ boards, right }) => boards.includes(board) && may(c.var.ctx.who, right))
  const [head] = mine.filter((panel) => panel.head).sort((a, b) => a.order - b.order)
  return {
    head,
    panels: laidOut(
      mine.filter((panel) => !panel.head),
      layout,
    ),
  }
}

/** `frame` puts its own part into the panel's section; `folded` asks nothing of its room. */
export async function pieceOf(
  c: Ask,
  shop: Shop,
  one: BoardPanel,
  { board, folded, frame }: { board: BoardName; folded: boolean; frame: (body: Child) => Promise<string> },
): Promise<Piece> {
  const { ctx, revisions } = c.var
  const whose = `${one.own ? ctx.who.id : ''} ${[...ctx.who.roles].sort().join()}`
  const key = `board ${board} ${one.name} ${shop.id} ${ctx.lang} ${whose} ${folded}`
  const topics = one.topics.filter((topic) => topic !== 'minute')
  const seen = await topicRevision(ctx.read, shop.id, revisions.get(shop.id)!, topics)
  const minute = one.topics.includes('minute') ? Math.floor(ctx.now / MINUTE) : ''
  return panel(key, `${seen} ${minute}`, async () => frame(folded ? null : await one.render({ ctx, shop })))
}
