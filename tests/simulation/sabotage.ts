/** Negative controls: one rule is broken on purpose behind the board's back, and the run must notice. */
import { and, eq, gte, inArray } from 'drizzle-orm'
import { holds, orders, roster } from '../../db/schema.ts'
import type { Job } from '../../src/core/due.ts'
import { dayOf, timeOf } from '../../src/core/time.ts'
import type { Place, Town } from './town.ts'

export const breaks = ['surface', 'owner', 'batch'] as const
export type Break = (typeof breaks)[number]

export type Sabotage = {
  /** Whether this job may sweep. */
  lets(job: Job): boolean
  /** After each sweep, before the checks look. */
  strike(town: Town): Promise<void>
}

const honest: Sabotage = { lets: () => true, strike: async () => {} }

export const sabotageOf = (rule: Break | undefined): Sabotage => (rule ? { ...honest, ...sabotages[rule] } : honest)

const everywhere = (at: string, harm: (town: Town, place: Place) => Promise<unknown>) => async (town: Town) => {
  for (const place of town.places) if (timeOf(town.clock.now, place.shop.timeZone) === at) await harm(town, place)
}

const forgetTonight = ({ store, clock }: Town, { shop }: Place) =>
  store.write((tx) =>
    tx
      .update(roster)
      .set({ published: 'off' })
      .where(
        and(
          eq(roster.shopId, shop.id),
          gte(roster.day, dayOf(clock.now, shop.timeZone)),
          eq(roster.published, 'night'),
        ),
      ),
  )

const loosenHolds = ({ store }: Town, { shop }: Place) =>
  store.write(async (tx) => {
    const mine = and(eq(holds.shopId, shop.id), eq(holds.state, 'open'))
    const held = (await tx.select({ orderId: holds.orderId }).from(holds).where(mine)).map(({ orderId }) => orderId)
    if (!held.length) return
    await tx.update(orders).set({ flag: 'red', meaning: 'ship' }).where(inArray(orders.id, held))
    await tx.update(holds).set({ state: 'released' }).where(mine)
  })

const sabotages: Record<Break, Partial<Sabotage>> = {
  /** Nobody is reminded of holds that are due. */
  surface: { lets: ({ name }) => name !== 'hold reminders' },
  /** The board loses tonight's shift from its roster: what the people who are there have is nobody's. */
  owner: { strike: everywhere('18:00', forgetTonight) },
  /** A hold no longer keeps its order back, although nobody has settled it. */
  batch: { strike: everywhere('13:00', loosenHolds) },
}
