/** What everybody is to know: notices that stand for a while, and what the shop promises to all buyers. */
import { planCampaign } from '../../src/features/campaigns/index.ts'
import { postNotice, readNotice } from '../../src/features/notices/index.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import type { Event } from './play.ts'
import { STORY_SHOP } from './shops.ts'

export const announcedEvents = (scene: Scene): Event[] =>
  actsOf(scene, scene.shop.code === STORY_SHOP ? [...notices, ...campaigns] : daily)

// --- notices ------------------------------------------------------------------------------------------

type Notice = { name: string; title: string; body: string; stands: number }

const posts = (ago: number, time: string, who: string, { name, title, body, stands }: Notice) =>
  on(ago, time, who, async (ctx, { day, keep }) => {
    keep(name, (await postNotice(ctx, { title, body, expiresOn: day(stands) })).id)
  })
const reads = (ago: number, time: string, who: string, name: string) =>
  on(ago, time, who, (ctx, { id }) => readNotice(ctx, id(name)))

const notices: readonly Act[] = [
  posts(3, '10:20', '木樨', {
    name: 'sf',
    title: '顺丰补差价统一 ¥12',
    body: '买家要换顺丰，补 ¥12，江浙沪也一样。先收差价再写备注“只要顺丰”，没收到不要答应。',
    stands: 12,
  }),
  reads(3, '11:05', '小满', 'sf'),
  reads(3, '17:10', '山岚', 'sf'),
  reads(2, '09:01', '青禾', 'sf'),
  reads(2, '09:30', '远志', 'sf'),
  reads(2, '10:15', '半夏', 'sf'),
  reads(1, '13:40', '松针', 'sf'),
  reads(1, '16:42', '阿北', 'sf'),
  posts(0, '11:18', '木樨', {
    name: 'lamp',
    title: '落地灯黄铜色暂停承诺发货时间',
    body: '厂里灯罩返工，到货没定。已拍的按暂缓处理，原因选内部；新问的只说“到货第一时间通知您”，不要报日子。',
    stands: 5,
  }),
  reads(0, '11:31', '青禾', 'lamp'),
  reads(0, '11:52', '松针', 'lamp'),
]

// --- campaigns ----------------------------------------------------------------------------------------

const campaigns: readonly Act[] = [
  on(4, '17:40', '云舟', (ctx, { shop, at }) =>
    planCampaign(ctx, shop.id, {
      name: '老客回访券',
      rules: '半年内买过两单以上的老客，单独发券，不公开。',
      coupons: '老客券 满 ¥99 减 ¥15',
      answers: '新客问起就说是会员回访，正常活动请看店铺首页。',
      startsAt: at(-3, '10:00'),
      endsAt: at(-1, '22:00'),
      bigDay: false,
    }),
  ),
  on(3, '10:40', '木樨', (ctx, { shop, at }) =>
    planCampaign(ctx, shop.id, {
      name: '床品换季满减',
      rules: '四件套、夏凉被、乳胶枕参加，跨款可以凑单；改价的单子不叠加。',
      coupons: '满 ¥399 减 ¥40，满 ¥799 减 ¥100',
      answers: '今晚 23:59 结束，过了不补。已拍没付的，付款时间在结束前才算。',
      startsAt: at(-2, '00:00'),
      endsAt: at(0, '23:59'),
      bigDay: false,
    }),
  ),
  on(1, '14:10', '南星', (ctx, { shop, at }) =>
    planCampaign(ctx, shop.id, {
      name: '家居焕新日',
      rules: '全店每满 ¥300 减 ¥50，上不封顶；前 200 单送杯垫两只，一个买家送一次。',
      coupons: '店铺券 满 ¥199 减 ¥20，0 点起可领，可叠加满减',
      answers: '杯垫按付款先后，送完为止，不能指定颜色；大件（床头柜、地毯）顺延一天发。',
      startsAt: at(1, '00:00'),
      endsAt: at(3, '23:59'),
      bigDay: true,
    }),
  ),
]

// --- the other shop -----------------------------------------------------------------------------------

const daily: readonly Act[] = [
  posts(2, '11:00', '木樨', {
    name: 'tissue',
    title: '抽纸整箱不拆卖',
    body: '买家要半箱的，推随行装链接，不要手动改价。',
    stands: 9,
  }),
  reads(2, '11:20', '竹青', 'tissue'),
  on(2, '15:20', '木樨', (ctx, { shop, at }) =>
    planCampaign(ctx, shop.id, {
      name: '三件九折',
      rules: '全店任选三件九折，垃圾袋算一件。',
      coupons: '',
      answers: '下单页自动减，不用找客服改价。',
      startsAt: at(-1, '10:00'),
      endsAt: at(2, '22:00'),
      bigDay: false,
    }),
  ),
]
