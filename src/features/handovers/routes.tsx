/** The pages of handovers, and every change to one. */
import { z } from 'zod'
import { readForm, readQuery } from '../../core/forms.ts'
import type { Context } from '../../core/context.ts'
import { isDay } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { namesOf, staffOf } from '../people/index.ts'
import { shopHere } from '../shops/index.ts'
import { amendItem, answer, askBack } from './asking.ts'
import { deskFor } from './desk.ts'
import { draftFor, type Sources } from './draft.ts'
import { DraftView } from './draft-view.tsx'
import { coSign, giveHandover, takeUngiven } from './giving.ts'
import { homeOf } from './home.ts'
import { HomeView } from './home-view.tsx'
import { ItemView } from './item-view.tsx'
import { turnWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { refuse } from './refusals.ts'
import { LONGEST_IF_THEN, LONGEST_SUMMARY, LONGEST_TODO } from './rules.ts'
import { HandoverSheet } from './sheet-view.tsx'
import { handoverSight } from './sight.ts'
import { TakeView } from './take-view.tsx'
import { acknowledgeItem, itemFor, settleItem, signHandover } from './taking.ts'
import { addItem, editItem, leaveOut, moveItem, putBack } from './writing.ts'

const id = (c: Ask) => c.req.param('id')!
const item = (c: Ask) => c.req.param('item')!
const text = (most: number) => z.string().trim().max(most).default('')

const beforeQuery = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.(day|night)$/)
  .transform((key) => ({ day: key.slice(0, 10), side: key.slice(11) as 'day' | 'night' }))
  .optional()
  .catch(undefined)
const homeQuery = z.object({ q: z.string().max(100).default('').catch(''), before: beforeQuery })

const startForm = z.object({ turnDay: z.string().optional(), side: z.enum(['day', 'night']).optional() })
const wishForm = z.object({
  urgency: z.enum(['steady', 'watch', 'urgent']).default('watch'),
  summary: text(LONGEST_SUMMARY),
  todo: text(LONGEST_TODO),
  dueOn: text(10),
  dueTime: text(5),
  ownerId: text(50),
  ifThen: text(LONGEST_IF_THEN),
  order: text(200),
  buyer: text(60),
})
const editForm = wishForm.extend({ seen: z.string().default('') })

async function home(c: Ask) {
  const { ctx } = c.var
  const { q, before } = readQuery(c, homeQuery)
  const data = await homeOf(ctx, shopHere(c), q.trim(), before)
  return page(
    c,
    { title: pageWords(ctx.lang).handovers, active: '/handovers' },
    <main id="main" class="page stack">
      <HomeView {...data} />
    </main>,
  )
}

const show = (sources: Sources) => async (c: Ask) => {
  const { ctx } = c.var
  const sight = await handoverSight(ctx, sources, id(c))
  const staff = await staffOf(ctx.read, sight.shop.id)
  const at = c.req.query('at')?.slice(0, 50)
  const title = `${pageWords(ctx.lang).handovers} ${turnWord(sight.handover, ctx.lang)}`
  return page(
    c,
    { title, active: '/handovers' },
    <main id="main" class="page stack">
      {sight.handover.state === 'draft' ? (
        <DraftView sight={sight} staff={staff} />
      ) : (
        <TakeView sight={sight} at={at} />
      )}
    </main>,
  )
}

const showItem = (sources: Sources) => async (c: Ask) => {
  const { ctx } = c.var
  await itemFor(ctx.read, ctx, id(c), item(c))
  const sight = await handoverSight(ctx, sources, id(c))
  const entry = sight.entries.find((one) => one.item.id === item(c))
  if (!entry) throw refuse('not_found', 'noItem')
  const authors = await namesOf(ctx.read, [...new Set(entry.talk.map(({ authorId }) => authorId))])
  const staff = await staffOf(ctx.read, sight.shop.id)
  return page(
    c,
    { title: entry.given.summary[ctx.lang], active: '/handovers' },
    <main id="main" class="page stack">
      <ItemView sight={sight} entry={entry} authors={authors} staff={staff} />
    </main>,
  )
}

const sheet = (sources: Sources) => async (c: Ask) => {
  const { ctx } = c.var
  const sight = await handoverSight(ctx, sources, id(c))
  const t = pageWords(ctx.lang)
  return page(
    c,
    { title: `${t.sheetTitle} ${turnWord(sight.handover, ctx.lang)}`, bare: true, scripts: ['sheet.js'] },
    <>
      <nav class="sheet-bar line" aria-label={t.sheetTitle}>
        <a class="button plain" href={`/handover/${sight.handover.id}`}>
          {t.back}
        </a>
        <button type="button" class="primary push" data-again>
          {t.print}
        </button>
      </nav>
      <main id="main" class="sheet handover-sheet" lang={ctx.lang === 'zh' ? 'zh-CN' : 'en'}>
        <HandoverSheet sight={sight} by={ctx.who} />
      </main>
    </>,
  )
}

