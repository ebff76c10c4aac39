/** DAY-1, MEET-1: what reports tell the day's line and the morning meeting. */
import { both } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { addDays, type Day } from '../../core/time.ts'
import type { AgendaSource, OpenThing, StepSource } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import { figureLines } from './content.ts'
import { figuresByPerson } from './grid.ts'
import { shiftWord, words } from './messages.ts'
import { owedBetween, owedOn } from './owed.ts'
import { standingOf, type ReportContent } from './rules.ts'

/** Ticks itself when the report is filed; who owes none has nothing left to do. */
export const reportStep: StepSource = async (db, { shop, day, shifts }) => {
  const [only, ...others] = shifts
  const owed = await owedBetween(db, shop, { from: day, to: day, personId: others.length ? undefined : only?.personId })
  return shifts.map(({ personId, side }) => {
    const own = owed.find((one) => one.personId === personId && one.side === side)
    const href = `/report/${day}/${side}`
    if (!own) return { doneAt: null, count: 0, left: 0, href }
    return { doneAt: own.filedAt, count: own.version ? 1 : 0, left: own.version ? 0 : 1, href }
  })
}

/** MEET-1: who has not filed yesterday's, and what yesterday came to. */
export const reportAgenda: AgendaSource = {
  name: 'report',
  word: (lang) => words(lang).agenda.heading,
  meetings: ['morning'],
  async points(db, shop, { day, now }) {
    const yesterday = addDays(day, -1)
    const owed = await owedOn(db, shop, yesterday)
    const missing = owed.filter((one) => standingOf(one, now) === 'missing')
    const filed = owed.filter(({ version }) => version).length
    return [
      ...missing.map(({ personId, handle, side, day: of }): OpenThing => ({
        key: `report:missing:${of}:${side}:${personId}`,
        urgency: 'urgent',
        summary: both((lang) => words(lang).agenda.missing(handle, shiftWord({ day: of, side }, lang))),
        ownerId: personId,
        href: `/report-grid?month=${of.slice(0, 7)}`,
      })),
      ...(filed ? [await figuresPoint(db, shop, yesterday, { filed, owed: owed.length })] : []),
    ]
  },
}

async function figuresPoint(
  db: Reader,
  shop: Shop,
  day: Day,
  count: { filed: number; owed: number },
): Promise<OpenThing> {
  const { total } = await figuresByPerson(db, shop.id, day, day)
  const all: ReportContent = { shop: shop.name, person: '', day, side: 'day', figures: total, sections: [], own: '' }
  return {
    key: `report:figures:${day}`,
    urgency: 'steady',
    summary: both((lang) => {
      const figures = figureLines(all, lang).map(({ word, value }) => `${word} ${value}`)
      return words(lang).agenda.figures(count.filed, count.owed) + words(lang).colon + figures.join(' · ')
    }),
    href: `/report-grid?month=${day.slice(0, 7)}`,
  }
}
