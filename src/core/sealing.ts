/**
 * What the board must keep and nobody may read in its database: AES-256-GCM, with a key that lies beside the database
 * and not in it. A sealed text opens only for what it was sealed for, and refuses when a single character was changed.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './crossed.ts'

export type Seal = {
  /** `about`: what it belongs to ("robot:<id>:url"): moved to another row it does not open. */
  close(text: string, about: string): string
  /** Throws SealBroken: changed, moved, or sealed with another key. */
  open(sealed: string, about: string): string
}

export class SealBroken extends Error {
  constructor() {
    super('a sealed text does not open: it was changed, or sealed with another key')
    this.name = 'SealBroken'
  }
}

/** Stands before what is sealed, so that another way of sealing can follow it. */
const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** "v1.<nonce>.<tag>.<text>", each in base64url. */
export function sealWith(key: Buffer): Seal {
  return {
    close(text, about) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(about))
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [VERSION, ...[nonce, cipher.getAuthTag(), hidden].map((part) => part.toString('base64url'))].join('.')
    },
    open(sealed, about) {
      const [version, ...rest] = sealed.split('.')
      const [nonce, tag, hidden] = rest.map(bytesIn)
      if (version !== VERSION || rest.length !== 3 || nonce?.length !== NONCE_BYTES || tag?.length !== TAG_BYTES)
        throw new SealBroken()
      try {
        const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
        decipher.setAAD(boundTo(about)).setAuthTag(tag)
        return Buffer.concat([decipher.update(hidden!), decipher.final()]).toString('utf8')
      } catch {
        throw new SealBroken()
      }
    },
  }
}

const boundTo = (about: string) => Buffer.from(`${VERSION} ${about}`)

/** Undefined when it is not written exactly as we write it: Node's decoder passes over what it does not know. */
function bytesIn(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, 'base64url')
  return bytes.toString('base64url') === part ? bytes : undefined
}

/** ZAOWAN_KEY: 32 bytes, as 64 hexadecimal digits or in base64; throws with the name of the setting, not its value. */
export function keyFrom(text: string): Buffer {
  const plain = text.trim()
  const key = Buffer.from(plain, /^[0-9a-f]{64}$/i.test(plain) ? 'hex' : 'base64')
  if (key.length !== KEY_BYTES)
    throw new Error('Setting ZAOWAN_KEY: 32 random bytes, as 64 hexadecimal digits or in base64 (openssl rand -hex 32)')
  return key
}

export const KEY_FILE = 'zaowan.key'

/** With the given key, or with that of the key file, which is made when something is sealed for the first time. */
export function openSeal({ key, dataDir }: { key?: Buffer | undefined; dataDir: string }): Seal {
  let seal: Seal | undefined
  const file = join(dataDir, KEY_FILE)
  return {
    close(text, about) {
      seal ??= sealWith(key ?? keyIfThere(file) ?? newKey(dataDir, file))
      return seal.close(text, about)
    },
    /** Without a key nothing was sealed here: a new one would open nothing, and hide that the old one is missing. */
    open(sealed, about) {
      const known = key ?? (seal ? undefined : keyIfThere(file))
      if (known) seal ??= sealWith(known)
      if (!seal) throw new SealBroken()
      return seal.open(sealed, about)
    },
  }
}

function keyIfThere(file: string): Buffer | undefined {
  try {
    return keyOf(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function newKey(dataDir: string, file: string): Buffer {
  writeOnce(dataDir, file)
  return keyOf(file)
}

/** Nobody else on this machine reads it, whatever a copy or a backup did to its mode. */
function keyOf(file: string): Buffer {
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${KEY_FILE} in DATA_DIR is damaged: bring it back from a backup`)
  chmodSync(file, 0o600)
  return Buffer.from(text, 'hex')
}

/** Appears whole or not at all; of two processes that start together one is first, and both read its key. */
function writeOnce(dataDir: string, file: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${randomBytes(KEY_BYTES).toString('hex')}\n`)
    fsyncSync(handle)
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    closeSync(handle)
    rmSync(draft, { force: true })
  }
}
