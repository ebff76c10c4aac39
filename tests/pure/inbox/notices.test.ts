import { expect, test } from 'vitest'
import { expiryFault, readersOf, stands, usualExpiry } from '../../../src/features/notices/rules.ts'

test.each([
  ['2026-11-20', null, true],
  ['2026-11-19', null, false],
  ['2026-12-01', null, true],
  ['2026-12-01', 1, false],
])('a notice until %s, withdrawn %s, stands on 2026-11-20: %s', (expiresOn, withdrawnAt, standing) => {
  expect(stands({ expiresOn, withdrawnAt }, '2026-11-20')).toBe(standing)
})

test.each([
  ['2026-11-20', '2026-11-27'],
  ['2026-11-27', '2026-12-04'],
  ['2026-12-28', '2027-01-04'],
  ['2028-02-25', '2028-03-03'],
])('a week is usual: posted on %s it stands until %s', (today, until) => {
  expect(usualExpiry(today)).toBe(until)
})

test.each([
  ['2026-11-19', 'past'],
  ['2026-11-20', undefined],
  ['2027-11-21', undefined],
  ['2027-11-22', 'far'],
])('an end on %s is %s', (expiresOn, fault) => {
  expect(expiryFault(expiresOn, '2026-11-20')).toBe(fault)
})

test('of those who work here now; the author is not asked, who left is not counted', () => {
  const staff = ['木樨', '小满', '阿北'].map((id) => ({ id }))
  const { read, unread } = readersOf({ authorId: '木樨' }, staff, new Set(['小满', '走了的']))
  expect([read, unread]).toEqual([[{ id: '小满' }], [{ id: '阿北' }]])
})
