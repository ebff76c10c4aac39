/** MEET-1, HOLD-3, DAY-3: what has its day, or stays until it is done, is on the agenda of the meeting it belongs to. */
import { and, eq, gt, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import { openOrder } from '../../../db/conditions.ts'
import { campaigns, holds, notebook, orders, tasks } from '../../../db/schema.ts'
import type { Reader } from '../../../src/core/store.ts'
import { addDays, dayOf, instantOf, type Day } from '../../../src/core/time.ts'
import { features } from '../../../src/features.ts'
import { agendaSources, draftAgenda } from '../../../src/features/meetings/index.ts'
import type { Scene } from '../scene.ts'
import type { Place } from '../town.ts'
import { note, type Check, type Fault } from './look.ts'
import { track } from './watch.ts'

const sources = agendaSources(features)

export type Kind = 'morning' | 'evening'

/** Asked when a meeting is opened, before anybody talks: `keys` are those of its points. */
export async function agendaWhole(
  { town, place, db, now }: Scene,
  { kind, day }: { kind: Kind; day: Day },
  keys: ReadonlySet<string>,
) {
  track(town.watch, 'meeting', `${place.shop.code} ${day} ${kind}`)
  const faults = missingFrom(keys, await expected(db, place, kind, day), { kind, day })
  await note({ db, place, now, watch: town.watch }, 'surface', faults)
}

/**
 * Once a day, with the first sweep of it, as whoever opens the meeting's page would see it: also on a day on which
 * nobody meets.
 */
export const agendasAreReady: Check = async (look) => {
  const { db, place, now, watch } = look
  const day = dayOf(now, place.shop.timeZone)
  if (watch.agendas.get(place.shop.id) === day) return []
  watch.agendas.set(place.shop.id, day)
  const faults: Fault[] = []
  for (const kind of ['morning', 'evening'] as const) {
    const drafted = new Set((await draftAgenda(db, sources, place.shop, { day, kind, now })).map(({ key }) => key))
    faults.push(...missingFrom(drafted, await expected(db, place, kind, day), { kind, day }))
  }
  return faults
}

const missingFrom = (keys: ReadonlySet<string>, wanted: readonly string[], { kind, day }: { kind: Kind; day: Day }) =>
  wanted
    .filter((key) => !keys.has(key))
    .map((key): Fault => ({ what: `${day} ${kind} ${key}`, why: 'belongs on this agenda and is not there' }))

async function expected(db: Reader, { shop }: Place, kind: Kind, day: Day): Promise<string[]> {
  const last = kind === 'morning' ? day : addDays(day, 1)
  return [
    ...(await dueHolds(db, shop.id, last)),
    ...(await actions(db, shop.id)),
    ...(await changing(db, shop, kind, last)),
    ...(kind === 'evening' ? await notes(db, shop.id, day) : []),
  ]
}

const keyed = (kind: string, rows: readonly { id: string }[]) => rows.map(({ id }) => `${kind}:${id}`)

const dueHolds = async (db: Reader, shopId: string, last: Day) =>
  keyed(
    'hold',
    await db
      .select({ id: holds.id })
      .from(holds)
      .innerJoin(orders, eq(orders.id, holds.orderId))
      .where(and(eq(holds.shopId, shopId), eq(holds.state, 'open'), lte(holds.dueOn, last), openOrder(orders))),
  )

const actions = async (db: Reader, shopId: string) =>
  keyed(
    'task',
    await db
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.shopId, shopId), eq(tasks.state, 'open'), eq(tasks.kind, 'action'))),
  )

/** In the morning those that start or end today, in the evening all of tomorrow. */
async function changing(db: Reader, { id, timeZone }: Place['shop'], kind: Kind, day: Day): Promise<string[]> {
  const [from, to] = [instantOf(day, '00:00', timeZone), instantOf(addDays(day, 1), '00:00', timeZone)]
  const rows = await db
    .select()
    .from(campaigns)
    .where(
      and(
        eq(campaigns.shopId, id),
        isNull(campaigns.cancelledAt),
        lt(campaigns.startsAt, to),
        gt(campaigns.endsAt, from),
      ),
    )
  return rows.flatMap(({ id: campaign, startsAt, endsAt }) => {
    if (startsAt >= from) return [`campaign:${campaign}:starts`]
    if (endsAt <= to) return [`campaign:${campaign}:ends`]
    return kind === 'morning' ? [] : [`campaign:${campaign}`]
  })
}

/** Put on this evening's agenda or an earlier one's, and not talked about yet. */
const notes = async (db: Reader, shopId: string, day: Day) =>
  keyed(
    'note',
    await db
      .select({ id: notebook.id })
      .from(notebook)
      .where(
        and(
          eq(notebook.shopId, shopId),
          isNotNull(notebook.agendaDay),
          lte(notebook.agendaDay, day),
          isNull(notebook.talkedAt),
        ),
      ),
  )
