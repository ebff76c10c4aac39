/** Who works when: each five days of seven, laid so that whoever a visitor can be is at work today. */
import type { Context } from '../../src/core/context.ts'
import {
  addCode,
  askSwap,
  changeAtOnce,
  daysOf,
  mondayOf,
  planWeek,
  publishWeek,
} from '../../src/features/shifts/index.ts'
import type { Shift } from '../../src/features/shops/index.ts'
import type { Day } from '../../src/core/time.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import type { Event } from './play.ts'
import { STORY_SHOP } from './shops.ts'

/** Days from today, in a pattern that comes again each week: 6 was yesterday. `else`: on all other days; null: nothing. */
type Pattern = { handle: string; off: readonly number[]; else: Code | null; on?: Readonly<Record<number, Code>> }
export type Code = Shift | 'off' | 'mid'

const patterns: Record<string, readonly Pattern[]> = {
  CY: [
    { handle: '小满', off: [2, 3], else: 'day' },
    { handle: '青禾', off: [3, 4], else: 'day' },
    { handle: '半夏', off: [1, 2], else: 'day' },
    { handle: '甘棠', off: [], else: null, on: { 1: 'mid' } },
    { handle: '远志', off: [5, 6], else: 'day' },
    { handle: '木樨', off: [2, 3], else: 'day' },
    { handle: '阿北', off: [4, 5], else: 'night' },
    { handle: '山岚', off: [1, 2], else: 'night' },
  ],
  XL: [
    { handle: '竹青', off: [2, 3], else: 'day' },
    { handle: '白露', off: [4, 5], else: 'night' },
    { handle: '甘棠', off: [6], else: null, on: { 2: 'day', 3: 'day', 4: 'night', 5: 'night' } },
  ],
}

const inWeek = (ahead: number) => ((ahead % 7) + 7) % 7

function codeOf({ off, on, ...pattern }: Pattern, ahead: number): Code | null {
  const place = inWeek(ahead)
  return off.includes(place) ? 'off' : (on?.[place] ?? pattern.else)
}

/** Fell ill today, and who came instead. */
const ill = { handle: '半夏', cover: '甘棠' }

/** Whose turn it is, so many days from today, in the order of the list above. */
export function peopleOn(shopCode: string, ahead: number, side: Shift): string[] {
  const planned = patterns[shopCode]!.filter((pattern) => codeOf(pattern, ahead) === side).map(({ handle }) => handle)
  return ahead === 0 ? planned.map((handle) => (handle === ill.handle ? ill.cover : handle)) : planned
}

/** Who was planned for what in a shop on a day, however long ago; `mid` is on the day's side. */
export const plannedOn = (shopCode: string, ahead: number): { handle: string; code: Code }[] =>
  patterns[shopCode]!.flatMap((pattern) => {
    const code = codeOf(pattern, ahead)
    return code ? [{ handle: pattern.handle, code }] : []
  })

export const rotaEvents = (scene: Scene): Event[] =>
  actsOf(scene, scene.shop.code === STORY_SHOP ? [...planning, ...changes] : planning)

/** What the next week is planned for already; the rest of it stands as a draft. */
const PUBLISHED_DAYS = 4

const planning: readonly Act[] = [
  on(4, '18:00', '云舟', async (ctx, scene) => {
    if (scene.shop.code === STORY_SHOP) {
      const mid = { name: '中班', from: '11:00', to: '20:00', side: 'day' as const }
      scene.keep('mid', await addCode(ctx, scene.shop.id, mid))
    }
    for (const week of [-7, 0]) {
      await plan(ctx, scene, daysOf(mondayOf(scene.day(week))))
      await publishWeek(ctx, scene.shop.id, scene.day(week))
    }
  }),
  on(3, '11:20', '木樨', async (ctx, scene) => {
    await plan(ctx, scene, daysOf(mondayOf(scene.day(7))).slice(0, PUBLISHED_DAYS))
    await publishWeek(ctx, scene.shop.id, scene.day(7))
  }),
  on(0, '10:42', '木樨', (ctx, scene) => plan(ctx, scene, daysOf(mondayOf(scene.day(7))).slice(PUBLISHED_DAYS))),
]

const changes: readonly Act[] = [
  on(0, '08:12', '木樨', async (ctx, { shop, today, person }) =>
    changeAtOnce(ctx, shop.id, {
      day: today,
      personId: await person(ill.handle),
      code: 'off',
      coverId: await person(ill.cover),
      note: '半夏发烧，甘棠来顶',
    }),
  ),
  on(0, '14:32', '青禾', async (ctx, { shop, day, person }) =>
    askSwap(ctx, shop.id, { of: await person('小满'), day: day(2), otherDay: day(4), why: '那天要陪我妈复查' }),
  ),
]

async function plan(ctx: Context, scene: Scene, days: readonly Day[]) {
  const wishes = []
  for (const pattern of patterns[scene.shop.code]!)
    for (const day of days) {
      const code = codeOf(pattern, daysBetween(scene.today, day))
      if (!code) continue
      wishes.push({
        personId: await scene.person(pattern.handle),
        day,
        was: null,
        code: code === 'mid' ? scene.id('mid') : code,
      })
    }
  await planWeek(ctx, scene.shop.id, wishes)
}

export const daysBetween = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
