/** Payouts: the list, paying several, one; and the shop's rule. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { activityOf } from '../../core/activity.ts'
import { readForm } from '../../core/forms.ts'
import { fenFrom } from '../../core/text.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { namesOf } from '../people/index.ts'
import { calendarOf, shopHere } from '../shops/index.ts'
import { payMany, type Paid } from './bulk.ts'
import { payoutCameBack, payOut, refusePayout, withdrawPayout } from './deciding.ts'
import { payoutList } from './list.ts'
import { PayoutsView } from './list-view.tsx'
import { PayoutView, type PayoutSight } from './one-view.tsx'
import { pageWords } from './page-words.ts'
import { preparePayout } from './preparing.ts'
import { mayPay, mayWithdraw, onePersonPays, waitsTooLongAt } from './rules.ts'
import { letOnePersonPay } from './settings.ts'
import { RuleView } from './settings-view.tsx'
import { findPayout, payoutRow, refusal } from './store.ts'

const id = (c: Ask) => c.req.param('id')!

const saved = (c: Ask) => (
  <Saved at={c.req.query('saved')} now={c.var.ctx.now}>
    {pageWords(c.var.ctx.lang).saved}
  </Saved>
)

const list = (c: Ask) => listPage(c)

async function listPage(c: Ask, results?: readonly Paid[]) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const found = await payoutList(ctx, shop, c.req.query('day'))
  return page(
    c,
    { title: pageWords(ctx.lang).title, active: '/payouts' },
    <main id="main" class="page stack">
      <PayoutsView lang={ctx.lang} shop={shop} now={ctx.now} list={found} results={results} />
      {saved(c)}
    </main>,
  )
}

const prepareForm = z.object({
  entry: z.string().optional(),
  claim: z.string().optional(),
  amount: z.string(),
  what: z.string().optional(),
})

async function prepare(c: Ask) {
  const { entry: entryId, claim: claimId, amount, what } = await readForm(c, prepareForm)
  await preparePayout(c.var.ctx, { entryId, claimId, amount: fenFrom(amount) ?? 0, what })
  return onTo(c, savedHref('/payouts', c.var.ctx.now))
}

const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat())
const payForm = z.object({ ids: several, prefix: z.string().default('') }).catchall(several)

/** Each with its own number behind what all of them have. */
async function paySome(c: Ask) {
  const { ids, prefix, ...rest } = await readForm(c, payForm)
  if (!ids.length) throw refusal('invalid', 'noneChosen')
  const own = (payout: string) => rest[`how-${payout}`]?.[0] ?? ''
  const picked = ids.map((payout) => ({ id: payout, how: `${prefix} ${own(payout)}`.trim() }))
  return listPage(c, await payMany(c.var.ctx, picked))
}

// --- one ----------------------------------------------------------------------------------------------

async function sightOf(c: Ask): Promise<PayoutSight> {
  const { lang, read, who, now } = c.var.ctx
  const { shopId } = await findPayout(read, who, id(c))
  const shop = shopHere(c, shopId)
  const payout = (await payoutRow(read, id(c)))!
  const isLate = waitsTooLongAt(await calendarOf(read, shop), payout.preparedAt) <= now
  return {
    lang,
    shop,
    payout,
    late: payout.state === 'prepared' && isLate,
    names: await namesOf(read, [payout.preparedBy, payout.decidedBy].flatMap((one) => one ?? [])), // prettier-ignore
    history: await activityOf(read, `payout:${payout.id}`),
    canPay: mayPay(payout, who, shop),
    canWithdraw: mayWithdraw(payout, who),
    canDecide: may(who, 'payouts.pay') && (payout.state !== 'prepared' || payout.preparedBy !== who.id),
  }
}

async function show(c: Ask) {
  const sight = await sightOf(c)
  return page(
    c,
    { title: `${pageWords(sight.lang).title} ${sight.payout.buyer}`, active: '/payouts' },
    <main id="main" class="page stack">
      <PayoutView {...sight} />
      {saved(c)}
    </main>,
  )
}

const back = (c: Ask) => onTo(c, savedHref(`/payout/${id(c)}`, c.var.ctx.now))
const whyIn = async (c: Ask) => (await readForm(c, z.object({ why: z.string() }))).why

async function pay(c: Ask) {
  await payOut(c.var.ctx, id(c), (await readForm(c, z.object({ how: z.string() }))).how)
  return back(c)
}
async function refuse(c: Ask) {
  await refusePayout(c.var.ctx, id(c), await whyIn(c))
  return back(c)
}
async function withdraw(c: Ask) {
  await withdrawPayout(c.var.ctx, id(c), await whyIn(c))
  return back(c)
}
async function cameBack(c: Ask) {
  await payoutCameBack(c.var.ctx, id(c), await whyIn(c))
  return back(c)
}

// --- the shop's rule ----------------------------------------------------------------------------------

const rule = (c: Ask) =>
  page(
    c,
    { title: pageWords(c.var.ctx.lang).settings, active: '/shop/settings' },
    <main id="main" class="page stack">
      <RuleView lang={c.var.ctx.lang} alone={onePersonPays(shopHere(c))} />
      {saved(c)}
    </main>,
  )

async function changeRule(c: Ask) {
  const { alone, why } = await readForm(c, z.object({ alone: z.literal('yes').optional(), why: z.string() }))
  await letOnePersonPay(c.var.ctx, shopHere(c).id, alone === 'yes', why)
  return onTo(c, savedHref('/shop/payouts', c.var.ctx.now))
}

export const routes = [
  get('/payouts', 'payouts.see', list),
  post('/payouts', 'payouts.prepare', prepare),
  post('/payouts/pay', 'payouts.pay', paySome),
  get('/payout/:id', 'payouts.see', show),
  post('/payout/:id/pay', 'payouts.pay', pay),
  post('/payout/:id/refuse', 'payouts.pay', refuse),
  post('/payout/:id/withdraw', 'payouts.prepare', withdraw),
  post('/payout/:id/came-back', 'payouts.pay', cameBack),
  get('/shop/payouts', 'shop.settings', rule),
  post('/shop/payouts', 'shop.settings', changeRule),
]
