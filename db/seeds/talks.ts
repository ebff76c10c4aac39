/** Buyers whom the team goes back to: what was said, when, and how it ended. */
import {
  contactAgain,
  endFollowup,
  openFollowup,
  openFollowups,
  type NewFollowup,
} from '../../src/features/followups/index.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import { over, type Event } from './play.ts'
import { STORY_SHOP } from './shops.ts'

export const talkEvents = (scene: Scene): Event[] => actsOf(scene, scene.shop.code === STORY_SHOP ? talks : elsewhere)

/** `next`: [days from today, time]; left out: as the rule proposes. */
type Next = readonly [ahead: number, time: string]

const notes = (
  ago: number,
  time: string,
  who: string,
  { name = '', next, ...wish }: NewFollowup & { name?: string; next?: Next },
) =>
  on(ago, time, who, async (ctx, { shop, at, keep }) => {
    keep(name, (await openFollowup(ctx, shop.id, { ...wish, ...(next && { nextAt: at(...next) }) })).id)
  })

const again = (ago: number, time: string, who: string, name: string, said: string, next?: Next) =>
  on(ago, time, who, (ctx, { id, at }) => contactAgain(ctx, id(name), { said, ...(next && { nextAt: at(...next) }) }))

const ends = (
  ago: number,
  time: string,
  who: string,
  name: string,
  outcome: 'won' | 'lost' | 'thanked',
  said: string,
) => on(ago, time, who, (ctx, { id }) => endFollowup(ctx, id(name), { outcome, said }))

/** Who bought without asking: by the number of an order of the story. */
const bought = (ago: number, time: string, who: string, sale: string, said: string, next?: Next) =>
  on(ago, time, who, async (ctx, { shop, at, tid, keep }) => {
    const wish = { kind: 'self_service' as const, buyer: tid(sale), isOrder: true, said }
    keep(sale, (await openFollowup(ctx, shop.id, { ...wish, ...(next && { nextAt: at(...next) }) })).id)
  })

const talks: readonly Act[] = [
  notes(3, '11:40', '青禾', {
    name: 'coupon',
    kind: 'lost',
    buyer: '星***4',
    reason: 'price',
    said: '四件套要再便宜 ¥40，等活动',
  }),
  again(2, '11:12', '青禾', 'coupon', '告诉他今晚起满减，说看看'),
  ends(1, '11:20', '青禾', 'coupon', 'won', '领券拍了两件，说下次还来'),

  notes(2, '13:20', '小满', {
    name: 'curtain',
    kind: 'lost',
    buyer: '橙***2',
    reason: 'size',
    said: '窗帘嫌短，要 2.8 米的',
  }),
  again(1, '13:35', '小满', 'curtain', '还没量窗户，说今天上午量好', [0, '10:30']),

  notes(2, '21:15', '阿北', {
    name: 'far',
    kind: 'lost',
    buyer: '青***3',
    reason: 'shipping',
    said: '地毯送乡镇要加钱，嫌贵',
  }),
  again(1, '21:20', '山岚', 'far', '帮他问了自提点，说再想想', [0, '00:10']),
  ends(0, '00:12', '阿北', 'far', 'lost', '在家附近买了'),

  notes(1, '15:12', '小满', {
    name: 'bedding',
    kind: 'lost',
    buyer: '月***7',
    reason: 'elsewhere',
    said: '别家同款四件套便宜 ¥30',
  }),
  notes(1, '16:52', '山岚', { kind: 'lost', buyer: '茶***9', reason: 'stock', said: '床头柜只要胡桃色现货，等补货' }),
  notes(1, '20:40', '阿北', {
    name: 'quilt',
    kind: 'lost',
    buyer: '风***1',
    reason: 'hesitates',
    said: '蚕丝被看了三次，问能不能试睡',
  }),
  notes(1, '22:05', '山岚', {
    name: 'lampSize',
    kind: 'lost',
    buyer: '糖***6',
    reason: 'silent',
    said: '报完落地灯尺寸就不回了',
  }),
  notes(0, '14:08', '小满', { kind: 'lost', buyer: '雨***8', reason: 'size', said: '桌布要圆的，只有长方形' }),

  bought(1, '17:02', '青禾', 'courier', '第一次来，直接拍的，谢过，告诉她找青禾'),
  ends(1, '17:20', '青禾', 'courier', 'thanked', '说包装有问题会来找我'),
  bought(0, '13:50', '小满', 'bag', '没问过就拍了，等打完单谢一声', [0, '14:30']),
  bought(0, '13:57', '青禾', 'coasters', '新客，拍了两个，下午谢谢她', [0, '15:15']),
  bought(0, '15:18', '小满', 'blue', '老客介绍来的，说到货了拍照给我们', [0, '17:05']),

  on(0, '14:52', '小满', (ctx, scene) => talkToUnpaid(ctx, scene, 0, '付款页卡住了，说晚饭后电脑上付', [0, '20:00'])),
  on(0, '15:06', '青禾', (ctx, scene) => talkToUnpaid(ctx, scene, 2, '想等家里人看完颜色，三点半回我', [0, '15:40'])),
  again(0, '15:28', '小满', 'curtain', '量了，要 2.8 米，问厂里能不能定做', [1, '11:00']),
  on(0, '15:33', '小满', (ctx, scene) => talkToUnpaid(ctx, scene, 1, '忘了付，说马上', [0, '15:50'])),
  on(0, '15:38', '青禾', (ctx, scene) => talkToUnpaid(ctx, scene, 3, '问能不能用老客券，发了算法', [0, '15:55'])),
]

/** The import brought them by itself: the nth of those that wait is talked to. */
const talkToUnpaid: (...args: [...Parameters<Act['act']>, number, string, Next]) => Promise<void> = async (
  ctx,
  { shop, at },
  nth,
  said,
  next,
) => {
  const unpaid = (await openFollowups(ctx.read, shop.id)).filter(({ kind }) => kind === 'unpaid')
  const one = unpaid[nth]
  if (!one) throw over('fewer wait than that')
  await contactAgain(ctx, one.id, { said, nextAt: at(...next) })
}

const elsewhere: readonly Act[] = [
  notes(1, '14:20', '竹青', { kind: 'lost', buyer: '海***5', reason: 'price', said: '要 50 个随行杯的批发价' }),
  notes(1, '19:30', '白露', { kind: 'lost', buyer: '花***0', reason: 'stock', said: '拖把布单卖的没有' }),
]
