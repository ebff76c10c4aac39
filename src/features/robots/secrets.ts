/** A robot's address and secret: sealed for their own row, opened only to call it or to show its last letters. */
import type { Seal } from '../../core/sealing.ts'
import { addressIn, tailOf, type Kind } from './address.ts'
import type { Robot } from './store.ts'

const about = (id: string, what: 'url' | 'secret') => `robot:${id}:${what}`

export type Secrets = { url: string; secret: string | null }

export const sealedFor = (seal: Seal, id: string, { url, secret }: Secrets) => ({
  sealedUrl: seal.close(url, about(id, 'url')),
  sealedSecret: secret === null ? null : seal.close(secret, about(id, 'secret')),
})

type Sealed = Pick<Robot, 'id' | 'sealedUrl' | 'sealedSecret'>

/** Throws SealBroken when the key is another one by now. */
export const openedBy = (seal: Seal, { id, sealedUrl, sealedSecret }: Sealed): Secrets => ({
  url: seal.open(sealedUrl, about(id, 'url')),
  secret: sealedSecret === null ? null : seal.open(sealedSecret, about(id, 'secret')),
})

/** Whose robot it is and the last four characters of its token; undefined when it does not open. */
export function shownOf(seal: Seal | undefined, robot: Sealed, origins: readonly string[] = []): Shown | undefined {
  try {
    const address = seal && addressIn(openedBy(seal, robot).url, origins)
    return address && { kind: address.kind, tail: tailOf(address.token) }
  } catch {
    return undefined
  }
}
export type Shown = { kind: Kind; tail: string }
