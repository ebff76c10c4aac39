/** The team's meetings: yesterday's, and this morning's. */
import type { Context } from '../../src/core/context.ts'
import type { MeetingKind } from '../../src/feature.ts'
import {
  addPoint,
  agendaSources,
  closeMeeting,
  decide,
  findMeeting,
  noteAttendance,
  openMeeting,
  pointsOf,
  saveNotes,
  talkPoint,
  versionOf,
} from '../../src/features/meetings/index.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import type { Event } from './play.ts'
import { STORY_SHOP } from './shops.ts'

type Held = {
  ago: number
  kind: MeetingKind
  from: string
  to: string
  who: string
  /** Expected by the roster, and not there. */
  absent?: readonly string[]
  own?: readonly string[]
  /** What was said of the points in whose words this occurs, the first that fits, "" fits all; null: it is carried on. */
  said: readonly (readonly [words: string, outcome: string | null])[]
  notes: string
  decisions?: readonly { text: string; to?: string; due?: readonly [ahead: number, time: string] }[]
}

export const meetingEvents = (scene: Scene): Event[] =>
  actsOf(scene, (scene.shop.code === STORY_SHOP ? team : elsewhere).flatMap(actsFor))

const nameOf = ({ ago, kind }: Held) => `${ago} ${kind}`

const actsFor = (held: Held): Act[] => [
  on(held.ago, held.from, held.who, (ctx, scene) => begin(ctx, scene, held)),
  on(held.ago, held.to, held.who, (ctx, scene) => end(ctx, scene, held)),
]

async function begin(ctx: Context, scene: Scene, held: Held) {
  const { ago, kind, absent = [], own = [] } = held
  const wish = { shopId: scene.shop.id, day: scene.day(-ago), kind }
  const id = await openMeeting(ctx, agendaSources(scene.features), wish)
  scene.keep(nameOf(held), id)
  for (const handle of absent) await noteAttendance(ctx, id, { personId: await scene.person(handle), state: 'absent' })
  await noteAttendance(ctx, id, 'everybody')
  for (const text of own) await addPoint(ctx, id, text)
}

async function end(ctx: Context, scene: Scene, held: Held) {
  const id = scene.id(nameOf(held))
  const sources = agendaSources(scene.features)
  for (const { id: ref, text } of await pointsOf(ctx.read, id)) {
    const said = held.said.find(([words]) => text.zh.includes(words))
    if (said?.[1]) await talkPoint(ctx, sources, id, { ref, outcome: said[1] })
  }
  for (const { text, to, due } of held.decisions ?? []) {
    const taskId = await decide(ctx, id, {
      text,
      ...(to && due && { task: { ownerId: await scene.person(to), dueAt: scene.at(...due) } }),
    })
    if (taskId) scene.keep(text, taskId)
  }
  const meeting = await findMeeting(ctx.read, scene.shop.id, { day: scene.day(-held.ago), kind: held.kind })
  if (!meeting?.notes) await saveNotes(ctx, id, { notes: held.notes, seen: versionOf('') })
  await closeMeeting(ctx, sources, id, Infinity)
}

const team: readonly Held[] = [
  {
    ago: 1,
    kind: 'morning',
    from: '08:36',
    to: '08:49',
    who: '木樨',
    said: [
      ['差价', '小满今天再问一次，不补就延后'],
      ['发出', '留下的都有原因，没漏'],
      ['老客回访券', '今晚十点停，阿北收尾时点一遍'],
    ],
    notes: '圆通夜里查不到揽收：先回“明早八点后更新”，别答应补发。',
    decisions: [{ text: '揽收话术加进快捷回复', to: '青禾', due: [-1, '12:00'] }],
  },
  {
    ago: 1,
    kind: 'evening',
    from: '17:03',
    to: '17:19',
    who: '木樨',
    own: ['明天焕新日预告，首页几点换'],
    said: [
      ['四件套详情页', '属实，详情页少一句，青禾改'],
      ['首页', '晚上十点换，阿北看一眼链接'],
      ['差价', '还没补，明早再打一次电话'],
      ['换季满减', '明晚结束，提前一小时群里提醒'],
      ['去别家', '同款便宜 ¥30，先讲面料和退换，别直接降价'],
      ['没货', '登记到货提醒，别口头答应日子'],
      ['发出', '正常'],
      ['', '明早小满、青禾分着问'],
    ],
    notes:
      '流失主要卡在尺寸：窗帘、桌布都要问有没有定做。\n四件套详情页没写床笠，明早定谁改。\n今晚十点首页换预告图，阿北点一遍券。',
  },
  {
    ago: 0,
    kind: 'morning',
    from: '08:46',
    to: '08:59',
    who: '木樨',
    absent: ['青禾'],
    own: ['焕新日赠品怎么登记', '偏远地区运费模板要不要改'],
    said: [
      ['床品换季满减', '今晚结束，最后一小时会挤，阿北、山岚都在'],
      ['赠品', '按付款先后送到 200 单，由客服在订单上登记，仓库照单放'],
      ['背板', '青禾上午问物流'],
      ['运费', null],
      ['发出', '正常'],
      ['位：', '照昨晚说的，先讲退换'],
      ['', '小满和青禾分着问，三点前问完'],
    ],
    notes:
      '青禾在接差评买家的电话，没赶上，会后自己看。\n半夏发烧，甘棠来顶，远志先看售后。\n焕新日零点开始：今晚把快捷回复换好，赠品不许口头加。',
    decisions: [
      { text: '焕新日的快捷回复今晚八点前换好，零点前再看一遍', to: '阿北', due: [0, '20:00'] },
      { text: '四件套详情页补“不含床笠”', to: '青禾', due: [0, '15:00'] },
      { text: '杯垫送完就在群里说，客服停止答应' },
    ],
  },
  {
    ago: 0,
    kind: 'evening',
    from: '17:05',
    to: '17:21',
    who: '木樨',
    own: ['零点开始的前一小时谁盯哪边'],
    said: [
      ['前一小时', '阿北盯咨询，山岚盯订单和赠品登记'],
      ['雾灰', '后台库存改成仓库点的数，松针每天下班前报一次'],
      ['空运', '话术补一句：香薰、蜡烛只走陆运'],
      ['焕新日', '快捷回复八点前换好，赠品一律登记到订单上'],
      ['换季满减', '今晚结束，最后一小时会挤'],
      ['', '照今天说的办，明早再看一遍'],
    ],
    notes:
      '截单前定完了大部分旗，还有几单等买家回话，明早接着问。\n刻字那单仓库拦得及时，刻字一律让买家打字确认。\n焕新日零点开始，阿北、山岚都在。',
    decisions: [{ text: '香薰、蜡烛的话术补“只走陆运”', to: '青禾', due: [1, '11:00'] }],
  },
]

const elsewhere: readonly Held[] = [
  {
    ago: 0,
    kind: 'morning',
    from: '08:40',
    to: '08:45',
    who: '竹青',
    said: [['九折', '照常，到后天晚上']],
    notes: '抽纸缺货两单，先问买家。',
  },
]
