/** Gift rules: all of them, one with its dry run, and what can be done with it. */
import { z } from 'zod'
import { activityOf } from '../../core/activity.ts'
import type { Context } from '../../core/context.ts'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { allCampaigns } from '../campaigns/index.ts'
import { shopHere, type Shop } from '../shops/index.ts'
import { addGiftRule, changeGiftRule, endGiftRule, reopenGiftRule, switchGiftRule } from './actions.ts'
import { dayAsked, dryRun } from './dry-run.ts'
import { pageWords } from './page-words.ts'
import { RuleView } from './rule-view.tsx'
import { RulesView } from './rules-view.tsx'
import { openByRule } from './store-proposals.ts'
import { findRule, rulesOf } from './store.ts'
import { ruleForm, wishFrom } from './wish.ts'

const id = (c: Ask) => c.req.param('id')!

const saved = (c: Ask) => (
  <Saved at={c.req.query('saved')} now={c.var.ctx.now}>
    {pageWords(c.var.ctx.lang).saved}
  </Saved>
)

const currentCampaigns = async ({ read, now }: Context, shop: Shop) =>
  (await allCampaigns(read, shop.id, now, 0)).current

async function list(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const rules = await rulesOf(ctx.read, shop.id)
  const open = await openByRule(ctx.read, shop.id)
  const campaigns = await currentCampaigns(ctx, shop)
  return page(
    c,
    { title: pageWords(ctx.lang).rules, active: '/gift-proposals' },
    <main id="main" class="page stack">
      <RulesView {...{ lang: ctx.lang, shop, rules, open, campaigns }} />
      {saved(c)}
    </main>,
  )
}

async function show(c: Ask) {
  const { ctx } = c.var
  const rule = await findRule(ctx.read, ctx.who, id(c))
  const shop = shopHere(c, rule.shopId)
  const tried = await dryRun(ctx.read, shop, rule, dayAsked(c.req.query('day'), shop, ctx.now))
  const yesterday = dayAsked(undefined, shop, ctx.now)
  const current = await currentCampaigns(ctx, shop)
  const own = rule.campaign && !current.some((one) => one.id === rule.campaignId) ? [rule.campaign] : []
  const history = await activityOf(ctx.read, `gift_rule:${rule.id}`)
  const props = { lang: ctx.lang, shop, rule, tried, yesterday, history, campaigns: [...own, ...current] }
  return page(
    c,
    { title: rule.name, active: '/gift-proposals' },
    <main id="main" class="page stack">
      <RuleView {...props} />
      {saved(c)}
    </main>,
  )
}

const toRule = (c: Ask, ruleId: string) => onTo(c, savedHref(`/gift-rule/${ruleId}`, c.var.ctx.now))

async function add(c: Ask) {
  const form = await readForm(c, ruleForm)
  const shop = shopHere(c)
  return onTo(c, `/gift-rule/${await addGiftRule(c.var.ctx, shop.id, wishFrom(form, shop.timeZone))}`, { leave: true })
}

async function change(c: Ask) {
  const { ctx } = c.var
  const form = await readForm(c, ruleForm.extend({ why: z.string(), seen: z.string().optional() }))
  const { shopId } = await findRule(ctx.read, ctx.who, id(c))
  const wish = wishFrom(form, shopHere(c, shopId).timeZone)
  await changeGiftRule(ctx, id(c), wish, { why: form.why, seen: form.seen })
  return toRule(c, id(c))
}

async function switchOn(c: Ask) {
  const { seen } = await readForm(c, z.object({ seen: z.string().optional() }))
  await switchGiftRule(c.var.ctx, id(c), true, seen)
  return toRule(c, id(c))
}

async function switchOff(c: Ask) {
  await switchGiftRule(c.var.ctx, id(c), false)
  return toRule(c, id(c))
}

async function end(c: Ask) {
  const { why } = await readForm(c, z.object({ why: z.string() }))
  await endGiftRule(c.var.ctx, id(c), why)
  return toRule(c, id(c))
}

async function reopen(c: Ask) {
  await reopenGiftRule(c.var.ctx, id(c))
  return toRule(c, id(c))
}

export const ruleRoutes = [
  get('/gift-rules', 'gifts.rules', list),
  post('/gift-rules', 'gifts.rules', add),
  get('/gift-rule/:id', 'gifts.rules', show),
  post('/gift-rule/:id/change', 'gifts.rules', change),
  post('/gift-rule/:id/on', 'gifts.rules', switchOn),
  post('/gift-rule/:id/off', 'gifts.rules', switchOff),
  post('/gift-rule/:id/end', 'gifts.rules', end),
  post('/gift-rule/:id/reopen', 'gifts.rules', reopen),
]
