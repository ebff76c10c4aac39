import { expect, test } from 'vitest'
import { axisOf, burnt, stepOf, type Axis } from '../../../src/features/cutoff/burn-rules.ts'
import { pathOf, roundMost, upwards } from '../../../src/ui/chart.ts'
import { at } from '../../world.ts'

const axis: Axis = axisOf(at('08:30'), at('16:00'), at('15:00'))

test.each([
  ['2026-11-19', '23:59', 0], // yesterday's evening stands at the beginning
  ['2026-11-20', '08:30', 0],
  ['2026-11-20', '08:31', 1],
  ['2026-11-20', '08:45', 1],
  ['2026-11-20', '16:01', 31],
])('what happened %s %s is counted at the end of its quarter of an hour', (day, time, step) => {
  expect(stepOf(at(time, day), axis.from)).toBe(step)
})

test('the axis leaves room for packing, and goes on while it takes longer', () => {
  expect(axis.to).toBe(at('19:00'))
  expect(axisOf(at('08:30'), at('16:00'), at('21:10')).to).toBe(at('21:10'))
})

test('what is packed is no longer to be packed; the last moment is now', () => {
  const moments = burnt(new Map([[0, 5], [2, 3]]), new Map([[3, 2]]), axis, at('09:20')) // prettier-ignore
  expect(moments.map(({ open, packed }) => [open, packed])).toEqual([[5, 0], [5, 0], [8, 0], [6, 2], [6, 2]]) // prettier-ignore
  expect(moments.at(-1)!.at).toBe(at('09:20'))
})

test('before the day begins there is one moment: what waits from the night', () => {
  expect(burnt(new Map([[0, 4]]), new Map(), axis, at('07:00'))).toEqual([{ at: at('08:30'), open: 4, packed: 0 }])
})

test('a line has a gap where there is no number, and never leaves its box', () => {
  expect(pathOf([{ x: 0, y: 1 }, null, { x: 2, y: 3 }, { x: 4, y: 5 }])).toBe('M0 1M2 3L4 5')
  expect([0, 1, 3, 7, 317, 1000].map(roundMost)).toEqual([1, 1, 4, 8, 400, 1000])
  const box = { left: 0, top: 10, width: 100, height: 100 }
  expect([upwards(box, 0, 4), upwards(box, 4, 4), upwards(box, 0, 0)]).toEqual([110, 10, 110])
})
