/** What all rooms have open with a time, gathered once for everybody of a shop; each sees of it what is theirs. */
import { revisionOf } from '../../core/activity.ts'
import type { Context } from '../../core/context.ts'
import { keptByShop } from '../../core/kept.ts'
import { addDays, dayOf, instantOf, MINUTE } from '../../core/time.ts'
import type { Feature, OpenThing } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'

export type Due = OpenThing & { dueAt: number }
/** Theirs and nobody's that are due before tomorrow morning, the earliest first. */
export type DueList = (ctx: Context, shop: Shop) => Promise<Due[]>

/** Words of what changes it: of the rooms whose things can be due, and a handover, for who reads it back gets its things. */
export const dueTopics = ['order', 'hold', 'followup', 'task', 'claim', 'entry', 'gift', 'campaign', 'parcel', 'refund', 'handover', 'minute'] as const // prettier-ignore

const MORNING = '08:00'

export function dueList(rooms: readonly Pick<Feature, 'handover'>[]): DueList {
  const sources = rooms.flatMap(({ handover = [] }) => handover)
  const kept = keptByShop<Due[]>()

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
    return kept(ctx.read, shop.id, as, () => gathered(ctx, shop))
  }

  return async (ctx, shop) => (await allOf(ctx, shop)).filter(({ ownerId }) => !ownerId || ownerId === ctx.who.id)
}
