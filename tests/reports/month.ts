/** A month of rosters and reports, large enough to be slow and different enough to show every kind of cell. */
import { newId } from '../../db/kit.ts'
import { chatFigures, people, personShops, reports, reportVersions, roster } from '../../db/schema.ts'
import { fold } from '../../src/core/text.ts'
import { addDays, instantOf } from '../../src/core/time.ts'
import { emptyDraft } from '../../src/features/reports/rules.ts'
import { DEFAULT_ZONE } from '../../src/features/shops/rules.ts'
import type { TestWorld } from '../world.ts'

/** `n` agents more, each with a November: a day off in seven, most reports in time, some late, missing or corrected. */
export async function furnishMonth(w: TestWorld, n: number) {
  const shopId = w.shopA.id
  const names = Array.from({ length: n }, (_, i) => `客服${String(i + 1).padStart(2, '0')}`)
  const agents = names.map((handle, i) => ({
    id: newId(),
    handle,
    handleKey: fold(handle),
    roles: ['agent' as const],
    hue: (i % 8) + 1,
    createdAt: 1,
  }))
  const days = Array.from({ length: 30 }, (_, i) => addDays('2026-11-01', i))
  const cells = agents.flatMap(({ id }, i) =>
    days.map((day, j) => ({ id, day, i, j, code: (i + j) % 7 === 0 ? 'off' : (i + j) % 3 ? 'day' : 'night' })),
  )
  const planned = cells.map(({ id, day, code }) => ({
    shopId,
    day,
    personId: id,
    code,
    published: code,
    note: null,
    changedAt: 1,
  }))
  const over = cells.filter(({ code, j }) => code !== 'off' && j < 19 && (code === 'day' || j < 18))
  const written = over.filter(({ i, j }) => (i * 5 + j) % 17 > 0 && !(i === 2 && j === 18))
  const filings = written.map(({ id: personId, day, i, j, code }) => {
    const side = code as 'day' | 'night'
    const isLate = (i + j * 3) % 13 === 0
    const end =
      side === 'day' ? instantOf(day, '17:30', DEFAULT_ZONE) : instantOf(addDays(day, 1), '00:30', DEFAULT_ZONE)
    const figures = {
      enquiries: 60 + ((i * 7 + j * 3) % 40),
      orders: 15 + ((i + j) % 20),
      sales: 128050 + i * 1000 + j,
    }
    return {
      id: newId(),
      shopId,
      personId,
      day,
      side,
      state: 'filed' as const,
      version: (i + j) % 11 === 0 ? 2 : 1,
      draft: { ...emptyDraft, figures },
      draftAt: end,
      filedAt: end + (isLate ? 55 : 12) * 60_000,
      changedAt: end,
    }
  })
  const told = agents.map(({ id: personId }, i) => ({
    shopId,
    personId,
    day: days[0]!,
    enquiries: 80,
    firstResponse: 10 + i,
    averageResponse: 30 + i,
    orders: 20,
    amount: 99900,
    importedAt: 1,
  }))
  await w.store.write(async (tx) => {
    await tx.insert(people).values(agents)
    await tx.insert(personShops).values(agents.map(({ id: personId }) => ({ personId, shopId })))
    for (let at = 0; at < planned.length; at += 200) await tx.insert(roster).values(planned.slice(at, at + 200))
    for (let at = 0; at < filings.length; at += 200) await tx.insert(reports).values(filings.slice(at, at + 200))
    for (const filing of filings)
      await tx.insert(reportVersions).values({
        id: newId(),
        shopId,
        reportId: filing.id,
        version: filing.version,
        content: {
          shop: w.shopA.name,
          person: '',
          day: filing.day,
          side: filing.side,
          figures: filing.draft.figures,
          sections: [],
          own: '',
        },
        filedAt: filing.filedAt,
        filedBy: filing.personId,
        why: '',
      })
    await tx.insert(chatFigures).values(told)
  })
  return agents
}
