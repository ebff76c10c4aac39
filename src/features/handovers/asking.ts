/** SHIFT-3: they talk on the item. SHIFT-2: after it was given, a change is an amendment that all can see. */
import { newId } from '../../../db/kit.ts'
import type { Context } from '../../core/context.ts'
import { both, type Lang } from '../../core/i18n.ts'
import { neededText } from '../../core/typed.ts'
import { announce } from '../inbox/index.ts'
import { lineFor, type Desk } from './desk.ts'
import { words } from './messages.ts'
import { refuse } from './refusals.ts'
import { insertTalk, talkOf, type LineWithItem, type Talk } from './store-items.ts'

type Found = LineWithItem & { desk: Desk; talk: readonly Talk[] }
type Saying = {
  kind: Talk['kind']
  hears: (found: Found) => readonly (string | null)[]
  told: (lang: Lang) => (by: string, what: string, said: string) => string
}

const say =
  ({ kind, hears, told }: Saying) =>
  (ctx: Context, handoverId: string, itemId: string, said: string): Promise<void> =>
    ctx.write(async (tx, record) => {
      const found = { ...(await lineFor(tx, ctx, handoverId, itemId)), talk: await talkOf(tx, itemId) }
      const { desk, item } = found
      if (desk.handover.state === 'draft') throw refuse('conflict', 'notGiven')
      const text = neededText(said, 'text', { missing: (lang) => words(lang).sayingMissing })
      if (isSaidAlready(found.talk.at(-1), { kind, text, authorId: ctx.who.id ?? '' })) return
      const id = newId()
      const by = { authorId: ctx.who.id ?? '', author: ctx.who.handle, at: ctx.now }
      await insertTalk(tx, { id, shopId: desk.shop.id, itemId, handoverId, kind, text, ...by })
      await announce(tx, ctx.now, {
        shopId: desk.shop.id,
        to: hears(found).filter((one): one is string => !!one && one !== ctx.who.id),
        key: `handover.${kind}:${id}`,
        tone: 'soon',
        text: both((lang) => told(lang)(ctx.who.handle, item.summary[lang], text)),
        href: `/handover/${handoverId}/items/${itemId}`,
      })
      await record(`handover.${kind}`, `handover-item:${itemId}`, {
        shopId: desk.shop.id,
        after: { summary: item.summary, text },
      })
    })

/** The same words again, with nobody between: the button was pressed twice. */
const isSaidAlready = (last: Talk | undefined, said: Pick<Talk, 'kind' | 'text' | 'authorId'>) =>
  !!last && last.kind === said.kind && last.text === said.text && last.authorId === said.authorId

/** A question goes to who wrote the item and who gave the handover. */
export const askBack = say({
  kind: 'question',
  hears: ({ item, desk }) => [item.writerId, ...desk.sides.givers],
  told: (lang) => words(lang).told.question,
})

/** An answer goes to whoever asked. */
export const answer = say({
  kind: 'answer',
  hears: ({ talk }) => talk.filter(({ kind }) => kind === 'question').map(({ authorId }) => authorId),
  told: (lang) => words(lang).told.answer,
})

/** An amendment goes to whoever took it over, or is to. */
export const amendItem = say({
  kind: 'amendment',
  hears: ({ line, desk }) => (line.acknowledgedBy ? [line.acknowledgedBy] : desk.sides.incoming),
  told: (lang) => words(lang).told.amendment,
})
