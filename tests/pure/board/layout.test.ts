/** Where panels stand, and where the cutoff stands among what is due. */
import { expect, test } from 'vitest'
import { instantOf, type Clocktime } from '../../../src/core/time.ts'
import { cutBetween, leftWord } from '../../../src/features/board/due-rules.ts'
import { columnsOf, laidOut, movedTo, neighbour, plain } from '../../../src/features/board/rules.ts'

const at = (time: Clocktime) => instantOf('2026-11-20', time, 'Asia/Shanghai')

const due = { name: 'due', order: 30, wide: true as const }
const [cutoff, handover, claims] = [
  { name: 'cutoff', order: 20 },
  { name: 'handover', order: 40 },
  { name: 'claims', order: 50 },
]
type Panel = { name: string; order: number; wide?: true }
const all: Panel[] = [claims, due, handover, cutoff]
const names = (panels: readonly { name: string }[]) => panels.map(({ name }) => name)

test('lists come first, then the rest in the order of their rooms', () => {
  expect(names(laidOut(all, plain))).toEqual(['due', 'cutoff', 'handover', 'claims'])
})

test('what was moved stays where it was put, also when a room brings another panel', () => {
  const order = movedTo(laidOut(all, plain), 'claims', 'handover')
  expect(names(laidOut(all, { order, folded: [] }))).toEqual(['due', 'cutoff', 'claims', 'handover'])
  const more = [...all, { name: 'notices', order: 60 }]
  expect(names(laidOut(more, { order, folded: [] }))).toEqual(['due', 'cutoff', 'claims', 'handover', 'notices'])
})

test('the broad column has the lists, two others share the rest; none is empty', () => {
  const columns = (panels: Panel[]) => columnsOf(laidOut(panels, plain)).map(names)
  expect(columns(all)).toEqual([['due'], ['cutoff', 'handover'], ['claims']])
  expect(columns([due])).toEqual([['due']])
  expect(columns([cutoff])).toEqual([['cutoff']])
})

test('a panel moves among those of its width', () => {
  const shown = laidOut(all, plain)
  const beside = (i: number) => [neighbour(shown, i, -1)?.name, neighbour(shown, i, 1)?.name]
  expect(shown.map((_panel, i) => beside(i))).toEqual([
    [undefined, undefined],
    [undefined, 'handover'],
    ['cutoff', 'claims'],
    ['handover', undefined],
  ])
})

test.each([
  ['claims', 'cutoff', ['due', 'claims', 'cutoff', 'handover']],
  ['cutoff', 'claims', ['due', 'handover', 'claims', 'cutoff']],
  ['cutoff', 'cutoff', ['due', 'cutoff', 'handover', 'claims']],
  ['due', 'cutoff', ['due', 'cutoff', 'handover', 'claims']],
  ['cutoff', 'due', ['due', 'cutoff', 'handover', 'claims']],
  ['nothing', 'cutoff', ['due', 'cutoff', 'handover', 'claims']],
  ['cutoff', 'nothing', ['due', 'cutoff', 'handover', 'claims']],
])('%s in the place of %s: %j', (name, to, order) => {
  expect(movedTo(laidOut(all, plain), name, to)).toEqual(order)
})

test('the cutoff stands below what is due by it, and nowhere once it has passed', () => {
  const rows = [at('15:30'), at('16:00'), at('16:10')].map((dueAt) => ({ dueAt }))
  expect(cutBetween(rows, at('16:00'), at('15:00'))).toBe(2)
  expect(cutBetween(rows.slice(0, 2), at('16:00'), at('15:00'))).toBe(2)
  expect(cutBetween([], at('16:00'), at('15:00'))).toBe(0)
  expect(cutBetween(rows, at('16:00'), at('16:00'))).toBeUndefined()
})

test.each([
  [-1, 'late'],
  [0, 'soon'],
  [59 * 60_000, 'soon'],
  [60 * 60_000, 'later'],
] as const)('what is due in %i ms is %s', (left, is) => {
  expect(leftWord(left).is).toBe(is)
})
