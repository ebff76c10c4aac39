/** Where the rooms' part of the story plays: one shop, its days counted from today, its people and things by name. */
import { addDays, dayOf, instantOf, type Clocktime, type Day } from '../../src/core/time.ts'
import { AppError } from '../../src/core/errors.ts'
import type { Feature } from '../../src/feature.ts'
import type { Context } from '../../src/core/context.ts'
import type { When } from './lay.ts'
import { SHIPPED } from './platform.ts'
import type { Event } from './play.ts'
import { labelFrom, type Label } from './warehouse.ts'
import type { Ledger } from './ledger.ts'
import type { Market } from './market.ts'

export type Scene = ReturnType<typeof sceneOf>
type Parts = { ledger: Ledger; market: Market; when: When; features: readonly Feature[] }

export function sceneOf({ ledger, market, when, features }: Parts) {
  const { shop, named, sales, chance } = market
  const today = dayOf(when(0, '12:00'), shop.timeZone)
  const kept = new Map<string, string>()
  const day = (ahead: number): Day => addDays(today, ahead)
  return {
    ledger,
    shop,
    features,
    when,
    today,
    /** So many days from today; negative ones are over. */
    day,
    /** UTC ms of a time on such a day. */
    at: (ahead: number, time: Clocktime) => instantOf(day(ahead), time, shop.timeZone),
    as: (handle: string, now: number) => ledger.as(handle, now, shop),
    /** Somebody's id. */
    person: (handle: string) => ledger.personId(handle),
    /** All of the shop's, as the platform has them. */
    sales,
    /** The platform's number of a sale of the story. */
    tid: (sale: string) => named.get(sale)!.tid,
    /** A label for a parcel. */
    label: () => labelFrom(chance),
    /** The platform hears that it has left. */
    shipped: (tid: string, label: Label) => void Object.assign(sales.get(tid) ?? {}, label, { status: SHIPPED }),
    /** Keeps the id of something under a name of the story. */
    keep: (name: string, id: string) => void kept.set(name, id),
    id(name: string): string {
      const id = kept.get(name)
      if (!id) throw new AppError('not_found', () => `the story has no ${name}: what was to make it was refused`)
      return id
    },
  }
}

/** Something that one person does so many days ago; negative ones are yet to come. */
export type Act = { ago: number; time: Clocktime; who: string; act: (ctx: Context, scene: Scene) => Promise<unknown> }

export const on = (ago: number, time: Clocktime, who: string, act: Act['act']): Act => ({ ago, time, who, act })

export const actsOf = (scene: Scene, acts: readonly Act[]): Event[] =>
  acts.map(({ ago, time, who, act }) => {
    return { at: scene.when(ago, time), happen: async (at) => act(await scene.as(who, at), scene) }
  })
