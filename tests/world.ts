/** The demo shop as a test world: people with names, two shops, a fixed afternoon. */
import { eq } from 'drizzle-orm'
import { newId } from '../db/kit.ts'
import { orders, people, personShops, sessions, shops } from '../db/schema.ts'
import { createApp } from '../src/app.tsx'
import type { Actor, Role } from '../src/access.ts'
import { clockwork, makeContext, type Context } from '../src/core/context.ts'
import type { Lang } from '../src/core/i18n.ts'
import { migrate } from '../src/core/migrate.ts'
import { openStore } from '../src/core/store.ts'
import { fold, reversed } from '../src/core/text.ts'
import { instantOf, type Clocktime, type Day } from '../src/core/time.ts'
import type { World } from '../src/core/web.ts'
import { hashed, newToken, sessionCookie } from '../src/features/people/sessions.ts'
import { defaultFlags, meaningOf, type Flag, type Platform } from '../src/features/shops/flags.ts'
import {
  DEFAULT_CUTOFF,
  DEFAULT_REST_DAYS,
  DEFAULT_ZONE,
  defaultSettings,
  defaultShifts,
} from '../src/features/shops/rules.ts'
import type { Shop } from '../src/features/shops/store.ts'

/** A Friday that ships. */
export const TODAY: Day = '2026-11-20'
export const at = (time: Clocktime, day: Day = TODAY) => instantOf(day, time, DEFAULT_ZONE)

/** Everybody by handle: roles, and shop "A", "B" or both. */
const cast: Record<string, { roles: Role[]; shops: string; hue: number }> = {
  小满: { roles: ['agent'], shops: 'A', hue: 4 },
  阿北: { roles: ['agent'], shops: 'A', hue: 6 },
  远志: { roles: ['aftersales'], shops: 'A', hue: 6 },
  松针: { roles: ['warehouse'], shops: 'A', hue: 1 },
  木樨: { roles: ['supervisor'], shops: 'A', hue: 2 },
  云舟: { roles: ['director'], shops: 'A', hue: 8 },
  南星: { roles: ['manager'], shops: 'A', hue: 7 },
  管家: { roles: ['admin'], shops: 'AB', hue: 5 },
  外店: { roles: ['agent', 'aftersales', 'warehouse', 'supervisor', 'director', 'manager'], shops: 'B', hue: 3 },
}
export const handles = Object.keys(cast)

export type TestWorld = Awaited<ReturnType<typeof openWorld>>

/** A migrated database with two shops and their people; `clock.now` can be set, it stands at 15:00. */
export async function openWorld(options: { url?: string; secure?: boolean } = {}) {
  const clock = { now: at('15:00') }
  const store = openStore(options.url ?? process.env.DATABASE_URL!)
  await migrate(store)
  const world: World = { store, clock: () => clock.now, demo: false, secure: options.secure ?? false, dataDir: '/tmp' }
  const shopA = await addShop(world, 'A', '澄野家居')
  const shopB = await addShop(world, 'B', '示例木作')
  const shopIds = { A: shopA.id, B: shopB.id } as Record<string, string>
  const actors: Record<string, Actor> = {}
  for (const [handle, { roles, shops, hue }] of Object.entries(cast))
    actors[handle] = await addPerson(world, { handle, roles, hue, shopIds: [...shops].map((s) => shopIds[s]!) })
  const app = createApp(world)

  /** A context as an action gets it. */
  const as = (handle: string, lang: Lang = 'zh'): Context =>
    makeContext({ store, who: actors[handle]!, now: clock.now, lang, shopId: actors[handle]!.shopIds[0] })
  const clockContext = () => makeContext({ store, who: clockwork, now: clock.now })

  /** A browser of this person: same cookie, same origin; forms are objects. */
  async function browserOf(handle: string) {
    const token = newToken()
    const session = { id: hashed(token), personId: actors[handle]!.id!, createdAt: clock.now, seenAt: clock.now }
    await store.write((tx) => tx.insert(sessions).values({ ...session, shopId: actors[handle]!.shopIds[0] }))
    const headers = { cookie: `${sessionCookie(world)}=${token}`, 'sec-fetch-site': 'same-origin' }
    return {
      /** For requests that are no forms. */
      headers,
      get: (path: string, more: Record<string, string> = {}) => app.request(path, { headers: { ...headers, ...more } }),
      post: (
        path: string,
        form: Record<string, string | string[]> | FormData = {},
        more: Record<string, string> = {},
      ) => app.request(path, { method: 'POST', body: bodyOf(form), headers: { ...headers, ...more } }),
    }
  }
  return { world, store, clock, app, shopA, shopB, actors, as, clockContext, browserOf, close: () => store.close() }
}

