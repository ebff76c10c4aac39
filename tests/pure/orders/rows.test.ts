import { expect, test } from 'vitest'
import type { BookEntry } from '../../../src/features/orders/book.ts'
import { orderRow } from '../../../src/features/orders/rows.ts'

const entry = {
  order: {
    id: 'id-1',
    tid: '3187452960018834521',
    flag: 'code-7',
    meaning: 'undecided',
    buyer: 't**1',
    receiver: '<b>陈*平</b>',
    summary: '杯 "大" & <script>alert(1)</script>',
    memo: '<i>',
    amount: 123456,
    paidAt: Date.UTC(2026, 10, 20, 16, 30),
    urgent: false,
    refund: 'none',
  },
  place: 'waits',
  why: [{ code: 'gift_question', what: '<u>袋</u>' }],
  causes: ['gift'],
  facts: { shipment: null },
} as unknown as BookEntry

test('a row shows what others typed as text, never as HTML', () => {
  const row = orderRow(entry, { lang: 'zh', zone: 'Asia/Shanghai', canFlag: true })
  expect(row).not.toMatch(/<(b|i|u|script)>/)
  expect(row).toContain('杯 &quot;大&quot; &amp; &lt;script&gt;')
  expect(row).toContain('赠品没写备注：&lt;u&gt;袋&lt;/u&gt;')
})

test('a row tells the flag by shape and word, the paid time in the shop’s zone, and offers a box only to who may flag', () => {
  const row = orderRow(entry, { lang: 'zh', zone: 'Asia/Shanghai', canFlag: false })
  expect(row).toContain('旗 7 <small>待定</small>')
  expect(row).toContain('#other')
  expect(row).toContain('11-21 00:30')
  expect(row).toContain('¥1,234.56')
  expect(row).not.toContain('checkbox')
})
