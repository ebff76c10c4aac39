import { expect, test } from 'vitest'
import { run } from './world.ts'

test('without a command, and when asked, all commands are told in both languages', async () => {
  for (const line of ['', 'help', '--help']) {
    const { status, out } = await run(line)
    expect(status).toBe(0)
    for (const word of ['shop add CODE --name NAME', 'import FILE --shop CODE', 'batch', 'backup FILE', 'restore FILE'])
      expect(out).toContain(word)
  }
  expect((await run('help --lang en')).out).toContain('bring a copy back')
  expect((await run('--lang en')).out).toContain('bring a copy back')
  expect((await run('help', { env: { LANG: 'en_US.UTF-8' } })).out).toContain('bring a copy back')
  expect((await run('orders --help')).out).toContain('orders --shop CODE [--day YYYY-MM-DD] [--json]')
})

test.each([
  ['fly', '没有“fly”这条命令', 'shop add CODE'],
  ['shop', '没有“shop”这条命令', 'shop list'],
  ['shop remove A', '没有“shop remove”这条命令', 'shop add CODE'],
  ['orders --shp A', '不认识选项 --shp', 'orders --shop CODE'],
  ['orders -x', '不认识选项 -x', 'orders --shop CODE'],
  ['orders', '缺了 --shop CODE', 'orders --shop CODE'],
  ['orders --shop', '--shop 后面要写 CODE', 'orders --shop CODE'],
  ['orders --shop --json', '--shop 后面要写 CODE', 'orders --shop CODE'],
  ['orders --shop A --json=yes', '--json 后面不用写值', 'orders --shop CODE'],
  ['import --shop A', '缺了 FILE', 'import FILE'],
  ['import a.csv b.csv --shop A', '多了“b.csv”', 'import FILE'],
  ['shop add --name 店', '缺了 CODE', 'shop add CODE'],
])('"%s" is refused on standard error with what would be right', async (line, reason, usage) => {
  const { status, out, err } = await run(line)
  expect([status, out]).toEqual([1, ''])
  expect(err).toContain(reason)
  expect(err).toContain(usage)
})

test('a mistake is told in the language that was asked for, also when another option is the mistake', async () => {
  expect((await run('orders --shp A --lang en')).err).toContain('Unknown option --shp')
  expect((await run('orders --lang=en')).err).toContain('--shop CODE is missing')
})

test('a setting that makes no sense is named', async () => {
  const { status, err } = await run('shop list', { env: { PORT: 'eighty' } })
  expect(status).toBe(1)
  expect(err).toContain('PORT')
})
