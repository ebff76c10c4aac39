import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { engine, facts } from '../../db/schema.ts'
import { openStore } from '../../src/core/store.ts'
import { run, type Heard } from './world.ts'

/** A board of its own in a new folder, beside the test file's database. */
let dir: string
let at: { env: NodeJS.ProcessEnv }
const zaowan = (line: string): Promise<Heard> => run(line, at)
const shopsThere = async () =>
  (JSON.parse((await zaowan('shop list --json')).out) as { code: string }[]).map((s) => s.code)

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zaowan-backup-'))
  at = { env: { DATABASE_URL: join(dir, 'zaowan.db'), INIT_CWD: dir } }
})

describe.runIf(engine === 'sqlite')('on SQLite', () => {
  test('a copy of a board that is being written to is whole, and brings everything back', async () => {
    await zaowan('shop add CY --name 澄野家居')
    const board = openStore(at.env.DATABASE_URL!)
    const writing = new AbortController()
    const busy = (async () => {
      for (let n = 0; !writing.signal.aborted; n++) {
        await board.write((tx) => tx.insert(facts).values({ name: `n${n}`, value: 'x'.repeat(2000) }))
        await breathe()
      }
    })()
    const { status, out } = await zaowan('backup copy.db')
    writing.abort()
    await busy
    await board.close()
    expect([status, out]).toEqual([0, expect.stringContaining(join(dir, 'copy.db'))])
    await zaowan('shop add XL --name 小鹿日用')
    expect((await zaowan('restore copy.db --force')).status).toBe(0)
    expect(await shopsThere()).toEqual(['CY'])
  })

  test('a board that is not there has no backup', async () => {
    const { status, err } = await zaowan('backup copy.db')
    expect([status, err]).toEqual([1, expect.stringContaining('没有这个文件')])
    expect(readdirSync(dir)).toEqual([])
  })

  test('a backup never overwrites, and leaves no half of one behind', async () => {
    await zaowan('shop add CY --name 澄野家居')
    writeFileSync(join(dir, 'copy.db'), 'yesterday')
    const { status, err } = await zaowan('backup copy.db')
    expect([status, err]).toEqual([1, expect.stringContaining('已经存在')])
    expect(readFileSync(join(dir, 'copy.db'), 'utf8')).toBe('yesterday')
    expect((await zaowan('backup /nowhere/copy.db')).status).toBe(1)
    expect(readdirSync(dir).filter((name) => name.includes('partial'))).toEqual([])
  })

  test('restoring is refused while a board has the file open, even an idle one', async () => {
    await zaowan('shop add CY --name 澄野家居')
    await zaowan('backup copy.db')
    const board = openStore(at.env.DATABASE_URL!)
    const { status, err } = await zaowan('restore copy.db --force')
    expect([status, err]).toEqual([1, expect.stringContaining('先停下看板')])
    await board.write((tx) => tx.insert(facts).values({ name: 'still', value: 'here' })) // and the board works on
    await board.close()
    expect((await zaowan('restore copy.db --force')).status).toBe(0)
  })

  test('a board that has shops gives way only to --force, and its file is kept', async () => {
    await zaowan('shop add CY --name 澄野家居')
    await zaowan('backup copy.db')
    await zaowan('shop add XL --name 小鹿日用')
    const refused = await zaowan('restore copy.db')
    expect([refused.status, refused.err]).toEqual([1, expect.stringContaining('--force')])
    expect(await shopsThere()).toEqual(['CY', 'XL'])
    const { out } = await zaowan('restore copy.db --force --lang en')
    const kept = readdirSync(dir).find((name) => name.startsWith('zaowan.db.before-'))!
    expect(out).toContain(kept)
    expect(await shopsThere()).toEqual(['CY'])
  })

  test('a board that is not there yet, and one that is empty, need no --force', async () => {
    await zaowan('shop add CY --name 澄野家居')
    await zaowan('backup copy.db')
    const copy = join(dir, 'copy.db')
    for (const target of ['new/folder/new.db', 'empty.db']) {
      at.env.DATABASE_URL = join(dir, target)
      if (target === 'empty.db') await zaowan('migrate')
      expect((await zaowan(`restore ${copy}`)).status).toBe(0)
      expect(await shopsThere()).toEqual(['CY'])
    }
  })

  test.each([
    ['not a database at all', 'x'.repeat(5000), '不是早晚的数据库'],
    ['nothing', '', '不是早晚的数据库'],
  ])('what is %s is not restored', async (_, content, reason) => {
    writeFileSync(join(dir, 'copy.db'), content)
    const { status, err } = await zaowan('restore copy.db')
    expect([status, err]).toEqual([1, expect.stringContaining(reason)])
    expect(existsSync(at.env.DATABASE_URL!)).toBe(false)
    expect((await zaowan('restore missing.db')).err).toContain('missing.db')
  })

  test('a damaged copy is noticed before anything is replaced', async () => {
    await zaowan('shop add CY --name 澄野家居')
    await zaowan('backup copy.db')
    const bytes = readFileSync(join(dir, 'copy.db'))
    bytes.fill(0xff, 4096 * 3, 4096 * 12)
    writeFileSync(join(dir, 'copy.db'), bytes)
    expect((await zaowan('restore copy.db --force')).status).toBe(1)
    expect(await shopsThere()).toEqual(['CY'])
  })
})

test.runIf(engine === 'postgres')('on PostgreSQL backup and restore point to its own tools', async () => {
  for (const line of ['backup x.db', 'restore x.db']) {
    const { status, err } = await run(line)
    expect([status, err]).toEqual([1, expect.stringContaining('pg_dump')])
  }
})
