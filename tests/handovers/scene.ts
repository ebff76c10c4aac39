/** Two shifts with people, a room of its own that has things open, and a handover between them. */
import { eq } from 'drizzle-orm'
import {
  activity,
  dueRuns,
  handoverItems,
  handoverLines,
  handovers,
  handoverSignatures,
  handoverTalk,
  messages,
  roster,
} from '../../db/schema.ts'
import type { Both } from '../../src/core/i18n.ts'
import { asWritten } from '../../src/core/i18n.ts'
import type { HandoverSource, OpenThing } from '../../src/feature.ts'
import { draftFor, giveHandover, handoverOfTurn, lastGiven, type Handover } from '../../src/features/handovers/index.ts'
import type { Turn } from '../../src/features/shifts/index.ts'
import { at, TODAY, type TestWorld } from '../world.ts'

export const DAY: Turn = { day: TODAY, side: 'day' }
export const NIGHT: Turn = { day: TODAY, side: 'night' }

/** A room that has open what the test says: `things` are open, `endings` are over. */
export function ownRoom() {
  const things = new Map<string, OpenThing>()
  const endings = new Map<string, Both>()
  const taken: { key: string; personId: string; side: string }[] = []
  const source: HandoverSource = {
    name: 'own',
    word: () => '自己的',
    open: async () => [...things.values()],
    ended: async (_db, _shop, keys) =>
      new Map(keys.flatMap((key) => (endings.has(key) ? [[key, endings.get(key)!]] : []))),
    taken: async (_tx, key, by) => void taken.push({ key, ...by }),
  }
  return {
    sources: [source],
    taken,
    opens(name: string, more: Partial<OpenThing> = {}) {
      const key = `own:${name}`
      things.set(key, { key, urgency: 'watch', summary: asWritten(name), href: '/holds', ...more })
    },
    ends(name: string, how = `${name}好了`) {
      things.delete(`own:${name}`)
      endings.set(`own:${name}`, asWritten(how))
    },
    clear() {
      things.clear()
      endings.clear()
      taken.length = 0
    },
  }
}
export type OwnRoom = ReturnType<typeof ownRoom>

/** At 16:40 nothing was handed over or told yet, and nothing is open in the test's own room. */
export async function freshEvening(w: TestWorld, room: OwnRoom) {
  room.clear()
  w.clock.now = at('16:40')
  await w.store.write(async (tx) => {
    for (const table of [handovers, handoverItems, handoverLines, handoverTalk, handoverSignatures, messages, dueRuns])
      await tx.delete(table)
  })
}

/** Publishes shifts of shop A: { "2026-11-20 day": ["小满"] }. */
export const plan = (w: TestWorld, shifts: Record<string, string[]>) =>
  w.store.write(async (tx) => {
    await tx.delete(roster).where(eq(roster.shopId, w.shopA.id))
    for (const [turn, handles] of Object.entries(shifts)) {
      const [day, code] = turn.split(' ')
      for (const handle of handles)
        await tx.insert(roster).values({
          shopId: w.shopA.id,
          day: day!,
          personId: w.actors[handle]!.id!,
          code,
          published: code,
          changedAt: 1,
        })
    }
  })

export const draft = (w: TestWorld, room: OwnRoom, by = '小满', turn = DAY): Promise<Handover> =>
  draftFor(w.as(by), room.sources, w.shopA, turn)

/** Drafted and given by the same person. */
export async function given(w: TestWorld, room: OwnRoom, by = '小满', turn = DAY): Promise<Handover> {
  return giveHandover(w.as(by), room.sources, (await draft(w, room, by, turn)).id)
}

/** Lines of a handover as they stand, by place: what, and who read it back. */
export const linesNow = (w: TestWorld, id: string) =>
  w.store.read
    .select({ line: handoverLines, item: handoverItems })
    .from(handoverLines)
    .innerJoin(handoverItems, eq(handoverItems.id, handoverLines.itemId))
    .where(eq(handoverLines.handoverId, id))
    .orderBy(handoverLines.place)

export const summaries = async (w: TestWorld, id: string) =>
  (await linesNow(w, id)).filter(({ item }) => item.state === 'open').map(({ item }) => item.summary.zh)

export const itemNamed = async (w: TestWorld, id: string, what: string) =>
  (await linesNow(w, id)).find(({ item }) => item.summary.zh === what)!.item

export const handoverNow = (w: TestWorld, turn: Turn) => handoverOfTurn(w.store.read, w.shopA.id, turn)
export const newest = (w: TestWorld) => lastGiven(w.store.read, w.shopA.id)

/** What was told to a person, as "tone text". */
export const toldTo = async (w: TestWorld, handle: string) =>
  (await w.store.read.select().from(messages).where(eq(messages.personId, w.actors[handle]!.id!))).map(
    ({ tone, text }) => `${tone} ${text.zh}`,
  )

/** Kinds of what the log tells of a subject, oldest first. */
export const kindsOf = async (w: TestWorld, subject: string) =>
  (await w.store.read.select().from(activity).where(eq(activity.subject, subject)).orderBy(activity.seq)).map(
    ({ kind }) => kind,
  )
export const logged = async (w: TestWorld) =>
  (await w.store.read.select().from(activity).orderBy(activity.seq)).map(({ kind }) => kind)
