/** What the quick entry offers this person: the things that they may do, and what their forms choose from. */
import { may, type Right } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { prizesToClaim, type PrizeToClaim } from '../prizes/index.ts'
import type { Shop } from '../shops/index.ts'

/** The five most common things, in the order of their keys, each with the right that its room asks for. */
export const quickRights = {
  flag: 'orders.flag',
  hold: 'orders.hold',
  followup: 'followups.do',
  claim: 'prizes.claim',
  note: 'notebook.keep',
} as const satisfies Record<string, Right>
export type Quick = keyof typeof quickRights
export const quicks = Object.keys(quickRights) as Quick[]

export type QuickSight = {
  lang: Lang
  shop: Shop
  today: Day
  mine: Quick[]
  prizes: PrizeToClaim[]
  /** May claim what the catalogue lacks. */
  plans: boolean
}

export async function quickSight({ read, who, now, lang }: Context, shop: Shop): Promise<QuickSight> {
  const mine = quicks.filter((what) => may(who, quickRights[what]))
  const prizes = mine.includes('claim') ? await prizesToClaim(read, shop.id, now) : []
  return { lang, shop, today: dayOf(now, shop.timeZone), mine, prizes, plans: may(who, 'prizes.plan') }
}
