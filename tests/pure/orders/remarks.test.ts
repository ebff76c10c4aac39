import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/time.ts'
import { MEMO_BYTES, platformMemo, remarkShown } from '../../../src/features/orders/remarks.ts'

const zone = 'Asia/Shanghai'
const said = (text: string, time = '10:00') => ({ text, author: '小满', at: instantOf('2026-11-20', time, zone) })

test('ORD-3 a remark is shown with its author and date, in the shop’s day', () => {
  expect(remarkShown(said('等买家改地址'), zone)).toBe('等买家改地址 【小满 11-20】')
  expect(remarkShown({ ...said('晚班写的'), at: Date.UTC(2026, 10, 20, 16, 30) }, zone)).toBe('晚班写的 【小满 11-21】')
})

test('the memo for the platform: what stands there, then what it lacks', () => {
  expect(platformMemo('老备注', [said('要快'), said('送杯垫')], zone)).toBe(
    '老备注\n要快 【小满 11-20】\n送杯垫 【小满 11-20】',
  )
  expect(platformMemo('要快 【小满 11-20】', [said('要快')], zone)).toBe('要快 【小满 11-20】')
  expect(platformMemo('', [], zone)).toBe('')
})

test('the memo fits into 1000 bytes; the newest remark is never cut away', () => {
  const many = Array.from({ length: 60 }, (_, i) => said(`第 ${i} 条备注，说得比较长一点`))
  const memo = platformMemo('老备注', many, zone)
  expect(Buffer.byteLength(memo)).toBeLessThanOrEqual(MEMO_BYTES)
  expect(memo).toMatch(/^老备注\n/)
  expect(memo).toContain('第 59 条')
  expect(memo).not.toContain('第 0 条')
  expect(Buffer.byteLength(platformMemo('备'.repeat(2000), [], zone))).toBeLessThanOrEqual(MEMO_BYTES)
  expect(platformMemo('备'.repeat(400), [said('最后一句')], zone)).toContain('最后一句')
})
