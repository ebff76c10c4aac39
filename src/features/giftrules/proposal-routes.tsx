/** Gift proposals: the list, and deciding about them. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm, readQuery } from '../../core/forms.ts'
import { rowKey } from '../../core/paging.ts'
import { neededText } from '../../core/typed.ts'
import { onTo, pageBefore, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { shopHere } from '../shops/index.ts'
import { proposalList, resultRows, type ResultRow } from './list.ts'
import { refusedWords } from './messages.ts'
import { nextCutoff } from './open-things.ts'
import { pageWords } from './page-words.ts'
import { decideEach, declineProposal, reopenProposal, takeProposal } from './proposals.ts'
import { ProposalsView } from './proposals-view.tsx'

const id = (c: Ask) => c.req.param('id')!

type Decision = 'take' | 'decline'
const list = (c: Ask) => listPage(c, [], undefined)

async function listPage(c: Ask, results: readonly ResultRow[], decision: Decision | undefined) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const { after } = readQuery(c, z.object({ after: rowKey }))
  const props = {
    lang: ctx.lang,
    shop,
    now: ctx.now,
    list: await proposalList(ctx.read, shop.id, after),
    cutoffAt: await nextCutoff(ctx.read, shop, ctx.now),
    results,
    decision,
    canPlan: may(ctx.who, 'gifts.rules'),
  }
  return page(
    c,
    { title: pageWords(ctx.lang).proposals, active: '/gift-proposals' },
    <main id="main" class="page stack">
      <ProposalsView {...props} />
    </main>,
  )
}

const several = z.object({
  decision: z.enum(['take', 'decline']),
  id: z.union([z.string(), z.array(z.string())]).default([]).transform((v) => [v].flat()), // prettier-ignore
  why: z.string().default(''),
})

/** The answer to the form itself shows what came of each row. */
async function decide(c: Ask) {
  const { ctx } = c.var
  const { decision, id: ids, why } = await readForm(c, several)
  if (decision === 'decline') neededText(why, 'why', { missing: (lang) => refusedWords(lang).whyNeeded })
  const one = (proposalId: string) =>
    decision === 'take' ? takeProposal(ctx, proposalId) : declineProposal(ctx, proposalId, why)
  const results = await decideEach(ctx, ids, one)
  return listPage(c, await resultRows(ctx.read, shopHere(c).id, results), decision)
}

/** To the order or the list on which it was decided. */
function goBack(c: Ask) {
  const before = pageBefore(c)
  return onTo(c, before && /^\/(orders|gift-proposals)\b/.test(before) ? before : '/gift-proposals')
}

async function take(c: Ask) {
  await takeProposal(c.var.ctx, id(c))
  return goBack(c)
}

async function decline(c: Ask) {
  const { why } = await readForm(c, z.object({ why: z.string() }))
  await declineProposal(c.var.ctx, id(c), why)
  return goBack(c)
}

async function reopen(c: Ask) {
  await reopenProposal(c.var.ctx, id(c))
  return goBack(c)
}

export const proposalRoutes = [
  get('/gift-proposals', 'orders.gift', list),
  post('/gift-proposals', 'orders.gift', decide),
  post('/gift-proposal/:id/take', 'orders.gift', take),
  post('/gift-proposal/:id/decline', 'orders.gift', decline),
  post('/gift-proposal/:id/reopen', 'orders.gift', reopen),
]
