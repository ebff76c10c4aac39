import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KEY_FILE, keyFrom, openSeal, SealBroken, sealWith } from '../../../src/core/sealing.ts'

const key = Buffer.alloc(32, 7)
const seal = sealWith(key)
const folder = () => mkdtempSync(join(tmpdir(), 'zaowan-seal-'))

test('what is sealed opens again, says nothing by itself and is different each time', () => {
  const text = 'https://oapi.dingtalk.com/robot/send?access_token=密'
  const [one, two] = [seal.close(text, 'robot:1:url'), seal.close(text, 'robot:1:url')]
  expect(seal.open(one, 'robot:1:url')).toBe(text)
  expect(one).toMatch(/^v1\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/)
  expect(one).not.toBe(two)
  expect(one).not.toContain('dingtalk')
})

test('a single changed character is refused, wherever it stands', () => {
  const sealed = seal.close('secret', 'robot:1:secret')
  for (let i = 0; i < sealed.length; i++) {
    const other = sealed[i] === 'A' ? 'B' : 'A'
    const changed = sealed.slice(0, i) + other + sealed.slice(i + 1)
    expect(() => seal.open(changed, 'robot:1:secret'), `place ${i}`).toThrow(SealBroken)
  }
  for (const damaged of ['', 'v1', sealed.slice(0, -1), `${sealed}.x`, sealed.replace('v1', 'v2'), `${sealed}=`])
    expect(() => seal.open(damaged, 'robot:1:secret'), damaged).toThrow(SealBroken)
})

test('it does not open in another row, as another column or with another key', () => {
  const sealed = seal.close('secret', 'robot:1:secret')
  for (const about of ['robot:2:secret', 'robot:1:url', '']) expect(() => seal.open(sealed, about)).toThrow(SealBroken)
  expect(() => sealWith(Buffer.alloc(32, 8)).open(sealed, 'robot:1:secret')).toThrow(SealBroken)
})

test('ZAOWAN_KEY is 32 bytes in one of two spellings; a refusal names it and not its value', () => {
  expect(keyFrom(key.toString('hex'))).toEqual(key)
  expect(keyFrom(` ${key.toString('base64')}\n`)).toEqual(key)
  for (const wrong of ['hunter2', key.toString('hex').slice(2), 'ä'.repeat(64)])
    expect(() => keyFrom(wrong)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(wrong) as string }),
    )
  expect(() => keyFrom('hunter2')).toThrow(/ZAOWAN_KEY/)
})

test('without it a key file is made once, readable by its owner only, and used from then on', () => {
  const dataDir = folder()
  const sealed = openSeal({ dataDir }).close('secret', 'x')
  const file = join(dataDir, KEY_FILE)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(openSeal({ dataDir }).open(sealed, 'x')).toBe('secret')
  expect(readdirSync(dataDir)).toEqual([KEY_FILE])
  chmodSync(file, 0o644)
  openSeal({ dataDir }).open(sealed, 'x')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('nothing is made before something is to be sealed; a given key needs no file', () => {
  const dataDir = folder()
  openSeal({ dataDir })
  openSeal({ key, dataDir }).close('secret', 'x')
  expect(readdirSync(dataDir)).toEqual([])
})

test('a key file that was not brought back is missed, not made anew: what was sealed waits for it', () => {
  const [here, elsewhere] = [folder(), folder()]
  const sealed = openSeal({ dataDir: here }).close('secret', 'x')
  const restored = openSeal({ dataDir: elsewhere })
  expect(() => restored.open(sealed, 'x')).toThrow(SealBroken)
  expect(existsSync(join(elsewhere, KEY_FILE))).toBe(false)
  copyFileSync(join(here, KEY_FILE), join(elsewhere, KEY_FILE))
  expect(restored.open(sealed, 'x')).toBe('secret')
})

test('a damaged key file is told of and never replaced', () => {
  const dataDir = folder()
  writeFileSync(join(dataDir, KEY_FILE), 'half a k')
  expect(() => openSeal({ dataDir }).close('secret', 'x')).toThrow(/damaged/)
  expect(readFileSync(join(dataDir, KEY_FILE), 'utf8')).toBe('half a k')
})