const start = (sources: Sources) => async (c: Ask) => {
  const { turnDay, side } = await readForm(c, startForm)
  if (!turnDay || !side || !isDay(turnDay)) throw refuse('conflict', 'notYet')
  const handover = await draftFor(c.var.ctx, sources, shopHere(c), { day: turnDay, side })
  return onTo(c, `/handover/${handover.id}`)
}

/** Does the one thing and shows the handover again. */
const doing = (act: (ctx: Context, c: Ask) => Promise<unknown>) => async (c: Ask) => {
  await act(c.var.ctx, c)
  return onTo(c, `/handover/${id(c)}`)
}

/** One line of words about an item: whose it is first, so that another shop's is not found whatever the form says. */
const saying =
  (
    name: string,
    act: (ctx: Context, handoverId: string, itemId: string, words: string) => Promise<unknown>,
    back = '',
  ) =>
  async (c: Ask) => {
    const { ctx } = c.var
    await itemFor(ctx.read, ctx, id(c), item(c))
    const { [name]: said = '' } = await readForm(c, z.object({ [name]: z.string().max(300) }))
    await act(ctx, id(c), item(c), said)
    const list = `/handover/${id(c)}`
    return back === 'list' ? onTo(c, list, { leave: true }) : onTo(c, `${list}/items/${item(c)}`)
  }
const edit = async (c: Ask) => {
  const { ctx } = c.var
  await itemFor(ctx.read, ctx, id(c), item(c))
  const { seen, ...wish } = await readForm(c, editForm)
  await editItem(ctx, id(c), item(c), wish, seen)
  return onTo(c, `/handover/${id(c)}`, { leave: true })
}
const add = async (c: Ask) => {
  const { ctx } = c.var
  await deskFor(ctx.read, ctx, id(c))
  await addItem(ctx, id(c), await readForm(c, wishForm))
  return onTo(c, `/handover/${id(c)}`)
}

export const handoverRoutes = (sources: Sources): Route[] => [
  get('/handovers', 'handovers.see', home),
  post('/handovers/start', 'handovers.write', start(sources)),
  get('/handover/:id', 'handovers.see', show(sources)),
  get('/handover/:id/sheet', 'handovers.see', sheet(sources)),
  get('/handover/:id/items/:item', 'handovers.see', showItem(sources)),
  post('/handover/:id/items', 'handovers.write', add),
  post('/handover/:id/items/:item/edit', 'handovers.write', edit),
  post(
    '/handover/:id/items/:item/up',
    'handovers.write',
    doing((ctx, c) => moveItem(ctx, id(c), item(c), 'up')),
  ),
  post(
    '/handover/:id/items/:item/down',
    'handovers.write',
    doing((ctx, c) => moveItem(ctx, id(c), item(c), 'down')),
  ),
  post('/handover/:id/items/:item/leave-out', 'handovers.write', saying('why', leaveOut, 'list')),
  post(
    '/handover/:id/items/:item/put-back',
    'handovers.write',
    doing((ctx, c) => putBack(ctx, id(c), item(c))),
  ),
  post(
    '/handover/:id/items/:item/acknowledge',
    'handovers.write',
    doing((ctx, c) => acknowledgeItem(ctx, sources, id(c), item(c))),
  ),
  post('/handover/:id/items/:item/ask', 'handovers.write', saying('text', askBack)),
  post('/handover/:id/items/:item/answer', 'handovers.write', saying('text', answer)),
  post('/handover/:id/items/:item/amend', 'handovers.write', saying('text', amendItem)),
  post(
    '/handover/:id/items/:item/settle',
    'handovers.write',
    saying('ending', (ctx, handoverId, itemId, how) => settleItem(ctx, sources, handoverId, itemId, how), 'list'),
  ),
  post(
    '/handover/:id/give',
    'handovers.write',
    doing((ctx, c) => giveHandover(ctx, sources, id(c))),
  ),
  post(
    '/handover/:id/take',
    'handovers.write',
    doing((ctx, c) => takeUngiven(ctx, sources, id(c))),
  ),
  post(
    '/handover/:id/cosign',
    'handovers.write',
    doing((ctx, c) => coSign(ctx, id(c))),
  ),
  post(
    '/handover/:id/sign',
    'handovers.write',
    doing((ctx, c) => signHandover(ctx, id(c))),
  ),
]
