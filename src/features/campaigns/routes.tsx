/** Campaigns: all of them, one, and planning. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { activityOf } from '../../core/activity.ts'
import { readForm } from '../../core/forms.ts'
import { instantOf, isClocktime, isDay } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { shopHere, type Shop } from '../shops/index.ts'
import { cancelCampaign, changeCampaign, planCampaign, type CampaignWish } from './actions.ts'
import { words } from './messages.ts'
import { CampaignView } from './one-view.tsx'
import { allCampaigns, findCampaign, refusal } from './store.ts'
import { CampaignsView } from './views.tsx'

const id = (c: Ask) => c.req.param('id')!

const saved = (c: Ask) => (
  <Saved at={c.req.query('saved')} now={c.var.ctx.now}>
    {words(c.var.ctx.lang).saved}
  </Saved>
)

async function list(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const found = await allCampaigns(ctx.read, shop.id, ctx.now)
  const props = { lang: ctx.lang, shop, now: ctx.now, ...found, canPlan: may(ctx.who, 'campaigns.plan') }
  return page(
    c,
    { title: words(ctx.lang).title, active: '/campaigns' },
    <main id="main" class="page stack">
      <CampaignsView {...props} />
      {saved(c)}
    </main>,
  )
}

async function show(c: Ask) {
  const { ctx } = c.var
  const campaign = await findCampaign(ctx.read, ctx.who, id(c))
  const shop = shopHere(c, campaign.shopId)
  const history = await activityOf(ctx.read, `campaign:${campaign.id}`)
  const props = { lang: ctx.lang, shop, now: ctx.now, campaign, history, canPlan: may(ctx.who, 'campaigns.plan') }
  return page(
    c,
    { title: campaign.name, active: '/campaigns' },
    <main id="main" class="page stack">
      <CampaignView {...props} />
      {saved(c)}
    </main>,
  )
}

const campaignForm = z.object({
  name: z.string(),
  startDay: z.string(),
  startTime: z.string(),
  endDay: z.string(),
  endTime: z.string(),
  rules: z.string().default(''),
  coupons: z.string().default(''),
  answers: z.string().default(''),
  bigDay: z.literal('yes').optional(),
})

function wishFrom(form: z.output<typeof campaignForm>, { timeZone }: Shop): CampaignWish {
  const { name, rules, coupons, answers, startDay, startTime, endDay, endTime } = form
  if (![startDay, endDay].every(isDay) || ![startTime, endTime].every(isClocktime))
    throw refusal('invalid', 'timesWrong', 'startDay')
  const times = { startsAt: instantOf(startDay, startTime, timeZone), endsAt: instantOf(endDay, endTime, timeZone) }
  return { name, rules, coupons, answers, ...times, bigDay: form.bigDay === 'yes' }
}

async function plan(c: Ask) {
  const form = await readForm(c, campaignForm)
  const shop = shopHere(c)
  await planCampaign(c.var.ctx, shop.id, wishFrom(form, shop))
  return onTo(c, savedHref('/campaigns', c.var.ctx.now))
}

async function change(c: Ask) {
  const { ctx } = c.var
  const form = await readForm(c, campaignForm.extend({ why: z.string(), seen: z.coerce.number().optional() }))
  const { shopId } = await findCampaign(ctx.read, ctx.who, id(c))
  const about = { why: form.why, seenChangedAt: form.seen }
  await changeCampaign(ctx, id(c), wishFrom(form, shopHere(c, shopId)), about)
  return onTo(c, savedHref(`/campaign/${id(c)}`, ctx.now))
}

async function cancel(c: Ask) {
  const { why } = await readForm(c, z.object({ why: z.string() }))
  await cancelCampaign(c.var.ctx, id(c), why)
  return onTo(c, savedHref(`/campaign/${id(c)}`, c.var.ctx.now))
}

export const routes = [
  get('/campaigns', 'campaigns.see', list),
  post('/campaigns', 'campaigns.plan', plan),
  get('/campaign/:id', 'campaigns.see', show),
  post('/campaign/:id/change', 'campaigns.plan', change),
  post('/campaign/:id/cancel', 'campaigns.plan', cancel),
]
