/** The catalogue and one prize. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { activityOf } from '../../core/activity.ts'
import { readForm } from '../../core/forms.ts'
import { fenFrom } from '../../core/text.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { findCampaign } from '../campaigns/index.ts'
import { shopHere } from '../shops/index.ts'
import { addPrize, endPrize, planPrize, renamePrize, reopenPrize } from './actions.ts'
import { campaignsToStock, catalogueOf } from './catalogue.ts'
import { CatalogueView } from './catalogue-view.tsx'
import { listRoutes } from './list-routes.tsx'
import { PrizeView } from './one-view.tsx'
import { pageWords } from './page-words.ts'
import { disagreeing, reconcile } from './reconciling.ts'
import { prizeKinds } from './rules.ts'
import { prizeById, stockOf } from './store.ts'

const id = (c: Ask) => c.req.param('id')!
const canPlan = (c: Ask) => may(c.var.ctx.who, 'prizes.plan')

const saved = (c: Ask) => (
  <Saved at={c.req.query('saved')} now={c.var.ctx.now}>
    {pageWords(c.var.ctx.lang).saved}
  </Saved>
)

async function list(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const groups = await catalogueOf(ctx.read, shop.id, ctx.now)
  const campaigns = await campaignsToStock(ctx.read, shop.id, ctx.now)
  const disagree = disagreeing(await reconcile(ctx.read, shop, ctx.now))
  return page(
    c,
    { title: pageWords(ctx.lang).title, active: '/prizes' },
    <main id="main" class="page stack">
      <CatalogueView {...{ lang: ctx.lang, shop, groups, campaigns, disagree, canPlan: canPlan(c) }} />
      {saved(c)}
    </main>,
  )
}

async function show(c: Ask) {
  const { ctx } = c.var
  const prize = await prizeById(ctx.read, ctx.who, id(c))
  const shop = shopHere(c, prize.shopId)
  const campaign = await findCampaign(ctx.read, ctx.who, prize.campaignId)
  const stocked = { ...prize, ...(await stockOf(ctx.read, prize)) }
  const history = await activityOf(ctx.read, `prize:${prize.id}`)
  return page(
    c,
    { title: prize.name, active: '/prizes' },
    <main id="main" class="page stack">
      <PrizeView {...{ lang: ctx.lang, shop, prize: stocked, campaign, history, canPlan: canPlan(c) }} />
      {saved(c)}
    </main>,
  )
}

/** '' and what is no amount: undefined. */
const fen = z.string().transform(fenFrom)
const whole = z.coerce.number()
const seen = z.coerce.number().optional()

async function add(c: Ask) {
  const wish = z.object({
    campaign: z.string(),
    kind: z.enum(prizeKinds),
    name: z.string(),
    planned: whole,
    worth: fen.optional(),
  })
  const { campaign, ...form } = await readForm(c, wish)
  await addPrize(c.var.ctx, { campaignId: campaign, ...form })
  return onTo(c, savedHref('/prizes', c.var.ctx.now))
}

const back = (c: Ask) => onTo(c, savedHref(`/prize/${id(c)}`, c.var.ctx.now))

async function plan(c: Ask) {
  const form = await readForm(c, z.object({ planned: whole, why: z.string(), seen }))
  await planPrize(c.var.ctx, id(c), { ...form, seenChangedAt: form.seen })
  return back(c)
}

async function rename(c: Ask) {
  const form = await readForm(c, z.object({ name: z.string(), seen }))
  await renamePrize(c.var.ctx, id(c), { ...form, seenChangedAt: form.seen })
  return back(c)
}

async function end(c: Ask) {
  const { why } = await readForm(c, z.object({ why: z.string() }))
  await endPrize(c.var.ctx, id(c), why)
  return back(c)
}

async function reopen(c: Ask) {
  await reopenPrize(c.var.ctx, id(c))
  return back(c)
}

export const routes = [
  get('/prizes', 'prizes.see', list),
  post('/prizes', 'prizes.plan', add),
  ...listRoutes,
  get('/prize/:id', 'prizes.see', show),
  post('/prize/:id/plan', 'prizes.plan', plan),
  post('/prize/:id/rename', 'prizes.plan', rename),
  post('/prize/:id/end', 'prizes.plan', end),
  post('/prize/:id/reopen', 'prizes.plan', reopen),
]
