/** Each shift hands over to the next: given at its end, read back item by item, signed. */
import type { Context } from '../../src/core/context.ts'
import type { Shift } from '../../src/features/shops/index.ts'
import {
  acknowledgeItem,
  addItem,
  answer,
  askBack,
  coSign,
  draftFor,
  emptyWish,
  giveHandover,
  handoverOfTurn,
  linesOf,
  settleItem,
  signHandover,
  type Handover,
  type Sources,
} from '../../src/features/handovers/index.ts'
import { peopleOn } from './rota.ts'
import { told, type Ago } from './told.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import type { Event } from './play.ts'
import { STORY_SHOP } from './shops.ts'

export function handoverEvents(scene: Scene): Event[] {
  const isStory = scene.shop.code === STORY_SHOP
  const turns = [3, 2, 1, 0].flatMap((ago) => (['day', 'night'] as const).map((side) => ({ ago, side })))
  return actsOf(scene, [...turns.flatMap((turn) => actsFor(scene, turn)), ...(isStory ? story : [])])
}

const nameOf = (ago: Ago, side: Shift) => `handover ${ago} ${side}`
const sourcesOf = ({ features }: Scene): Sources => features.flatMap((feature) => feature.handover ?? [])

/** The day gives before the evening meeting, the night at its end past midnight; the day takes over in the morning. */
function actsFor({ shop }: Scene, { ago, side }: { ago: Ago; side: Shift }): Act[] {
  const [giver, second] = peopleOn(shop.code, -ago, side) as [string, string?]
  const takers = peopleOn(shop.code, side === 'day' ? -ago : 1 - ago, side === 'day' ? 'night' : 'day')
  const readers = takers.slice(0, 2)
  const [giveOn, giveAt, takeAt] =
    side === 'day' ? ([ago, ago ? '16:47' : '16:43', '16:56'] as const) : ([ago - 1, '00:20', '08:33'] as const)
  return [
    on(giveOn, giveAt, giver, (ctx, scene) => give(ctx, scene, { ago, side })),
    ...(second ? [on(giveOn, giveAt, second, (ctx, { id }) => coSign(ctx, id(nameOf(ago, side))))] : []),
    ...readers.map((who, n) =>
      on(giveOn, takeAt, who, (ctx, scene) => acknowledge(ctx, scene, { ago, side, n, of: readers.length })),
    ),
    ...takers.map((who) =>
      on(giveOn, addMinutes(takeAt, 7), who, (ctx, { id }) => signHandover(ctx, id(nameOf(ago, side)))),
    ),
  ]
}

const addMinutes = (time: string, minutes: number) => {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return [hour + Math.floor((minute + minutes) / 60), (minute + minutes) % 60]
    .map((n) => String(n).padStart(2, '0'))
    .join(':')
}

type Turn = { ago: Ago; side: Shift }

async function draft(ctx: Context, scene: Scene, { ago, side }: Turn): Promise<Handover> {
  const handover = await draftFor(ctx, sourcesOf(scene), scene.shop, { day: scene.day(-ago), side })
  scene.keep(nameOf(ago, side), handover.id)
  for (const { name, wish } of told.filter((one) => one.ago === ago && one.side === side)) {
    if (scene.shop.code !== STORY_SHOP) continue
    const { sale, to, ...words } = wish
    const who = to ? { ownerId: await scene.person(to) } : {}
    const order = sale ? { order: scene.tid(sale) } : {}
    const item = await addItem(ctx, handover.id, { ...emptyWish, ...words, ...who, ...order })
    if (name) scene.keep(name, item.id)
  }
  return handover
}

async function give(ctx: Context, scene: Scene, { ago, side }: Turn) {
  const begun = await handoverOfTurn(ctx.read, scene.shop.id, { day: scene.day(-ago), side })
  const { id } = begun ?? (await draft(ctx, scene, { ago, side }))
  scene.keep(nameOf(ago, side), id)
  await giveHandover(ctx, sourcesOf(scene), id)
}

/** Each of several takes their share of the list. */
async function acknowledge(ctx: Context, scene: Scene, { ago, side, n, of }: Turn & { n: number; of: number }) {
  const id = scene.id(nameOf(ago, side))
  const lines = (await linesOf(ctx.read, id)).filter(({ item }) => item.state === 'open')
  await ctx.write(async () => {
    for (const [i, { item, line }] of lines.entries())
      if (i % of === n && line.acknowledgedAt === null) await acknowledgeItem(ctx, sourcesOf(scene), id, item.id)
  })
}

/** What was said on the items, and what is over. */
const story: readonly Act[] = [
  settles(1, '20:16', '阿北', { in: nameOf(1, 'day'), item: 'gift' }, '仓库手写了两张，拍给她看过，满意'),
  settles(1, '22:06', '阿北', { in: nameOf(1, 'day'), item: 'front' }, '换好了，券都能领'),
  on(0, '08:35', '小满', (ctx, { id }) =>
    askBack(ctx, id(nameOf(1, 'night')), id('price'), '两位都是截图答应的吗？差价我走哪张券？'),
  ),
  on(0, '08:39', '阿北', (ctx, { id }) =>
    answer(ctx, id(nameOf(1, 'night')), id('price'), '都有截图，在订单备注里。没答应用券，只说按页面价。'),
  ),
  settles(0, '09:31', '青禾', { in: nameOf(1, 'night'), item: 'tracks' }, '八点半恢复了，五位都回过'),
  settles(0, '09:44', '青禾', { in: nameOf(1, 'night'), item: 'review' }, '补了 ¥25，买家同意，不换'),
  on(0, '15:08', '小满', (ctx, scene) => draft(ctx, scene, { ago: 0, side: 'day' })),
  settles(0, '19:06', '阿北', { in: nameOf(0, 'day'), item: 'pickup' }, '人来了，核对过尾号，两只都拿走了，拍了照'),
]

function settles(ago: Ago, time: string, who: string, what: { in: string; item: string }, how: string): Act {
  return on(ago, time, who, (ctx, scene) =>
    settleItem(ctx, sourcesOf(scene), scene.id(what.in), scene.id(what.item), how),
  )
}
