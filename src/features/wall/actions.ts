/** Putting a screen up, and taking it down. */
import { newId } from '../../../db/kit.ts'
import type { Context } from '../../core/context.ts'
import { neededText } from '../../core/typed.ts'
import { hashed, newToken } from '../people/index.ts'
import { ownShop } from '../shops/index.ts'
import { words } from './messages.ts'
import { findWall, insertWall, refusal, saveEnd, wallsOf } from './store.ts'

export const LONGEST_NAME = 30
/** More would be a mistake. */
export const MOST_WALLS = 20

/** Returns the token of its address, which is kept nowhere. */
export const addWall = (ctx: Context, shopId: string | undefined, typed: string): Promise<string> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const name = neededText(typed, 'name', { most: LONGEST_NAME, missing: (lang) => words(lang).refused.nameNeeded })
    if ((await wallsOf(tx, shop.id)).length >= MOST_WALLS) throw refusal('conflict', 'tooMany')
    const [id, token] = [newId(), newToken()]
    const made = { createdAt: ctx.now, createdBy: ctx.who.id, seenAt: null, endedAt: null }
    await insertWall(tx, { id, shopId: shop.id, name, tokenHash: hashed(token), ...made })
    await record('wall.added', `wall:${id}`, { shopId: shop.id, after: { name } })
    return token
  })

/** From now on nobody sees anything at its address. */
export const endWall = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { shopId, name } = await findWall(tx, ctx.who, id)
    await saveEnd(tx, { id }, ctx.now)
    await record('wall.ended', `wall:${id}`, { shopId, after: { name } })
  })
