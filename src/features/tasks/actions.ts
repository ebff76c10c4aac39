/** Every change to a task but its passing on (passing.ts). */
import type { Context, Record } from '../../core/context.ts'
import { both } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { shortOf } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { announce } from '../inbox/index.ts'
import { staffOf, type Staff } from '../people/index.ts'
import { dutiesAround } from '../shifts/index.ts'
import { findShop, ownShop, type Shift, type Shop } from '../shops/index.ts'
import { refusal, words } from './messages.ts'
import { haversOf, mayEnd, sideFor } from './rules.ts'
import { withdrawPasses } from './store-passes.ts'
import { findTask, insertTask, saveTask, taskById, type Task } from './store.ts'
import { teamOf } from './team.ts'

export type NewTask = {
  shopId: string
  /** action: a meeting decided it, it stays on agendas until it ends. */
  kind: Task['kind']
  text: string
  ownerId: string
  /** Left out: the side on which the owner works when it is due. */
  ownerSide?: Shift | undefined
  /** UTC ms, later than now. */
  dueAt: number
  meetingId?: string | undefined
  orderId?: string | undefined
  /** The page of the thing it is about. */
  href?: string | undefined
}

/** Somebody of the shop; throws `invalid` for anybody else. */
export async function personOf(tx: Tx, shopId: string, id: string): Promise<Staff> {
  const person = (await staffOf(tx, shopId)).find((one) => one.id === id)
  if (!person) throw refusal('invalid', 'nobodyHere', 'person')
  return person
}

/** WHO-6: tells the new owner, unless it is themself. Returns its id. */
export const addTask = (ctx: Context, wish: NewTask): Promise<string> =>
  ctx.write(async (tx, record) => {
    const text = neededText(wish.text, 'text')
    const shop = await ownShop(tx, ctx, wish.shopId)
    const owner = await personOf(tx, shop.id, wish.ownerId)
    if (!(wish.dueAt > ctx.now)) throw refusal('invalid', 'dueInPast', 'day')
    const ownerSide =
      wish.ownerSide ?? sideFor({ id: owner.id, dueAt: wish.dueAt }, await dutiesAround(tx, shop, ctx.now), shop)
    const { kind, dueAt, meetingId = null, orderId = null, href = null } = wish
    const made = { createdAt: ctx.now, createdBy: ctx.who.id }
    const task = await insertTask(tx, {
      shopId: shop.id,
      kind,
      text,
      ownerId: owner.id,
      ownerSide,
      dueAt,
      state: 'open',
      meetingId,
      orderId,
      href,
      ...made,
    })
    await record('task.added', `task:${task.id}`, {
      shopId: shop.id,
      after: { text, kind, ownerId: owner.id, owner: owner.handle, ownerSide, dueAt },
    })
    await tellOwner(tx, ctx, shop, task)
    return task.id
  })

/** Once for each time that it comes to somebody. */
export async function tellOwner(tx: Tx, ctx: Context, shop: Shop, task: Task) {
  if (!task.ownerId || task.ownerId === ctx.who.id) return
  const due = shortOf(task.dueAt, shop.timeZone)
  await announce(tx, ctx.now, {
    shopId: shop.id,
    to: [task.ownerId],
    key: `task.given:${task.id}:${ctx.now}`,
    tone: 'soon',
    text: both((lang) => words(lang).announce.given(ctx.who.handle, task.text, due)),
    href: `/tasks/${task.id}`,
  })
}

/** A task that this person may settle; throws not_found, conflict when it is settled, forbidden when it is another's. */
export async function ownOpenTask(tx: Tx, ctx: Context, id: string) {
  const task = await findTask(tx, ctx.who, id)
  if (task.state !== 'open') throw refusal('conflict', 'ended')
  const shop = (await findShop(tx, task.shopId))!
  const having = haversOf(task, await teamOf(tx, shop, ctx.now))
  if (!mayEnd(task, ctx.who, having)) throw refusal('forbidden', 'notYours')
  return { task, shop, having }
}

/** Done; `line` says how it ended. */
export const finishTask = (ctx: Context, id: string, line: string) => endTask(ctx, id, 'done', line)
/** Not to be done; `line` says why. */
export const dropTask = (ctx: Context, id: string, line: string) => endTask(ctx, id, 'dropped', line)

const endTask = (ctx: Context, id: string, state: 'done' | 'dropped', line: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const ending = neededText(line, 'ending')
    const { task } = await ownOpenTask(tx, ctx, id)
    await ended(tx, ctx, record, task, { state, ending })
  })

/** For the room whose thing it stands for (`href`): whoever settles that ends it too. Nothing when it has ended. */
export const endWithThing = (ctx: Context, id: string, ending: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const task = await taskById(tx, id)
    if (task?.state === 'open') await ended(tx, ctx, record, task, { state: 'done', ending })
  })

type Ending = { state: 'done' | 'dropped'; ending: string }

async function ended(tx: Tx, ctx: Context, record: Record, task: Task, { state, ending }: Ending) {
  await saveTask(tx, task, { state, ending, endedAt: ctx.now, endedBy: ctx.who.id })
  await withdrawPasses(tx, task.id, ctx.now)
  const kind = state === 'done' ? 'task.finished' : 'task.dropped'
  await record(kind, `task:${task.id}`, { shopId: task.shopId, after: { text: task.text, state }, why: ending })
  await tellGiver(tx, ctx, task, ending)
}

/** Who gave it to somebody else hears how it ended. */
async function tellGiver(tx: Tx, ctx: Context, task: Task, ending: string) {
  if (!task.createdBy || task.createdBy === ctx.who.id) return
  await announce(tx, ctx.now, {
    shopId: task.shopId,
    to: [task.createdBy],
    key: `task.ended:${task.id}:${ctx.now}`,
    tone: 'calm',
    text: both((lang) => words(lang).announce.ended(ctx.who.handle, task.text, ending)),
    href: `/tasks/${task.id}`,
  })
}

/** It was not finished after all: open again, as it was. */
export const reopenTask = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const task = await findTask(tx, ctx.who, id)
    if (task.state === 'open') throw refusal('conflict', 'notEnded')
    const shop = (await findShop(tx, task.shopId))!
    const having = haversOf(task, await teamOf(tx, shop, ctx.now))
    if (task.endedBy !== ctx.who.id && !mayEnd(task, ctx.who, having)) throw refusal('forbidden', 'notYours')
    await saveTask(tx, task, { state: 'open', ending: null, endedAt: null, endedBy: null })
    const before = { state: task.state, ending: task.ending }
    await record('task.reopened', `task:${id}`, { shopId: shop.id, before, after: { text: task.text } })
  })

/** Gives it another time, later than now, and says why. */
export const moveTask = (ctx: Context, id: string, wish: { dueAt: number; why: string }): Promise<void> =>
  ctx.write(async (tx, record) => {
    const why = neededText(wish.why, 'why')
    const { task, shop } = await ownOpenTask(tx, ctx, id)
    const { dueAt } = wish
    if (!(dueAt > ctx.now)) throw refusal('invalid', 'dueInPast', 'day')
    if (dueAt === task.dueAt) throw refusal('invalid', 'sameDue', 'day')
    await saveTask(tx, task, { dueAt })
    const after = { text: task.text, dueAt, due: shortOf(dueAt, shop.timeZone) }
    await record('task.moved', `task:${id}`, { shopId: shop.id, before: { dueAt: task.dueAt }, after, why })
  })
