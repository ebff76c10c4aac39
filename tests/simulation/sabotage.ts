/** Negative controls: one rule is broken on purpose behind the board's back, and the run must notice. */
import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import { newId } from '../../db/kit.ts'
import { uncheckedPrize, waitingLetter } from '../../db/conditions.ts'
import { claims, handoverItems, handoverLines, holds, orders, outbox, roster } from '../../db/schema.ts'
import type { Job } from '../../src/core/due.ts'
import type { Reader } from '../../src/core/store.ts'
import { dayOf, timeOf } from '../../src/core/time.ts'
import type { Place, Town } from './town.ts'

export const breaks = ['owner', 'surface', 'batch', 'prize', 'carry', 'twice', 'alert', 'report'] as const
export type Break = (typeof breaks)[number]

export type Sabotage = {
  /** Whether this job may sweep. */
  lets(job: Job): boolean
  /** After each sweep, before letters leave and the checks look. */
  strike(town: Town): Promise<void>
}

const honest: Sabotage = { lets: () => true, strike: async () => {} }

export const sabotageOf = (rule: Break | undefined): Sabotage => (rule ? { ...honest, ...sabotages[rule] } : honest)

const everywhere = (at: string, harm: (town: Town, place: Place) => Promise<unknown>) => async (town: Town) => {
  for (const place of town.places) if (timeOf(town.clock.now, place.shop.timeZone) === at) await harm(town, place)
}

const always = (harm: (town: Town, place: Place) => Promise<unknown>) => async (town: Town) => {
  for (const place of town.places) await harm(town, place)
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

/** As if a supervisor had let each order go without its prize. */
const loosenPrizes = ({ store, clock }: Town, { shop }: Place) =>
  store.write((tx) =>
    tx
      .update(claims)
      .set({ withoutAt: clock.now })
      .where(and(eq(claims.shopId, shop.id), uncheckedPrize(claims))),
  )

async function loseAnItem({ store }: Town, { shop }: Place) {
  const item = await oldestItem(store.read, shop.id)
  if (!item) return
  await store.write(async (tx) => {
    await tx.delete(handoverLines).where(eq(handoverLines.itemId, item.id))
    await tx.delete(handoverItems).where(eq(handoverItems.id, item.id))
  })
}

async function doubleAnItem({ store }: Town, { shop }: Place) {
  const item = await oldestItem(store.read, shop.id)
  if (!item) return
  const id = newId()
  const [line] = await store.read.select().from(handoverLines).where(eq(handoverLines.itemId, item.id)).orderBy(desc(handoverLines.handoverId)) // prettier-ignore
  await store.write(async (tx) => {
    await tx.insert(handoverItems).values({ ...item, id, key: null })
    await tx.insert(handoverLines).values({ ...line!, itemId: id })
  })
}

const oldestItem = async (db: Reader, shopId: string) =>
  (
    await db
      .select({ item: handoverItems })
      .from(handoverItems)
      .innerJoin(handoverLines, eq(handoverLines.itemId, handoverItems.id))
      .where(and(eq(handoverItems.shopId, shopId), eq(handoverItems.state, 'open')))
      .orderBy(handoverItems.bornAt)
      .limit(1)
  )[0]?.item

/** The board believes that the manager has it. */
const loseALetter = ({ store, clock }: Town, { shop }: Place) =>
  store.write(async (tx) => {
    const waiting = and(eq(outbox.shopId, shop.id), eq(outbox.role, 'cc'), waitingLetter(outbox))
    const [one] = await tx.select({ id: outbox.id }).from(outbox).where(waiting).limit(1)
    if (one) await tx.update(outbox).set({ state: 'sent', sentAt: clock.now }).where(eq(outbox.id, one.id))
  })

const sabotages: Record<Break, Partial<Sabotage>> = {
  /** Nobody is reminded of holds that are due. */
  surface: { lets: ({ name }) => name !== 'hold reminders' },
  /** The board loses tonight's shift from its roster: what the people who are there have is nobody's. */
  owner: { strike: everywhere('18:00', forgetTonight) },
  /** A hold no longer keeps its order back, although nobody has settled it. */
  batch: { strike: everywhere('13:00', loosenHolds) },
  /** An unchecked prize no longer keeps its order back, although nobody has decided so. */
  prize: { strike: always(loosenPrizes) },
  /** One thing falls out of the list before the next draft. */
  carry: { strike: everywhere('20:00', loseAnItem) },
  /** One thing comes to stand in the list a second time. */
  twice: { strike: everywhere('20:00', doubleAnItem) },
  /** Nobody watches over handovers that are late. */
  alert: { lets: ({ name }) => name !== 'handovers' },
  /** A report's letter is marked as sent without having left. */
  report: { strike: always(loseALetter) },
}
