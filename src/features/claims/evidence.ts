/** PRIZE-1: a picture stands for a review or a favourite, never for a win. */
import type { Context } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { subject, told } from './deed.ts'
import { refusal } from './messages.ts'
import { MOST_BYTES, pictureType, type PictureType } from './pictures.ts'
import { needsOf, type Kind } from './rules.ts'
import { findClaim, type Claim } from './store.ts'
import { evidenceOf, insertEvidence } from './store-evidence.ts'

type Picture = { type: PictureType; content: Buffer }

/** The picture of this kind's form, known by its content; undefined where there is none. Throws `invalid` at "picture". */
export function pictureOf({ kind, picture }: { kind: Kind; picture?: Uint8Array | undefined }): Picture | undefined {
  const { picture: wanted } = needsOf[kind]
  if (!picture?.length) {
    if (wanted === 'needed') throw refusal('invalid', 'pictureNeeded', 'picture')
    return undefined
  }
  if (wanted === 'refused') throw refusal('invalid', 'pictureNoProof', 'picture')
  return checked(picture)
}

function checked(bytes: Uint8Array): Picture {
  if (bytes.length > MOST_BYTES) throw refusal('invalid', 'pictureLarge', 'picture')
  const type = pictureType(bytes)
  if (!type) throw refusal('invalid', 'pictureKind', 'picture')
  return { type, content: Buffer.from(bytes) }
}

export const keepPicture = (tx: Tx, { now, who }: Context, claim: Claim, picture: Picture) =>
  insertEvidence(tx, { shopId: claim.shopId, claimId: claim.id, ...picture, at: now, byId: who.id })

const MOST_PICTURES = 10

/** One that came later. */
export const addPicture = (ctx: Context, id: string, picture: Uint8Array | undefined): Promise<void> =>
  ctx.write(async (tx, record) => {
    const claim = await findClaim(tx, ctx.who, id)
    if (claim.state === 'withdrawn') throw refusal('conflict', 'notNow')
    const kept = pictureOf({ kind: claim.kind, picture })
    if (!kept) throw refusal('invalid', 'pictureNeeded', 'picture')
    if ((await evidenceOf(tx, id)).length >= MOST_PICTURES) throw refusal('conflict', 'picturesMany', 'picture')
    await keepPicture(tx, ctx, claim, kept)
    await record('claim.pictured', subject(claim), { shopId: claim.shopId, after: told(claim) })
  })
