/** What only the outgoing agents know of a shift: their own words on its handover. */
import type { ItemWish } from '../../src/features/handovers/index.ts'
import type { Shift } from '../../src/features/shops/index.ts'

/** Days before today. */
export type Ago = number
/** `name`: what the story calls it afterwards; `sale`: the order that it is about. */
type Told = { ago: Ago; side: Shift; name?: string; wish: Partial<ItemWish> & { sale?: string; to?: string } }

export const told: readonly Told[] = [
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
    name: 'front',
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
    name: 'review',
    wish: {
      urgency: 'urgent',
      summary: '床头柜有划痕，买家说十点前没人回就给差评',
      todo: '先道歉，问要补偿还是换一块面板',
      dueTime: '10:00',
      buyer: '南***1',
      to: '青禾',
      ifThen: '要补偿：¥30 以内直接答应\n要换：转远志开售后',
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
  {
    ago: 1,
    side: 'night',
    name: 'tracks',
    wish: { urgency: 'steady', summary: '夜里圆通物流停更，八点后自己会好，买家问就说在路上' },
  },
  // today's, which the visitor may give
  {
    ago: 0,
    side: 'day',
    name: 'pickup',
    wish: {
      urgency: 'watch',
      summary: '七点有买家上门自提两只床头柜，松针已备好在门口',
      todo: '核对订单号和手机尾号再给，当面拍照',
      dueTime: '19:00',
      buyer: '北***8',
      to: '阿北',
      ifThen: '八点还没来：打电话约明天上午',
    },
  },
  {
    ago: 0,
    side: 'night',
    wish: {
      urgency: 'urgent',
      summary: '焕新日零点开始后，两位付完才看到还能叠店铺券，要退差价',
      todo: '九点前回话：按页面价退差，各 ¥20',
      dueTime: '09:00',
      to: '小满',
      ifThen: '嫌慢：先发店铺券，差价照退',
    },
  },
  {
    ago: 0,
    side: 'night',
    wish: { urgency: 'steady', summary: '赠品杯垫零点到现在答应了 31 份，都登记了' },
  },
]
