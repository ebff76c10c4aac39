/**
 * Pieces of pages that are the same for all who may see the same: rendered once a revision, compressed once, and
 * stitched with a person's own parts into one gzip stream.
 */
import { hash } from 'node:crypto'
import { constants, deflateRawSync } from 'node:zlib'
import { checksumOf, times, type Checksum } from './checksum.ts'

/** A piece of HTML as bytes, with its deflated form that ends on a byte border so that others can follow. */
export type Piece = { raw: Buffer; deflated: () => Buffer; checksum: () => Checksum; tag: string }

/** HTML as one text, or in order as parts: long lists stay in parts, for joining them first costs more than a row. */
type Html = string | readonly string[]

/** Bytes of a piece of HTML; deflated only when somebody first asks for it. */
export function piece(html: Html): Piece {
  const raw = bytesOf(typeof html === 'string' ? [html] : html)
  let deflated: Buffer | undefined
  let checksum: Checksum | undefined
  return {
    raw,
    deflated: () => (deflated ??= deflateRawSync(raw, { level: 1, finishFlush: constants.Z_SYNC_FLUSH })),
    checksum: () => (checksum ??= checksumOf(raw)),
    tag: hash('sha1', raw, 'base64url').slice(0, 16),
  }
}

const MOST_BYTES_OF_A_UNIT = 3 // UTF-8 of one UTF-16 unit
let desk = Buffer.allocUnsafeSlow(64 * 1024)

/** Parts as UTF-8, written on a desk that grows with the longest page: one long text would be copied twice. */
function bytesOf(parts: readonly string[]): Buffer {
  let used = 0
  for (const part of parts) {
    const wanted = used + part.length * MOST_BYTES_OF_A_UNIT
    if (wanted > desk.length) desk = Buffer.concat([desk.subarray(0, used)], wanted * 2)
    used += desk.write(part, used)
  }
  return Buffer.from(desk.subarray(0, used))
}

const KEPT = 2000
const kept = new Map<string, { revision: string; piece: Promise<Piece> }>()

/**
 * The piece of this key at this revision; rendered by the first who asks. The key names all that its content depends
 * on besides the revision: shop, language, filter, what its viewer may do. Nothing of one person belongs in it.
 */
export function panel(key: string, revision: string, render: () => Promise<Html>): Promise<Piece> {
  const known = kept.get(key)
  const isNew = known?.revision !== revision
  if (!isNew && kept.size < KEPT / 2) return known.piece // no room is wanted soon
  kept.delete(key) // re-inserted last: the first of the map is the one not asked for longest
  if (!isNew) {
    kept.set(key, known)
    return known.piece
  }
  const fresh = { revision, piece: render().then(piece) }
  kept.set(key, fresh)
  fresh.piece.catch(() => kept.delete(key))
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
  return fresh.piece
}

/** Forgets the panels whose key begins so: for measuring what it costs to render them anew. */
export function forgetPanels(begin = '') {
  for (const key of kept.keys()) if (key.startsWith(begin)) kept.delete(key)
}

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
const LAST_BLOCK = Buffer.from([3, 0])

/** One valid gzip member out of pieces that were deflated apart (RFC 1951, 1952). */
export function stitched(pieces: readonly Piece[]): Buffer {
  let crc = 0
  let length = 0
  for (const { raw, checksum } of pieces) {
    const { own, over } = checksum()
    crc = (times(over, crc) ^ own) >>> 0
    length += raw.length
  }
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc, 0)
  tail.writeUInt32LE(length >>> 0, 4)
  return Buffer.concat([GZIP_HEAD, ...pieces.map((p) => p.deflated()), LAST_BLOCK, tail])
}
