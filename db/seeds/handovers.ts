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
  linesOf,
  settleItem,
  signHandover,
  type Handover,
  type ItemWish,
  type Sources,
} from '../../src/features/handovers/index.ts'
import { peopleOn } from './rota.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import type { Event } from './lay.ts'
import { STORY_SHOP } from './shops.ts'

type Ago = number
/** What only the outgoing agents know of a shift. */
type Told = { ago: Ago; side: Shift; name?: string; wish: Partial<ItemWish> & { sale?: string; to?: string } }

export function handoverEvents(scene: Scene): Event[] {
  const isStory = scene.shop.code === STORY_SHOP
  const turns = [3, 2, 1].flatMap((ago) => (['day', 'night'] as const).map((side) => ({ ago, side })))
  return actsOf(scene, [...turns.flatMap((turn) => actsFor(scene, turn)), ...(isStory ? story : [])])
}

const nameOf = (ago: Ago, side: Shift) => `handover ${ago} ${side}`
const sourcesOf = ({ features }: Scene): Sources => features.flatMap((feature) => feature.handover ?? [])

/** The day gives before the evening meeting, the night at its end past midnight; the day takes over in the morning. */
function actsFor({ shop }: Scene, { ago, side }: { ago: Ago; side: Shift }): Act[] {
  const [giver, second] = peopleOn(shop.code, -ago, side) as [string, string?]
  const takers = peopleOn(shop.code, side === 'day' ? -ago : 1 - ago, side === 'day' ? 'night' : 'day').slice(0, 2)
  const [giveOn, giveAt, takeAt] =
    side === 'day' ? ([ago, '16:47', '16:56'] as const) : ([ago - 1, '00:20', '08:33'] as const)
  return [
    on(giveOn, giveAt, giver, (ctx, scene) => give(ctx, scene, { ago, side })),
    ...(second ? [on(giveOn, giveAt, second, (ctx, { id }) => coSign(ctx, id(nameOf(ago, side))))] : []),
    ...takers.map((who, n) =>
      on(giveOn, takeAt, who, (ctx, scene) => acknowledge(ctx, scene, { ago, side, n, of: takers.length })),
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
  for (const { name, wish } of [...told, mine].filter((one) => one.ago === ago && one.side === side)) {
    if (scene.shop.code !== STORY_SHOP) continue
    const { sale, to, ...words } = wish
    const who = to ? { ownerId: await scene.person(to) } : {}
    const order = sale ? { order: scene.tid(sale) } : {}
    const item = await addItem(ctx, handover.id, { ...emptyWish, ...words, ...who, ...order })
    if (name) scene.keep(name, item.id)
  }
  return handover
}

async function give(ctx: Context, scene: Scene, turn: Turn) {
  const { id } = await draft(ctx, scene, turn)
  await giveHandover(ctx, sourcesOf(scene), id)
}

/** Each of several takes their share of the list. */
async function acknowledge(ctx: Context, scene: Scene, { ago, side, n, of }: Turn & { n: number; of: number }) {
  const id = scene.id(nameOf(ago, side))
  const lines = (await linesOf(ctx.read, id)).filter(({ item }) => item.state === 'open')
  await ctx.write(async () => {
    for (const [i, { item }] of lines.entries())
      if (i % of === n) await acknowledgeItem(ctx, sourcesOf(scene), id, item.id)
  })
}

const told: readonly Told[] = [
  {
    ago: 2,
    side: 'night',
    name: 'rug',
    wish: {
      urgency: 'watch',
      summary: '地毯买家说短了 2 厘米，照片发了，等厂里回话',
      todo: '厂里回了就告诉买家，补差或换',
      ifThen: '买家再催：说厂里答应三天内给话\n厂里不认：转远志走售后',
      buyer: '山***2',
      to: '远志',
    },
  },
  {
    ago: 1,
    side: 'day',
    wish: {
      urgency: 'steady',
      summary: '首页十点换焕新日预告，链接在群里',
      todo: '换完点一遍券能不能领',
      dueTime: '22:00',
      to: '阿北',
    },
  },
  {
    ago: 1,
    side: 'day',
    name: 'gift',
    wish: {
      urgency: 'watch',
      summary: '老客要两张贺卡，库里只有一种样式',
      todo: '八点后回她，能不能手写',
      dueTime: '20:00',
      buyer: '糖***3',
    },
  },
  {
    ago: 1,
    side: 'night',
    name: 'address',
    wish: {
      urgency: 'urgent',
      summary: '陈先生改寄公司，新地址早上九点发来',
      todo: '收到就改备注并放行，中午前没来就打单前再问',
      dueTime: '12:00',
      sale: 'office',
      to: '小满',
      ifThen: '他说不改了：照原地址放行\n一直不回：暂缓延到明天',
    },
  },
  {
    ago: 1,
    side: 'night',
    name: 'price',
    wish: {
      urgency: 'watch',
      summary: '满减和老客券叠出来差 ¥15，先按页面价答应了两位',
      todo: '白天找木樨定，退差还是补券',
      buyer: '海***7',
    },
  },
  { ago: 1, side: 'night', wish: { urgency: 'steady', summary: '夜里圆通物流停更，八点后自己会好，买家问就说在路上' } },
]

/** Today's, which the visitor gives. */
const mine: Told = {
  ago: 0,
  side: 'day',
  wish: {
    urgency: 'urgent',
    summary: '想退又舍不得的那位，下午给答复，还没回',
    todo: '十点前问到，发或退都写备注',
    dueTime: '22:00',
    sale: 'wavering',
    to: '阿北',
    ifThen: '说要退：放行改红旗，退款转远志\n说要留：放行，排明天第一批',
  },
}

/** What was said on the items, and what is over. */
const story: readonly Act[] = [
  on(1, '20:16', '阿北', (ctx, scene) =>
    settleItem(ctx, sourcesOf(scene), scene.id(nameOf(1, 'day')), scene.id('gift'), '仓库手写了两张，拍给她看过，满意'),
  ),
  on(0, '08:35', '小满', (ctx, { id }) =>
    askBack(ctx, id(nameOf(1, 'night')), id('price'), '两位都是截图答应的吗？差价我走哪张券？'),
  ),
  on(0, '08:39', '阿北', (ctx, { id }) =>
    answer(ctx, id(nameOf(1, 'night')), id('price'), '都有截图，在订单备注里。没答应用券，只说按页面价。'),
  ),
  on(0, '15:08', '小满', (ctx, scene) => draft(ctx, scene, { ago: 0, side: 'day' })),
]
