/**
 * The CRC-32 of parts put together, out of each part's own: a page is stitched from pieces at every request, and
 * going through all of its bytes each time would cost more than sending them. The arithmetic is zlib's (RFC 1952).
 */
import { crc32 } from 'node:zlib'

/** A linear map over 32 bits: the images of the single bits. */
type Matrix = Uint32Array<ArrayBuffer>
/** A part's own CRC, and the map that carries the CRC of what stood before over the part's length. */
export type Checksum = { own: number; over: Matrix }

export const checksumOf = (part: Buffer): Checksum => ({ own: crc32(part), over: overBytes(part.length) })

/** The map's image of 32 bits. The CRC of `a` then `b` is `times(b.over, a) ^ b.own`. */
export function times(map: Matrix, bits: number): number {
  let sum = 0
  for (let i = 0, rest = bits >>> 0; rest; i++, rest >>>= 1) if (rest & 1) sum ^= map[i]!
  return sum >>> 0
}

const after = (first: Matrix, second: Matrix): Matrix => first.map((image) => times(second, image))
const twice = (map: Matrix) => after(map, map)

const IDENTITY = Uint32Array.from({ length: 32 }, (_, i) => (1 << i) >>> 0)
const ONE_BIT = Uint32Array.from({ length: 32 }, (_, i) => (i === 0 ? 0xedb88320 : 1 << (i - 1)))
const ONE_BYTE = twice(twice(twice(ONE_BIT)))

/** The maps over 1, 2, 4, 8 … bytes, as far as they were wanted. */
const steps = [ONE_BYTE]

/** The map over this many bytes, by its binary digits. */
function overBytes(length: number): Matrix {
  let map = IDENTITY
  for (let i = 0, rest = length; rest; i++, rest = Math.floor(rest / 2)) {
    const step = (steps[i] ??= twice(steps[i - 1]!))
    if (rest % 2) map = after(map, step)
  }
  return map
}
