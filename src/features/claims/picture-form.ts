/** A picture as a form brings it. */
import { z } from 'zod'
import { refusal } from './messages.ts'
import { MOST_BYTES } from './pictures.ts'

/** Only a file; what else stands under its name is none. */
export const pictureField = z.instanceof(File).optional().catch(undefined)

/** undefined: no file was chosen. Throws `invalid` for one that is too large, before it is read. */
export async function bytesOf(picture: File | undefined): Promise<Uint8Array | undefined> {
  if (!picture?.size) return undefined
  if (picture.size > MOST_BYTES) throw refusal('invalid', 'pictureLarge', 'picture')
  return new Uint8Array(await picture.arrayBuffer())
}

/** Bytes of a form with one picture. */
export const FORM_BYTES = MOST_BYTES + 64 * 1024
