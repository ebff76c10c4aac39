import { describe, expect, test } from 'vitest'
import { MINUTE } from '../../../src/core/time.ts'
import { peopleFrom } from '../../../src/features/people/lines.ts'
import { isHandle, mayManage, passwordFault } from '../../../src/features/people/rules.ts'
import { budgetsOf, failedAgain, pauseLeft, type Failures } from '../../../src/features/people/throttle.ts'

describe('handles', () => {
  test.each(['小满', '阿北2', 'Abei', 'a.b-c_d', '阿依古丽·买买提'])('%s may sign a remark', (handle) =>
    expect(isHandle(handle)).toBe(true),
  )
  test.each(['', ' 小满', '小 满', '小满】', '【小满', '-x', '<b>', 'x'.repeat(21)])('%s may not', (handle) =>
    expect(isHandle(handle)).toBe(false),
  )
})

describe('passwords', () => {
  test.each([
    ['1234567', 'short'],
    ['12345678', 'weak'],
    ['88888888', 'weak'],
    ['abababab', 'weak'],
    ['qwertyui', 'weak'],
    ['Password1', 'weak'],
    ['xiaoman12', 'weak'],
    ['x'.repeat(201), 'long'],
  ])('%s is %s', (password, fault) => expect(passwordFault(password, 'xiaoman')).toBe(fault))
  test.each(['雨后的石板路-42', 'correct horse', '门前一棵大槐树啊', 'xiaoman likes rain'])(
    '%s is good enough',
    (password) => expect(passwordFault(password, 'xiaoman')).toBeUndefined(),
  )
})

describe('pasted lines', () => {
  test('handle first, then roles and an address in any order, from a sheet or typed', () => {
    const { people, faults } = peopleFrom(
      '小满 客服 xiaoman@example.com\n\n阿北\tbei@example.com\t客服\n木樨，主管、客服\r\nJo, agent/warehouse ',
    )
    expect(faults).toEqual([])
    expect(people).toEqual([
      { line: 1, handle: '小满', roles: ['agent'], email: 'xiaoman@example.com' },
      { line: 3, handle: '阿北', roles: ['agent'], email: 'bei@example.com' },
      { line: 4, handle: '木樨', roles: ['supervisor', 'agent'], email: null },
      { line: 5, handle: 'Jo', roles: ['agent', 'warehouse'], email: null },
    ])
  })
  test('each fault is told with its line', () => {
    expect(peopleFrom('小满 客服\n【x】 客服\n阿北 大客户\n青禾\n小满 仓库').faults).toEqual([
      { line: 2, fault: 'handle', text: '【x】' },
      { line: 3, fault: 'role', text: '大客户' },
      { line: 4, fault: 'no_role', text: '青禾' },
      { line: 5, fault: 'twice', text: '小满' },
    ])
  })
})

describe('WHO-1 who manages whom', () => {
  const who = (role: string, shopIds = ['A']) => ({ id: role, handle: role, roles: [role as 'agent'], shopIds })
  const whom = (role: string, shopIds = ['A']) => ({ ...who(role, shopIds), id: `other ${role}` })
  test.each([
    ['agent', 'agent', false],
    ['director', 'agent', false],
    ['supervisor', 'agent', true],
    ['supervisor', 'warehouse', true],
    ['supervisor', 'supervisor', false],
    ['supervisor', 'manager', false],
    ['manager', 'director', true],
    ['manager', 'manager', true],
    ['manager', 'admin', false],
    ['admin', 'admin', true],
  ])('%s manages %s: %s', (one, other, expected) => expect(mayManage(who(one), whom(other))).toBe(expected))
  test('not oneself, not a person of a shop one does not have', () => {
    expect(mayManage(who('admin'), who('admin'))).toBe(false)
    expect(mayManage(who('manager'), whom('agent', ['A', 'B']))).toBe(false)
    expect(mayManage(who('manager', ['A', 'B']), whom('agent', ['A', 'B']))).toBe(true)
  })
})

describe('throttling', () => {
  const after = (failures: number, free = 5) => {
    let kept: Failures | undefined
    for (let i = 0; i < failures; i++) kept = failedAgain(kept, free, 1_000_000)
    return kept
  }
  test.each([
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [9, 480],
    [10, 900],
    [60, 900],
  ])('after %i failures the pause is %i s', (failures, seconds) =>
    expect(pauseLeft(after(failures), 1_000_000)).toBe(seconds * 1000),
  )
  test('an hour without a failure forgets them', () => {
    expect(failedAgain(after(9), 5, 1_000_000 + 60 * MINUTE).count).toBe(1)
    expect(failedAgain(after(9), 5, 1_000_000 + 60 * MINUTE - 1).count).toBe(10)
  })
  test('a computer that knows the person has a budget of its own, others share theirs and their address', () => {
    expect(budgetsOf('小满', 's1', '1.2.3.4').map((b) => b.key)).toEqual(['小满@s1'])
    expect(budgetsOf('小满', undefined, '1.2.3.4').map((b) => b.key)).toEqual(['小满@elsewhere', 'ip:1.2.3.4'])
  })
})
