/** The wheel's own list: looked at, then taken in; where it knows a claim's serial number, the claim can be checked. */
import { AppError } from '../../core/errors.ts'
import type { Context } from '../../core/context.ts'
import type { Reader } from '../../core/store.ts'
import { neededText } from '../../core/typed.ts'
import { ownShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { deleteWins, insertWins, knownSerials, listOf } from './store-wins.ts'
import { BadList, MOST_BYTES, readWins, winsText, type ReadWin, type ReadWins, type RefusedWin } from './wins-file.ts'
import { winsRefusal } from './wins-words.ts'

/** `new`: wins that the list did not have. */
type WinsImported = { new: number; known: number; refused: readonly RefusedWin[] }
/** `text`: the good lines with buyers masked, for importWins. */
export type WinsPreview = WinsImported & { text: string; examples: readonly ReadWin[] }

const EXAMPLES = 5

/** What taking this file in would do; nothing is kept. Throws invalid when it cannot be read at all. */
export async function previewWins(ctx: Context, shopId: string, bytes: Uint8Array): Promise<WinsPreview> {
  const shop = await ownShop(ctx.read, ctx, shopId)
  const { wins, refused } = await listIn(bytes, shop)
  const fresh = await unknownOf(ctx.read, shopId, wins)
  const counts = { new: fresh.length, known: wins.length - fresh.length, refused }
  return { ...counts, text: winsText(wins, shop.timeZone), examples: fresh.slice(0, EXAMPLES) }
}

/** Takes in what is new of it; the same list again changes nothing. Throws invalid when it cannot be read at all. */
export async function importWins(ctx: Context, shopId: string, text: string): Promise<WinsImported> {
  const shop = await ownShop(ctx.read, ctx, shopId)
  const { wins, refused } = await listIn(Buffer.from(text), shop)
  return ctx.write(async (tx, record) => {
    const fresh = await unknownOf(tx, shopId, wins)
    const counts = { new: fresh.length, known: wins.length - fresh.length, refused }
    if (!fresh.length) return counts
    await insertWins(tx, shopId, fresh, ctx.now)
    await record('wins.imported', `wins:${shopId}`, { shopId, after: { ...counts, refused: refused.length } })
    return counts
  })
}

/** Takes the last import back: a wrong file. Claims that were checked by it stay as they are. */
export async function withdrawWins(ctx: Context, shopId: string, wish: { importedAt: number; why: string }) {
  await ownShop(ctx.read, ctx, shopId)
  const why = neededText(wish.why, 'why')
  await ctx.write(async (tx, record) => {
    if ((await listOf(tx, shopId)).importedAt !== wish.importedAt) throw winsRefusal('conflict', 'changed')
    const taken = await deleteWins(tx, shopId, wish.importedAt)
    await record('wins.withdrawn', `wins:${shopId}`, { shopId, after: { taken }, why })
  })
}

async function unknownOf(db: Reader, shopId: string, wins: readonly ReadWin[]): Promise<ReadWin[]> {
  const known = await knownSerials(db, shopId, wins.map(({ serialKey }) => serialKey)) // prettier-ignore
  return wins.filter(({ serialKey }) => !known.has(serialKey))
}

async function listIn(bytes: Uint8Array, { timeZone }: Shop): Promise<ReadWins> {
  if (bytes.length > MOST_BYTES) throw unreadable('too_many')
  return readWins(bytes, timeZone).catch((error: unknown) => {
    throw error instanceof BadList ? unreadable(error.problem) : error
  })
}

function unreadable(problem: BadList['problem']) {
  const say = (lang: 'zh' | 'en') => words(lang).unreadable[problem]
  return new AppError('invalid', say, { file: say })
}
