/** Rosters and reports as the tests of deadlines, grid and figures need them. */
import { and, eq } from 'drizzle-orm'
import { newId } from '../../db/kit.ts'
import { activity, dueRuns, messages, reports, reportVersions, roster } from '../../db/schema.ts'
import type { Day } from '../../src/core/time.ts'
import { emptyDraft, type Figures } from '../../src/features/reports/rules.ts'
import type { Shift } from '../../src/features/shops/index.ts'
import { at, TODAY, type TestWorld } from '../world.ts'

export const idOf = (w: TestWorld, handle: string) => w.actors[handle]!.id!

/** Published, whatever was planned there before; null: nothing is planned any more. */
export async function onShift(w: TestWorld, handle: string, code: string | null, day: Day = TODAY, shop = w.shopA) {
  const row = { shopId: shop.id, day, personId: idOf(w, handle), code, published: code, note: null, changedAt: 1 }
  const target = [roster.shopId, roster.day, roster.personId]
  const set = { code, published: code }
  await w.store.write((tx) => tx.insert(roster).values(row).onConflictDoUpdate({ target, set }))
}

type Filing = { day?: Day; side?: Shift; filedAt?: number; version?: number; figures?: Partial<Figures> }

/** A report as filing leaves it: version 1, in time, unless told otherwise. Returns its id. */
export async function filed(w: TestWorld, handle: string, filing: Filing = {}): Promise<string> {
  const { day = TODAY, side = 'day', filedAt = at('17:40', day), version = 1 } = filing
  const id = newId()
  const figures = { ...emptyDraft.figures, ...filing.figures }
  const own = { shopId: w.shopA.id, personId: idOf(w, handle), day, side }
  const draft = { ...emptyDraft, figures }
  const content = { shop: w.shopA.name, person: handle, day, side, figures, sections: [], own: '' }
  await w.store.write(async (tx) => {
    await tx
      .insert(reports)
      .values({ ...own, id, state: 'filed', version, draft, draftAt: filedAt, filedAt, changedAt: filedAt })
    for (let n = 1; n <= version; n++)
      await tx.insert(reportVersions).values({
        id: newId(),
        shopId: w.shopA.id,
        reportId: id,
        version: n,
        content,
        filedAt: filedAt + n - 1,
        filedBy: own.personId,
        why: n > 1 ? '更正' : '',
      })
  })
  return id
}

/** What a person was told, oldest first. */
export const toldTo = async (w: TestWorld, handle: string) =>
  (
    await w.store.read
      .select()
      .from(messages)
      .where(eq(messages.personId, idOf(w, handle)))
      .orderBy(messages.at)
  ).filter(({ key }) => key.startsWith('report.'))

export const happenedTo = async (w: TestWorld, handle: string, kind: string) =>
  w.store.read
    .select()
    .from(activity)
    .where(and(eq(activity.kind, kind), eq(activity.subject, `person:${idOf(w, handle)}`)))

/** As if there had never been a roster or a report. */
export const clear = (w: TestWorld) =>
  w.store.write(async (tx) => {
    for (const table of [roster, reports, messages, dueRuns]) await tx.delete(table)
  })