function bodyOf(form: Record<string, string | string[]> | FormData) {
  if (form instanceof FormData) return form
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const v of [value].flat()) body.append(name, v)
  return body
}

export async function addShop(world: World, code: string, name: string, more: Partial<Shop> = {}): Promise<Shop> {
  const platform: Platform = more.platform ?? 'taobao'
  const row = {
    code,
    name,
    platform,
    timeZone: DEFAULT_ZONE,
    cutoff: DEFAULT_CUTOFF,
    restDays: DEFAULT_REST_DAYS,
    keepsHolidays: true,
    shifts: defaultShifts,
    flags: defaultFlags(platform),
    settings: defaultSettings,
    createdAt: at('08:00', '2026-11-01'),
    ...more,
  }
  return (await world.store.write((tx) => tx.insert(shops).values(row).returning()))[0]!
}

async function addPerson(
  world: World,
  { handle, roles, hue, shopIds }: { handle: string; roles: Role[]; hue: number; shopIds: string[] },
): Promise<Actor> {
  return world.store.write(async (tx) => {
    const row = { handle, handleKey: fold(handle), roles, hue, createdAt: world.clock() }
    const [person] = await tx.insert(people).values(row).returning()
    for (const shopId of shopIds) await tx.insert(personShops).values({ personId: person!.id, shopId })
    return { id: person!.id, handle, roles, shopIds }
  })
}

let tids = 3187452960018834000n

/** An order as an import would leave it: paid at noon today, grey flag, it ships. */
export async function addOrder(
  { store }: Pick<TestWorld, 'store'>,
  shop: Shop,
  more: Partial<typeof orders.$inferInsert> = {},
) {
  const tid = more.tid ?? String(++tids)
  const flag = (more.flag ?? 'grey') as Flag
  const state = more.state ?? 'paid'
  const row = {
    id: newId(),
    shopId: shop.id,
    tid,
    tidReversed: reversed(tid),
    state,
    platformStatus: '买家已付款,等待卖家发货',
    refund: 'none' as const,
    flag,
    meaning: meaningOf(shop.flags, flag),
    buyer: '测**1',
    receiver: '陈*平',
    phone: '138****8000',
    region: '浙江省 杭州市 西湖区',
    address: '某某街道*****',
    buyerNote: '',
    memo: '',
    summary: '陶瓷马克杯 雾灰',
    quantity: 1,
    amount: 12800,
    placedAt: at('11:58'),
    paidAt: at('12:00'),
    shipBy: null,
    shippedAt: null,
    waybill: null,
    carrier: null,
    urgent: false,
    search: fold(
      `${tid} ${more.buyer ?? '测**1'} ${more.receiver ?? '陈*平'} ${more.summary ?? '陶瓷马克杯 雾灰'} ${more.waybill ?? ''}`,
    ),
    open: ['unpaid', 'paid', 'partly_shipped', 'unknown'].includes(state),
    importedAt: at('12:30'),
    changedAt: at('12:30'),
    ...more,
  }
  await store.write((tx) => tx.insert(orders).values(row))
  return row
}

export const orderNow = async ({ store }: Pick<TestWorld, 'store'>, id: string) =>
  (await store.read.select().from(orders).where(eq(orders.id, id)))[0]!
