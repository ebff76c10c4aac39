/** The shops and their people, four days ago. */
import { eq } from 'drizzle-orm'
import { people, shops } from '../schema.ts'
import { roles } from '../../src/access.ts'
import { makeContext } from '../../src/core/context.ts'
import type { Store } from '../../src/core/store.ts'
import { addPerson } from '../../src/features/people/index.ts'
import { addShop, allShops } from '../../src/features/shops/index.ts'
import { defaultSettings } from '../../src/features/shops/rules.ts'
import { team } from './people.ts'
import type { When } from './lay.ts'
import { demoShops } from './shops.ts'

export async function openShops(store: Store, when: When) {
  const founder = { id: null, handle: '早晚', roles, shopIds: [] as string[] }
  const ctx = makeContext({ store, who: founder, now: when(4, '17:00') })
  for (const { code, name, platform } of demoShops) await addShop(ctx, { code, name, platform, restDays: [] })
  // the demo works on holidays; nobody there has a password to unlock with, so it locks as late as a shop may say
  const settings = { ...defaultSettings, idleLockMinutes: 120 }
  await store.write((tx) => tx.update(shops).set({ keepsHolidays: false, settings }))
  const open = await allShops(store.read)
  const shopIds = new Map(open.map((shop) => [shop.code, shop.id]))
  const adding = { ...ctx, who: { ...founder, shopIds: [...shopIds.values()] } }
  for (const { handle, roles, hue, shops } of team) {
    const { person } = await addPerson(adding, { handle, roles, shopIds: shops.map((code) => shopIds.get(code)!) })
    await store.write((tx) => tx.update(people).set({ hue }).where(eq(people.id, person.id)))
  }
  return demoShops.map((demo) => ({ demo, shop: open.find((shop) => shop.code === demo.code)! }))
}
