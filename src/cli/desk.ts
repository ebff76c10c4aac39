/** What most commands need: the database open beside a running board, and a context to act in. */
import { isAbsolute, resolve } from 'node:path'
import { roles, type Actor } from '../access.ts'
import { machineClock } from '../core/clock.ts'
import { readConfig } from '../core/config.ts'
import { makeContext, type Context } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import { migrate } from '../core/migrate.ts'
import { openStore, type Store } from '../core/store.ts'
import { dayOf, isDay, type Day } from '../core/time.ts'
import { allShops, findShopByCode, type Shop } from '../features/shops/index.ts'
import type { Call } from './call.ts'
import { words } from './messages.ts'

/** Whoever may use the machine's command line may do everything; the log says that it was done there. */
const desk = (shops: readonly Shop[]): Actor => ({ id: null, handle: '命令行', roles, shopIds: shops.map((s) => s.id) })

/** Opens the database, current tables included, and closes it again. Waits for a running board, never the reverse. */
async function withStore<T>({ terminal }: Call, work: (store: Store, ran: string[]) => Promise<T>): Promise<T> {
  const store = openStore(readConfig(terminal.env).databaseUrl, { patient: true })
  try {
    return await work(store, await migrate(store))
  } finally {
    await store.close()
  }
}

export const atDesk = <T>(call: Call, work: (ctx: Context) => Promise<T>): Promise<T> =>
  withStore(call, async (store) => {
    const who = desk(await allShops(store.read))
    return work(makeContext({ store, who, now: machineClock(), lang: call.lang }))
  })

export const migrateNow = (call: Call) =>
  withStore(call, async (_, ran) => {
    for (const name of ran) call.terminal.out(name)
    call.terminal.out(words(call.lang).migrated(ran.length))
  })

/** The shop of this code; a wrong code is answered with those that exist. */
export async function shopCalled(ctx: Context, code: string): Promise<Shop> {
  const shop = await findShopByCode(ctx.read, code)
  if (shop) return shop
  const there = (await allShops(ctx.read)).map((s) => `${s.code} ${s.name}`).join(', ')
  throw new AppError('not_found', (lang) => (there ? words(lang).noSuchShop(code, there) : words(lang).noShops))
}

/** --day, or the shop's business day. */
export function dayAsked(call: Call, ctx: Context, shop: Shop): Day {
  const text = call.option('day')
  if (text === undefined) return dayOf(ctx.now, shop.timeZone)
  if (!isDay(text)) throw new AppError('invalid', (lang) => words(lang).notADay(text))
  return text
}

/** A path as its writer meant it: npm runs commands in the project's folder and notes where it was called. */
export const pathOf = ({ terminal }: Call, path: string) =>
  isAbsolute(path) ? path : resolve(terminal.env.INIT_CWD ?? process.cwd(), path)
