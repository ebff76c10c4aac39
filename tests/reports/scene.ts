/** What the tests of reports need: a published roster, a route with addresses, a filled draft. */
import { eq } from 'drizzle-orm'
import { outbox, people, reportRoutes, reports, reportVersions, roster } from '../../db/schema.ts'
import { features } from '../../src/features.ts'
import { fileReport, reportSources, setRoute } from '../../src/features/reports/index.ts'
import type { ReportDraft } from '../../src/features/reports/rules.ts'
import { at, TODAY, type TestWorld } from '../world.ts'

export const sources = reportSources(features)
export const idOf = (w: TestWorld, handle: string) => w.actors[handle]!.id!

/** Publishes shifts of shop A on a day: { 小满: 'day' }. */
export const rostered = (w: TestWorld, shifts: Record<string, string>, day = TODAY) =>
  w.store.write(async (tx) => {
    await tx.delete(roster).where(eq(roster.day, day))
    for (const [handle, code] of Object.entries(shifts))
      await tx
        .insert(roster)
        .values({ shopId: w.shopA.id, day, personId: idOf(w, handle), code, published: code, changedAt: 1 })
  })

/** At 17:35 the day shift has just ended, and nobody has written anything. */
export async function freshReports(w: TestWorld) {
  w.clock.now = at('17:35')
  await w.store.write(async (tx) => {
    for (const table of [reports, reportVersions, reportRoutes, outbox, roster]) await tx.delete(table)
    await tx.update(people).set({ email: null })
  })
  await rostered(w, { 小满: 'day', 阿北: 'night', 木樨: 'day' })
}

export const addresses: Record<string, string> = {
  木樨: 'muxi@shop.example',
  云舟: 'yunzhou@shop.example',
  南星: 'nanxing@shop.example',
}

/** REPORT-2: the supervisor and the director in TO, the manager in CC. */
export const routed = (w: TestWorld) =>
  setRoute(w.as('南星'), w.shopA.id, {
    to: [idOf(w, '木樨'), idOf(w, '云舟')],
    cc: [idOf(w, '南星')],
    addresses: Object.fromEntries(Object.entries(addresses).map(([handle, address]) => [idOf(w, handle), address])),
  })

const SECTIONS = ['lost', 'followups', 'holds', 'prizes', 'aftersales', 'notebook']
/** All that a quiet shift needs. */
export const filled = (more: Partial<ReportDraft> = {}): ReportDraft => ({
  figures: { enquiries: 80, orders: 28, sales: 356_000 },
  sections: {},
  none: SECTIONS,
  own: '今天很安静',
  ...more,
})

export const filedBy = (w: TestWorld, handle = '小满', draft = filled(), more = {}) =>
  fileReport(w.as(handle), sources, { day: TODAY, side: 'day', draft, ...more })

export const lettersNow = (w: TestWorld) => w.store.read.select().from(outbox)
export const versionsNow = (w: TestWorld) => w.store.read.select().from(reportVersions)
