/** Who has to do what by when, and what people met at work. */
import { acceptTask, addTask, finishTask, passTask } from '../../src/features/tasks/index.ts'
import { toAgenda, writeNote } from '../../src/features/notebook/index.ts'
import { openPassOf } from '../../src/features/tasks/store-passes.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import { over, type Event } from './play.ts'
import { STORY_SHOP } from './shops.ts'

export const workEvents = (scene: Scene): Event[] =>
  actsOf(scene, scene.shop.code === STORY_SHOP ? [...tasks, ...notebook] : elsewhere)

// --- tasks --------------------------------------------------------------------------------------------

type Wish = { name?: string; to: string; text: string; due: readonly [ahead: number, time: string] }

const gives = (ago: number, time: string, who: string, { name = '', to, text, due }: Wish) =>
  on(ago, time, who, async (ctx, { shop, at, person, keep }) => {
    const dueAt = at(...due)
    keep(name, await addTask(ctx, { shopId: shop.id, kind: 'task', text, ownerId: await person(to), dueAt }))
  })
const ends = (ago: number, time: string, who: string, name: string, how: string) =>
  on(ago, time, who, (ctx, { id }) => finishTask(ctx, id(name), how))

const tasks: readonly Act[] = [
  gives(2, '16:20', '木樨', {
    name: 'boxes',
    to: '松针',
    text: '地毯纸箱只剩 30 个，报采购补 200',
    due: [-1, '18:00'],
  }),
  ends(1, '11:37', '青禾', '揽收话术加进快捷回复', '加了三条，小满试过'),
  ends(1, '10:48', '松针', 'boxes', '采购下了 200 个，后天到'),

  gives(0, '09:10', '木樨', {
    name: 'brokenCups',
    to: '远志',
    text: '两单碎杯子的照片和赔付截图补齐',
    due: [0, '12:00'],
  }),
  gives(1, '16:35', '小满', { name: 'invoice', to: '阿北', text: '给三位要发票的买家问清抬头', due: [0, '18:00'] }),
  on(1, '17:35', '阿北', (ctx, { id, person }) =>
    person('山岚').then((personId) => passTask(ctx, id('invoice'), { personId, why: '我今晚要盯床品满减，忙不过来' })),
  ),
  on(1, '17:41', '山岚', async (ctx, { id }) => acceptTask(ctx, (await openPassOf(ctx.read, id('invoice')))!.id)),

  gives(0, '09:02', '木樨', { name: 'banner', to: '小满', text: '快捷回复里的旧券话术换成满减的', due: [0, '11:30'] }),
  ends(0, '11:08', '小满', 'banner', '换了 6 条，青禾核对过'),
  gives(0, '10:05', '云舟', { name: 'list', to: '木樨', text: '焕新日值班名单和应急电话发我', due: [0, '18:00'] }),
  gives(0, '10:12', '木樨', {
    name: 'lamps',
    to: '小满',
    text: '落地灯黄铜色已拍的 3 位逐个说明，记到备注',
    due: [0, '16:00'],
  }),
  gives(0, '11:25', '小满', { name: 'mugs', to: '松针', text: '点一下雾灰马克杯实数，报给小满', due: [0, '16:30'] }),
  gives(0, '13:10', '木樨', { to: '南星', text: '退款超 ¥500 的两单要你点头', due: [0, '18:00'] }),
  gives(0, '13:20', '小满', { name: 'calls', to: '小满', text: '改窗帘尺寸的三位回电', due: [0, '20:00'] }),
  on(0, '14:41', '小满', (ctx, { id, person }) =>
    person('阿北').then((personId) =>
      passTask(ctx, id('calls'), { personId, why: '他们八点后才接电话，我五点半下班' }),
    ),
  ),
  ends(0, '15:40', '远志', 'brokenCups', '照片、截图都传了'),
  ends(0, '16:22', '木樨', 'list', '发到群里了，云舟看过'),
  ends(0, '16:26', '青禾', '四件套详情页补“不含床笠”', '补在尺寸表下面，小满核对过'),
  ends(0, '15:36', '小满', 'lamps', '三位都说到了，愿意等，备注写了'),
  ends(0, '15:41', '松针', 'mugs', '雾灰实数 6 只，后台写的 19'),
  on(0, '16:36', '阿北', async (ctx, { id }) => {
    const pass = await openPassOf(ctx.read, id('calls'))
    if (!pass) throw over('the calls have somebody')
    await acceptTask(ctx, pass.id)
  }),
  ends(0, '17:44', '山岚', 'invoice', '抬头都问到了，备注在订单上'),
]

// --- notebook -----------------------------------------------------------------------------------------

const writes = (ago: number, time: string, who: string, text: string, isForTonight = false) =>
  on(ago, time, who, async (ctx, { shop }) => {
    const id = await writeNote(ctx, { shopId: shop.id, text })
    if (isForTonight) await toAgenda(ctx, id)
  })

const notebook: readonly Act[] = [
  writes(2, '22:10', '阿北', '十点后圆通查不到揽收，买家以为没发，夜里连着来了五个'),
  writes(1, '11:15', '小满', '四件套详情页写 1.8 米含床笠，套装里没有，这周第二个来问', true),
  writes(1, '14:40', '青禾', '贺卡只剩一种样式，送长辈的不合适'),
  writes(1, '23:25', '阿北', '满减和老客券一起用时页面价对不上，差 ¥15，先按页面价答应了两位'),
  writes(0, '10:35', '小满', '雾灰马克杯后台显示有货，仓库说没了，今天第三个', true),
  writes(0, '14:16', '小满', '买家问蜡烛能不能空运，话术里没有，我先说走陆运'),
]

// --- the other shop -----------------------------------------------------------------------------------

const elsewhere: readonly Act[] = [
  gives(0, '09:20', '木樨', { to: '竹青', text: '抽纸缺货的两单问买家要不要换规格', due: [0, '16:00'] }),
  writes(0, '11:40', '竹青', '随行杯蓝色和图片差得多，退了两个', true),
]
