/** SHIFT-1: a task changes hands when the other accepts; a lead gives it outright; whoever has it may take it. */
import type { Context } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { both, type Lang, type Said } from '../../core/i18n.ts'
import { neededText, textIn } from '../../core/typed.ts'
import { announce } from '../inbox/index.ts'
import { leadsOf, namesOf } from '../people/index.ts'
import { dutiesAround } from '../shifts/index.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { ownOpenTask, personOf, tellOwner } from './actions.ts'
import { refusal, words } from './messages.ts'
import { leadsTeam, sideFor } from './rules.ts'
import { answerPass, findPass, insertPass, openPassOf, withdrawPasses, type Pass } from './store-passes.ts'
import { findTask, saveTask, type Task } from './store.ts'

type Wish = { personId: string; why: string }

/** `asked`: waits for the other's answer; `given`: it is theirs. */
export const passTask = (ctx: Context, id: string, wish: Wish): Promise<'asked' | 'given'> =>
  ctx.write(async (tx, record) => {
    const why = textIn(wish.why, 'why')
    const { task, shop, having } = await ownOpenTask(tx, ctx, id)
    const to = await personOf(tx, task.shopId, wish.personId)
    if (to.id === task.ownerId) throw refusal('conflict', 'hasItAlready')
    const takes = to.id === ctx.who.id && (having.people.includes(to.id) || leadsTeam(ctx.who))
    if (takes || leadsTeam(ctx.who)) {
      await give(tx, ctx, shop, task, to.id)
      const after = { text: task.text, ownerId: to.id, owner: to.handle }
      await record('task.passed', `task:${id}`, { shopId: shop.id, before: { ownerId: task.ownerId }, after, why })
      return 'given'
    }
    const reason = neededText(why, 'why')
    if (await openPassOf(tx, id)) throw refusal('conflict', 'alreadyAsked')
    const passId = await insertPass(tx, {
      shopId: shop.id,
      askedBy: ctx.who.id!,
      askedOf: to.id,
      taskId: id,
      why: reason,
      askedAt: ctx.now,
    })
    const after = { text: task.text, passId, askedOf: to.id, asked: to.handle }
    await record('task.pass_asked', `task:${id}`, { shopId: shop.id, after, why: reason })
    const text = (lang: Lang) => words(lang).announce.asked(ctx.who.handle, task.text, reason)
    await tell(tx, ctx, task, [to.id], `task.asked:${passId}`, text, 'soon')
    return 'asked'
  })

/** The owner from now on; whoever was asked before needs not answer. */
async function give(tx: Tx, ctx: Context, shop: Shop, task: Task, ownerId: string) {
  const ownerSide = sideFor({ id: ownerId, dueAt: task.dueAt }, await dutiesAround(tx, shop, ctx.now), shop)
  await saveTask(tx, task, { ownerId, ownerSide })
  await withdrawPasses(tx, task.id, ctx.now)
  await tellOwner(tx, ctx, shop, { ...task, ownerId, ownerSide })
}

const tell = (
  tx: Tx,
  ctx: Context,
  task: Task,
  to: readonly string[],
  key: string,
  text: Said,
  tone: 'soon' | 'calm' = 'calm',
) =>
  announce(tx, ctx.now, {
    shopId: task.shopId,
    to: to.filter((id) => id !== ctx.who.id),
    key,
    tone,
    text: both(text),
    href: `/tasks/${task.id}`,
  })

async function askedPass(tx: Tx, ctx: Context, id: string, isMine: (pass: Pass) => boolean) {
  const pass = await findPass(tx, ctx.who, id)
  if (pass.state !== 'asked' || !isMine(pass)) throw refusal('conflict', 'notAsked')
  return { pass, task: await findTask(tx, ctx.who, pass.taskId!) }
}

/** The other takes it: theirs from now on; the asker and the leads are told. */
export const acceptTask = (ctx: Context, passId: string): Promise<string> =>
  ctx.write(async (tx, record) => {
    const { pass, task } = await askedPass(tx, ctx, passId, ({ askedOf }) => askedOf === ctx.who.id)
    const shop = (await findShop(tx, task.shopId))!
    await answerPass(tx, passId, 'accepted', ctx.now)
    await give(tx, ctx, shop, task, ctx.who.id!)
    const after = { text: task.text, ownerId: ctx.who.id, owner: ctx.who.handle }
    await record('task.passed', `task:${task.id}`, {
      shopId: shop.id,
      before: { ownerId: task.ownerId },
      after,
      why: pass.why,
    })
    const said = (lang: Lang) => words(lang).announce.accepted(ctx.who.handle, task.text)
    await tell(tx, ctx, task, [pass.askedBy], `task.accepted:${passId}`, said)
    const from = (await namesOf(tx, [pass.askedBy])).get(pass.askedBy)?.handle ?? ''
    const seen = (lang: Lang) => words(lang).announce.swapped(from, ctx.who.handle, task.text)
    const leads = (await leadsOf(tx, shop.id)).filter((id) => id !== pass.askedBy)
    await tell(tx, ctx, task, leads, `task.swapped:${passId}`, seen)
    return task.id
  })

/** The other does not take it: it stays where it is, and the asker is told. */
export const declineTask = (ctx: Context, passId: string): Promise<string> =>
  ctx.write(async (tx, record) => {
    const { pass, task } = await askedPass(tx, ctx, passId, ({ askedOf }) => askedOf === ctx.who.id)
    await answerPass(tx, passId, 'declined', ctx.now)
    await record('task.pass_declined', `task:${task.id}`, { shopId: task.shopId, after: { text: task.text } })
    const said = (lang: Lang) => words(lang).announce.declined(ctx.who.handle, task.text)
    await tell(tx, ctx, task, [pass.askedBy], `task.declined:${passId}`, said, 'soon')
    return task.id
  })

/** The asker keeps it after all. */
export const withdrawPass = (ctx: Context, passId: string): Promise<string> =>
  ctx.write(async (tx, record) => {
    const isMine = ({ askedBy }: Pass) => askedBy === ctx.who.id || leadsTeam(ctx.who)
    const { task } = await askedPass(tx, ctx, passId, isMine)
    await answerPass(tx, passId, 'withdrawn', ctx.now)
    await record('task.pass_withdrawn', `task:${task.id}`, { shopId: task.shopId, after: { text: task.text } })
    return task.id
  })
