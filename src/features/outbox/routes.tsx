/** The outbox of the shop that one looks at. */
import { z } from 'zod'
import { activityOf } from '../../core/activity.ts'
import { readForm, readQuery } from '../../core/forms.ts'
import { subjectOf } from '../../core/outbox.ts'
import type { Channel, LetterState } from '../../core/outbox-rules.ts'
import { rowKey, type RowKey } from '../../core/paging.ts'
import { onTo, pageBefore, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { findShop, shopHere, type Shop } from '../shops/index.ts'
import {
  holdAll,
  holdLetter,
  letterFor,
  markBounced,
  releaseAll,
  releaseLetter,
  sendAgain,
  sendAllAgain,
  sendTest,
} from './actions.ts'
import { words } from './messages.ts'
import { LetterView } from './one-view.tsx'
import { countsOf, lettersOf } from './store.ts'
import { OutboxView, sections, type Section } from './views.tsx'

/** Rows of a section at once. */
const MOST = 100

const statesOf: Record<Section, readonly LetterState[]> = {
  failed: ['failed', 'bounced'],
  waiting: ['pending'],
  held: ['held'],
  sent: ['sent'],
}

const asked = z.object({ state: z.enum(sections).optional().catch(undefined), before: rowKey })

async function outbox(c: Ask) {
  const { ctx } = c.var
  const { state: only, before } = readQuery(c, asked)
  const shop = shopHere(c)
  const read = await Promise.all(
    (only ? [only] : sections).map(async (section) => [section, await listOf(c, shop, section, before)] as const),
  )
  const paged = read.find(([section]) => section === (only ?? 'sent'))![1]
  const props = {
    lang: ctx.lang,
    now: ctx.now,
    shop,
    only,
    counts: await countsHere(c, shop),
    lists: Object.fromEntries(read.map(([section, list]) => [section, list.slice(0, MOST)])),
    older: paged.length > MOST ? paged[MOST - 1] : undefined,
    later: before !== undefined,
    banner: bannerOf(c),
  }
  return page(c, { title: words(ctx.lang).outbox, active: '/outbox' }, <OutboxView {...props} />)
}

const listOf = (c: Ask, shop: Shop, section: Section, before: RowKey | undefined) =>
  lettersOf(c.var.ctx.read, shop.id, statesOf[section], { before, limit: MOST + 1 })

async function countsHere(c: Ask, shop: Shop) {
  const counts = await countsOf(c.var.ctx.read, shop.id)
  const sum = (section: Section) => statesOf[section].reduce((n, state) => n + (counts[state] ?? 0), 0)
  return { failed: sum('failed'), waiting: sum('waiting'), held: sum('held'), sent: sum('sent') }
}

/** Why nothing leaves. */
function bannerOf(c: Ask, channel: Channel = 'mail'): string | undefined {
  const { world, ctx } = c.var
  if (channel === 'robot' ? !world.demo : world.mail) return undefined
  return world.demo ? words(ctx.lang).inDemo : words(ctx.lang).notSetUp
}

async function letter(c: Ask) {
  const { ctx } = c.var
  const found = await letterFor(ctx.read, ctx, c.req.param('id')!)
  const props = {
    lang: ctx.lang,
    now: ctx.now,
    shop: (await findShop(ctx.read, found.shopId))!,
    letter: found,
    happened: await activityOf(ctx.read, subjectOf(found)),
    banner: bannerOf(c, found.channel),
  }
  return page(c, { title: found.subject, active: '/outbox' }, <LetterView {...props} />)
}

/** Back to where it was pressed: the list or the letter. What is due now does not wait for the clock. */
const done = (deed: (c: Ask) => Promise<unknown>) => async (c: Ask) => {
  await deed(c)
  void c.var.world.sweepNow?.()
  const before = pageBefore(c)
  return onTo(c, before?.startsWith('/letter/') || before?.startsWith('/outbox') ? before : '/outbox')
}
const toOne = (deed: typeof sendAgain) => done((c) => deed(c.var.ctx, c.req.param('id')!))
const toAll = (deed: typeof holdAll) => done((c) => deed(c.var.ctx))

async function bounced(c: Ask) {
  const { said } = await readForm(c, z.object({ said: z.string().default('') }))
  await markBounced(c.var.ctx, c.req.param('id')!, said)
}

async function test(c: Ask) {
  const { to } = await readForm(c, z.object({ to: z.string().max(254) }))
  const id = await sendTest(c.var.ctx, to)
  void c.var.world.sweepNow?.()
  return onTo(c, `/letter/${id}`, { leave: true })
}

export const routes = [
  get('/outbox', 'outbox.see', outbox),
  post('/outbox/again', 'outbox.work', toAll(sendAllAgain)),
  post('/outbox/hold', 'outbox.work', toAll(holdAll)),
  post('/outbox/release', 'outbox.work', toAll(releaseAll)),
  post('/outbox/test', 'outbox.work', test),
  get('/letter/:id', 'outbox.see', letter),
  post('/letter/:id/again', 'outbox.work', toOne(sendAgain)),
  post('/letter/:id/hold', 'outbox.work', toOne(holdLetter)),
  post('/letter/:id/release', 'outbox.work', toOne(releaseLetter)),
  post('/letter/:id/bounced', 'outbox.work', done(bounced)),
]
