/** An invented shop of any size in an SQLite file: what the benches measure against. */
import { newId } from '../../db/kit.ts'
import { orderItems, orders, people, personShops, sessions } from '../../db/schema.ts'
import { migrate } from '../../src/core/migrate.ts'
import { openStore, type Store } from '../../src/core/store.ts'
import { fold, reversed } from '../../src/core/text.ts'
import { HOUR, MINUTE } from '../../src/core/time.ts'
import type { Actor, Role } from '../../src/access.ts'
import { hashed, newToken } from '../../src/features/people/sessions.ts'
import type { Shop } from '../../src/features/shops/store.ts'
import { addShop } from '../world.ts'

const orderColumns = Object.keys({
  id: 0, shopId: 0, tid: 0, tidReversed: 0, state: 0, platformStatus: 0, refund: 0, flag: 0, meaning: 0, buyer: 0, receiver: 0, phone: 0,
  region: 0, address: 0, buyerNote: 0, memo: 0, summary: 0, quantity: 0, amount: 0, placedAt: 0, paidAt: 0, shipBy: 0, shippedAt: 0,
  waybill: 0, carrier: 0, urgent: 0, search: 0, open: 0, importedAt: 0, changedAt: 0,
}) // prettier-ignore
const itemColumns = [
  'id',
  'shopId',
  'orderId',
  'oid',
  'title',
  'variant',
  'code',
  'quantity',
  'price',
  'refund',
  'service',
]
const goods = [
  '60 支长绒棉四件套 1.8 m 雾蓝',
  '桑蚕丝夏凉被 200×230',
  '陶瓷马克杯 雾灰 ×4',
  '香薰蜡烛 雪松 ×3',
  '加厚浴巾 70×140',
  '日式棉麻窗帘 2.0×2.6 m',
]
const flags = [['red', 'ship'], ['yellow', 'ship'], ['grey', 'ship'], ['grey', 'ship'], ['green', 'undecided']] as const // prettier-ignore

/** One order and its line; `n` makes it unlike all others. */
function orderAndItem(shop: Shop, n: number, open: boolean, now: number): [unknown[], unknown[]] {
  const id = newId()
  const tid = String(3_000_000_000_000_000_000n + BigInt(n) * 7919n)
  const title = goods[n % goods.length]!
  const [flag, meaning] = open ? flags[n % flags.length]! : flags[2]
  const paidAt = open ? now - HOUR - (n % 5000) * 1000 : now - 48 * HOUR - n * MINUTE
  const buyer = `测**${n % 100_000}`
  const waybill = open ? null : `YT${String(n).padStart(13, '0')}`
  const order = [
    id, shop.id, tid, reversed(tid), open ? 'paid' : 'done', open ? '买家已付款,等待卖家发货' : '交易成功', 'none', flag, meaning, buyer, '陈*平',
    '138****8000', '浙江省 杭州市 西湖区', '某某街道*****', '', n % 3 ? '' : '周五前发【小满 11-20】', title, 1 + (n % 3), 12_800 + n % 1000, paidAt - MINUTE,
    paidAt, null, open ? null : paidAt + HOUR, waybill, open ? null : '圆通速递', false, fold(`${tid} ${buyer} 陈*平 ${title} ${waybill ?? ''}`), open, paidAt, paidAt,
  ] // prettier-ignore
  return [
    order,
    [newId(), shop.id, id, `${tid}1`, title, '颜色:雾灰', `SKU-${n % 400}`, 1 + (n % 3), 12_800, 'none', false],
  ]
}

/** Adds orders number `from` to `to`, of which the last `open` are open. */
export async function addOrders(
  store: Store,
  shop: Shop,
  { from, to, open, now }: { from: number; to: number; open: number; now: number },
) {
  for (let n = from; n < to; n += 2000) {
    const pairs = Array.from({ length: Math.min(2000, to - n) }, (_, i) =>
      orderAndItem(shop, n + i, n + i >= to - open, now),
    )
    await store.write(async (tx) => {
      await store.bulk(tx, { table: orders, columns: orderColumns, rows: pairs.map(([o]) => o) })
      await store.bulk(tx, { table: orderItems, columns: itemColumns, rows: pairs.map(([, i]) => i) })
    })
  }
}

/** So many supervisors, each signed in. */
export const addReaders = (store: Store, shop: Shop, n: number) =>
  store.write(async (tx) => {
    const readers = []
    for (let i = 0; i < n; i++) {
      const [id, token, createdAt] = [newId(), newToken(), Date.now()]
      const handle = `读者${i}`
      await tx.insert(people).values({ id, handle, handleKey: handle, roles: ['supervisor'], hue: 1, createdAt })
      await tx.insert(personShops).values({ personId: id, shopId: shop.id })
      const session = { id: hashed(token), personId: id, shopId: shop.id, createdAt, seenAt: createdAt + HOUR }
      await tx.insert(sessions).values(session)
      readers.push({ cookie: `zaowan=${token}`, reader: `${id} ${shop.id}` })
    }
    return readers
  })

/** A migrated database with one shop that ships every day until 23:59, and a signed-in supervisor. */
export async function benchShop(file: string, roles: Role[] = ['supervisor']) {
  const store = openStore(file)
  await migrate(store)
  const now = Date.now()
  const world = { store, clock: () => now, demo: false, secure: false, dataDir: '/tmp' }
  const shop = await addShop(world, 'BENCH', '澄野家居', {
    restDays: [],
    keepsHolidays: false,
    cutoff: '23:59',
    createdAt: now,
  })
  const token = newToken()
  const who = await store.write(async (tx): Promise<Actor> => {
    const [person] = await tx
      .insert(people)
      .values({ handle: '木樨', handleKey: '木樨', roles, hue: 2, createdAt: now })
      .returning()
    await tx.insert(personShops).values({ personId: person!.id, shopId: shop.id })
    await tx
      .insert(sessions)
      .values({ id: hashed(token), personId: person!.id, shopId: shop.id, createdAt: now, seenAt: now + HOUR })
    return { id: person!.id, handle: '木樨', roles, shopIds: [shop.id] }
  })
  return { store, shop, who, now, cookie: `zaowan=${token}` }
}
