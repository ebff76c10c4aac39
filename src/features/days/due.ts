/** What all rooms have open with a time, gathered once for everybody of a shop; each sees of it what is theirs. */
import { revisionOf } from '../../core/activity.ts'
import type { Context } from '../../core/context.ts'
import { addDays, dayOf, instantOf, MINUTE } from '../../core/time.ts'
import type { HandoverSource, OpenThing } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'

export type Due = OpenThing & { dueAt: number }
/** Theirs and nobody's that are due before tomorrow morning, the earliest first. */
export type DueList = (ctx: Context, shop: Shop) => Promise<Due[]>

const MORNING = '08:00'

export function dueList(sources: readonly HandoverSource[]): DueList {
  const kept = new Map<string, { as: string; all: Promise<Due[]> }>()

  async function gathered({ read, now }: Context, shop: Shop): Promise<Due[]> {
    const until = instantOf(addDays(dayOf(now, shop.timeZone), 1), MORNING, shop.timeZone)
    const lists = await Promise.all(sources.map((source) => source.open(read, shop, { now, until })))
    return lists
      .flat()
      .filter((thing): thing is Due => thing.dueAt !== undefined && thing.dueAt < until)
      .sort((a, b) => a.dueAt - b.dueAt)
  }

  async function allOf(ctx: Context, shop: Shop): Promise<Due[]> {
    const as = `${await revisionOf(ctx.read, shop.id)} ${Math.floor(ctx.now / MINUTE)}`
    const known = kept.get(shop.id)
    if (known?.as === as) return known.all
    const all = gathered(ctx, shop)
    kept.set(shop.id, { as, all })
    all.catch(() => kept.delete(shop.id))
    return all
  }

  return async (ctx, shop) => (await allOf(ctx, shop)).filter(({ ownerId }) => !ownerId || ownerId === ctx.who.id)
}
