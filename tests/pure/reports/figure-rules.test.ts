import { expect, test } from 'vitest'
import { contentOf, figuresOf, leftToTool } from '../../../src/features/reports/content.ts'
import { preferred } from '../../../src/features/reports/figure-rules.ts'
import { figuresOfDays } from '../../../src/features/reports/grid-rules.ts'
import { emptyDraft } from '../../../src/features/reports/rules.ts'

test.each([
  // typed in the day's reports, counted by the tool, what counts
  [[], null, null],
  [[], 40, 40],
  [[38], 40, 38],
  [[0], 40, 0],
  [[38], null, 38],
  [[null], 40, 40],
  [[null], null, null],
  [[20, 18], 40, 38],
  [[20, null], 40, 40],
  [[20, null], null, 20],
] as [(number | null)[], number | null, number | null][])('REPORT-1 typed %j, counted %s: %s', (typed, counted, is) => {
  expect(preferred(typed, counted)).toBe(is)
})

const chat = { enquiries: 40, orders: 12, amount: 128050, firstResponse: null, averageResponse: null }
const draft = { ...emptyDraft, figures: { enquiries: 38, orders: 12, sales: null } }
const head = { shop: '', person: '', day: '2026-11-20', side: 'day' as const }

test('REPORT-1 a number that the form sends back as it stood there was left to the tool', () => {
  expect(leftToTool(draft, chat).figures).toEqual({ enquiries: 38, orders: null, sales: null })
  expect(leftToTool(draft, undefined).figures).toEqual(draft.figures)
})

test('REPORT-4 the report and its month prefer the same numbers', () => {
  const { figures, fromTool } = contentOf(head, leftToTool(draft, chat), { found: [], chat })
  const none = { personId: 'p', day: head.day, first: null, average: null }
  const tool = { ...none, from: 'tool' as const, enquiries: 40, orders: 12, sales: 128050 }
  const report = { ...none, from: 'report' as const, ...leftToTool(draft, chat).figures }
  expect(figuresOfDays([tool, report])).toMatchObject(figures)
  expect(figures).toEqual(figuresOf(draft, chat))
  expect(fromTool).toEqual(['orders', 'sales'])
})
