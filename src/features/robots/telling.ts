/** What the clock starts: groups hear what the shop's people were told, each thing once, a burst as one message. */
import type { Context } from '../../core/context.ts'
import type { Job } from '../../core/due.ts'
import { newId } from '../../../db/kit.ts'
import { enqueue } from '../../core/outbox.ts'
import type { Tx } from '../../core/store.ts'
import type { World } from '../../core/web.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { contentOf, digestOf } from './letter.ts'
import { isRushHour } from './rate.ts'
import { groupLanguage, hasWaiting, newsFor, noteHeard, robotsOn, wantedBy, type Robot } from './store.ts'
import { bundled, type Bundle } from './topics.ts'

/** Runs after the rooms' jobs, so that a group hears in the same sweep what they announce. */
export const tellingJob = ({ publicUrl }: Pick<World, 'publicUrl'>): Job => ({
  name: 'robots',
  sweep: (ctx) => tellRobots(ctx, publicUrl),
})

/** Each robot's turn is a transaction of its own: one that fails keeps no other waiting. */
export async function tellRobots(ctx: Context, publicUrl?: URL): Promise<void> {
  const failures: unknown[] = []
  for (const robot of await robotsOn(ctx.read))
    await tell(ctx, robot, publicUrl).catch((error: unknown) => failures.push(error))
  if (failures.length) throw new AggregateError(failures, `${failures.length} robots`)
}

async function tell({ read, write, now }: Context, robot: Robot, publicUrl: URL | undefined) {
  if (isRushHour(robot.kind, now) || (await hasWaiting(read, robot))) return // gathers for the next
  if (!(await newsFor(read, robot, now)).length) return
  await write(async (tx) => {
    const news = await hear(tx, robot, now)
    const wanted = (await wantedBy(tx, [robot.id])).get(robot.id)!
    const found = bundled(news, wanted)
    if (found.length) await post(tx, now, robot, found, publicUrl)
  })
}

/** What it had not heard of, from now on heard; also by a robot that is off: what it missed is not told later. */
export async function hear(tx: Tx, robot: Robot, now: number) {
  const news = await newsFor(tx, robot, now)
  const fresh = await noteHeard(tx, robot, news, now)
  return fresh.filter((one) => !news.find(({ key }) => key === one.key)!.settled)
}

async function post(tx: Tx, now: number, robot: Robot, found: readonly Bundle[], publicUrl: URL | undefined) {
  const shop: Shop = (await findShop(tx, robot.shopId))!
  const digest = digestOf(robot, shop, found, { lang: await groupLanguage(tx, robot), publicUrl })
  const letter = { shopId: shop.id, channel: 'robot' as const, address: robot.id, role: 'robot' as const }
  await enqueue(tx, now, [{ ...letter, about: `told:${newId()}`, content: contentOf(robot, shop, digest) }])
}
