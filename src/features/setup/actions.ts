/** The first set-up: a shop, the first person, and on from step to step. */
import { makeContext, operator, type Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { addPerson, asPerson, enter, personById, type Entry, type Here } from '../people/index.ts'
import { addShop, allShops, type NewShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { stepAfter, type LaterStep } from './rules.ts'
import { dropFact, factOf, setFact } from './store.ts'
import { isSetUp, isSetupToken } from './token.ts'

type Word = 'tokenNeeded' | 'already' | 'noShopYet'
const refusal = (code: 'forbidden' | 'conflict', word: Word) => new AppError(code, (lang) => words(lang)[word])

/** Who opens the shop before anybody has a name. */
const FIRST_RUN = '第一次运行'

/** Whoever reads the terminal acts as it; throws `forbidden` without the token, or once the board is set up. */
async function byToken(ctx: Context, token: string | undefined, handle = FIRST_RUN): Promise<Context> {
  if (!(await isSetupToken(ctx.read, token))) throw refusal('forbidden', 'tokenNeeded')
  const shopIds = (await allShops(ctx.read)).map((shop) => shop.id)
  return makeContext({ ...ctx, who: operator(shopIds, handle) })
}

/** The first shop. A second browser with the same token finds it there. */
export async function openShop(ctx: Context, token: string | undefined, shop: NewShop): Promise<Shop> {
  const self = await byToken(ctx, token)
  return self.write(async (tx) => {
    if ((await allShops(tx)).length > 0) throw refusal('conflict', 'already')
    return addShop(self, shop)
  })
}

/** The first person: manager and admin of every shop there is. Ends the token and signs in here. */
export async function becomeOwner(
  ctx: Context,
  token: string | undefined,
  own: { handle: string; password: string },
  here: Here,
): Promise<Entry> {
  const self = await byToken(ctx, token, own.handle)
  return self.write(async (tx) => {
    if (await isSetUp(tx)) throw refusal('conflict', 'already')
    const shopIds = self.who.shopIds
    if (!shopIds.length) throw refusal('conflict', 'noShopYet')
    const { person } = await addPerson(self, { ...own, roles: ['manager', 'admin'], shopIds })
    await dropFact(tx, 'setup_token')
    await setFact(tx, 'setup_step', 'people')
    return enter(tx, asPerson(ctx, (await personById(tx, person.id))!), here)
  })
}

/** The step is done or left for later; pressed twice it goes on only once. */
export const goOnFrom = (ctx: Context, step: LaterStep) =>
  ctx.write(async (tx) => {
    if ((await factOf(tx, 'setup_step')) !== step) return
    const next = stepAfter(step)
    if (next) await setFact(tx, 'setup_step', next)
    else await dropFact(tx, 'setup_step')
  })
