import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { panel, piece, stitched } from '../../../src/core/panel.ts'

test('pieces that were compressed apart are one gzip file that any reader opens', () => {
  const texts = ['', '<p>截单 16:00</p>', 'x'.repeat(100_000), '🦊'.repeat(999), '']
  const whole = texts.join('')
  expect(gunzipSync(stitched(texts.map(piece))).toString()).toBe(whole)
  expect(gunzipSync(stitched([])).length).toBe(0)
})

test('the same piece can stand in many pages and twice in one', () => {
  const shared = piece('<li>订单</li>')
  for (const own of ['小满', '阿北'])
    expect(gunzipSync(stitched([piece(own), shared, shared])).toString()).toBe(`${own}<li>订单</li><li>订单</li>`)
})

test('a damaged byte is noticed by the checksum', () => {
  const bytes = stitched([piece('<p>一</p>'), piece('<p>二</p>')])
  bytes[bytes.length - 8]! ^= 1
  expect(() => gunzipSync(bytes)).toThrow()
})

test('a panel is rendered once a revision, also when many ask at once', async () => {
  let rendered = 0
  const ask = (revision: string) => panel('test:once', revision, async () => `<p>${++rendered}</p>`)
  const first = await Promise.all([ask('1'), ask('1'), ask('1')])
  expect(new Set(first).size).toBe(1)
  expect((await ask('1')).raw.toString()).toBe('<p>1</p>')
  expect((await ask('2')).raw.toString()).toBe('<p>2</p>')
  expect(rendered).toBe(2)
})

test('a panel that failed is rendered again by the next who asks', async () => {
  await expect(panel('test:fails', '1', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await panel('test:fails', '1', async () => 'yes')).raw.toString()).toBe('yes')
})
