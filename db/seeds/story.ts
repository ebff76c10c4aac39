/**
 * What the people of the demo did, day by day. A deed names its sale by a word; the sale is made for it, so that every
 * kind of question stands on the board when a visitor enters: due and overdue holds, undecided flags, gifts, refunds.
 */
import type { HoldTerms } from '../../src/features/orders/index.ts'
import type { Colour } from '../../src/features/shops/flags.ts'
import { DONE, type Sale } from './platform.ts'

/** Days before today; 0 is today. */
type Ago = 0 | 1 | 2 | 3
type Moment = { ago: Ago; time: string }

/** A sale that the story is about: when it was paid, and how it differs from others. */
type StorySale = Moment & { name: string; more?: Partial<Sale> }

export type Deed = Moment & { who: string; sale: string } & (
    | { do: 'flag'; flag: Colour; remark: string; hold?: Omit<HoldTerms, 'dueOn'> & { dueIn: number } }
    | { do: 'postpone'; dueIn: number; why: string }
    | { do: 'release'; flag: Colour; remark: string }
    | { do: 'remark'; kind: 'note' | 'address' | 'special' | 'promise' | 'packing'; text: string }
    | { do: 'gift'; what: string; quantity: number; remark?: string }
    /** What happens on the platform only: the next file tells. */
    | { do: 'platform'; change: Partial<Sale> }
  )

const paid = (ago: Ago, time: string, name: string, more?: Partial<Sale>): StorySale => ({
  ago,
  time,
  name,
  ...(more && { more }),
})

export const storySales: readonly StorySale[] = [
  paid(3, '11:20', 'wardrobe', { receiver: '邓*', memo: '' }),
  paid(3, '14:02', 'difference'),
  paid(2, '10:15', 'moving'),
  paid(2, '13:31', 'restock'),
  paid(2, '15:02', 'window'),
  paid(2, '11:36', 'returned'),
  paid(2, '13:02', 'happy'),
  paid(2, '13:40', 'happy2'),
  paid(1, '09:12', 'office', { receiver: '陈*平' }),
  paid(1, '11:40', 'today'),
  paid(1, '13:05', 'newHome'),
  paid(1, '14:26', 'wrongSize'),
  paid(1, '14:48', 'courier'),
  paid(1, '15:10', 'together'),
  paid(0, '08:41', 'wavering'),
  paid(0, '09:37', 'grey'),
  paid(0, '09:50', 'anew', { buyer: '柚**7', receiver: '沈*' }),
  paid(0, '10:08', 'card', { buyerNote: '送人，能放张贺卡吗' }),
  paid(0, '10:52', 'engraving'),
  paid(0, '11:05', 'cup'),
  paid(0, '11:13', 'coasters'),
  paid(0, '11:22', 'cup2'),
  paid(0, '11:47', 'bag'),
  paid(0, '12:20', 'moved', { receiver: '唐*' }),
  paid(0, '12:44', 'sameFlag'),
  paid(0, '13:08', 'anew2', { buyer: '柚**7', receiver: '沈*' }),
  paid(0, '13:15', 'refund', { refund: 'asked' }),
  paid(0, '13:29', 'refund2', { refund: 'asked' }),
  paid(0, '13:52', 'outside', { flag: 'purple', memo: '买家说先别发 远志' }),
  paid(0, '14:03', 'outside2', { flag: 'purple', memo: '等补差价' }),
  paid(0, '14:20', 'green', { flag: 'green', memo: '发票抬头待买家确认' }),
  paid(0, '14:31', 'tomorrow'),
  paid(0, '14:50', 'blue'),
]

const day = (ago: Ago, time: string, who: string, sale: string) => ({ ago, time, who, sale })

export const storyDeeds: readonly Deed[] = [
  {
    ...day(3, '15:42', '小满', 'wardrobe'),
    do: 'flag',
    flag: 'purple',
    remark: '买家说搬完家再发，定了 4 天后',
    hold: { reason: 'ship_later', dueIn: 7, note: '搬家' },
  },
  {
    ...day(3, '15:47', '小满', 'difference'),
    do: 'flag',
    flag: 'purple',
    remark: '换大尺寸，等买家补差价 ¥36.00',
    hold: { reason: 'information', dueIn: 2, note: '差价 ¥36.00 没补' },
  },
  {
    ...day(2, '15:43', '青禾', 'moving'),
    do: 'flag',
    flag: 'purple',
    remark: '买家出差，说后天到家再发',
    hold: { reason: 'ship_later', dueIn: 2, note: '出差回来' },
  },
  {
    ...day(2, '15:45', '青禾', 'returned'),
    do: 'flag',
    flag: 'purple',
    remark: '买家在外地，后天发',
    hold: { reason: 'ship_later', dueIn: 2, note: '在外地' },
  },
  {
    ...day(2, '15:46', '木樨', 'restock'),
    do: 'flag',
    flag: 'purple',
    remark: '胡桃色缺一块背板，等补货',
    hold: { reason: 'internal', dueIn: 2, note: '等背板' },
  },
  {
    ...day(2, '15:51', '青禾', 'window'),
    do: 'flag',
    flag: 'purple',
    remark: '窗户尺寸没量准，买家量好再说',
    hold: { reason: 'information', dueIn: 3, note: '窗户尺寸' },
  },
  {
    ...day(1, '15:43', '小满', 'office'),
    do: 'flag',
    flag: 'purple',
    remark: '买家说要改寄公司，地址明早给',
    hold: { reason: 'information', dueIn: 1, note: '等买家改地址' },
  },
  {
    ...day(1, '15:44', '小满', 'today'),
    do: 'flag',
    flag: 'purple',
    remark: '买家明天才到家，说明天发',
    hold: { reason: 'ship_later', dueIn: 1, note: '到家才能收' },
  },
  {
    ...day(1, '15:46', '阿北', 'newHome'),
    do: 'flag',
    flag: 'purple',
    remark: '新房交付再送，买家定了日子',
    hold: { reason: 'ship_later', dueIn: 12, note: '新房交付' },
  },
  {
    ...day(1, '15:48', '阿北', 'together'),
    do: 'flag',
    flag: 'purple',
    remark: '买家还要拍两件，合并一起发',
    hold: { reason: 'other', dueIn: 3, note: '合并发货' },
  },
  { ...day(1, '15:50', '小满', 'wrongSize'), do: 'remark', kind: 'note', text: '提醒过尺寸偏小，买家说可以' },
  { ...day(1, '15:52', '小满', 'courier'), do: 'remark', kind: 'special', text: '只要顺丰，运费已补' },
  { ...day(0, '08:40', '—', 'happy'), do: 'platform', change: { status: DONE } },
  { ...day(0, '08:41', '—', 'happy2'), do: 'platform', change: { status: DONE } },
  { ...day(0, '09:12', '小满', 'office'), do: 'remark', kind: 'note', text: '问过一次，买家在路上，中午给地址' },
  { ...day(0, '09:20', '青禾', 'restock'), do: 'postpone', dueIn: 1, why: '物流说背板明天上午才到' },
  {
    ...day(0, '09:31', '小满', 'wavering'),
    do: 'flag',
    flag: 'purple',
    remark: '买家想退又舍不得，说下午给答复',
    hold: { reason: 'refund_talk', dueIn: 0, note: '下午给答复' },
  },
  { ...day(0, '11:40', '小满', 'returned'), do: 'release', flag: 'red', remark: '买家到家了，今天发' },
  { ...day(0, '13:44', '青禾', 'engraving'), do: 'remark', kind: 'special', text: '杯底刻字：平安喜乐' },
  { ...day(0, '13:46', '小满', 'grey'), do: 'flag', flag: 'blue', remark: '问能不能换雾灰，等仓库点数' },
  { ...day(0, '13:49', '青禾', 'card'), do: 'flag', flag: 'green', remark: '送礼，问要不要贺卡' },
  { ...day(0, '13:53', '小满', 'coasters'), do: 'gift', what: '杯垫', quantity: 2 },
  { ...day(0, '13:56', '小满', 'bag'), do: 'gift', what: '洗衣袋 大号', quantity: 1, remark: '答应送洗衣袋一个' },
  { ...day(0, '13:58', '青禾', 'moved'), do: 'remark', kind: 'note', text: '买家说可能要改地址，先发原地址' },
  { ...day(0, '14:01', '小满', 'sameFlag'), do: 'flag', flag: 'red', remark: '催发货，排前面' },
  { ...day(0, '14:05', '青禾', 'engraving'), do: 'remark', kind: 'packing', text: '易碎，多包一层' },
  {
    ...day(0, '14:30', '—', 'moved'),
    do: 'platform',
    change: { region: '浙江省 杭州市 滨江区', address: '某某大厦*****' },
  },
  { ...day(0, '14:40', '—', 'sameFlag'), do: 'platform', change: { flag: 'yellow', memo: '客户要换颜色 阿北' } },
  { ...day(0, '14:45', '—', 'window'), do: 'platform', change: { refund: 'asked' } },
  { ...day(0, '15:14', '小满', 'blue'), do: 'flag', flag: 'blue', remark: '问能不能换灰色' },
  {
    ...day(0, '15:16', '青禾', 'tomorrow'),
    do: 'flag',
    flag: 'purple',
    remark: '买家明天在家，说明天发',
    hold: { reason: 'ship_later', dueIn: 1, note: '家里有人才收' },
  },
  // what follows the moment at which most visitors enter
  { ...day(0, '15:42', '小满', 'grey'), do: 'flag', flag: 'grey', remark: '仓库点过，雾灰有 6 只，买家同意，照发' },
  { ...day(0, '15:47', '小满', 'today'), do: 'release', flag: 'red', remark: '买家到家了，今天发' },
  { ...day(0, '15:49', '青禾', 'moving'), do: 'release', flag: 'red', remark: '出差回来了，今天发' },
  { ...day(0, '15:50', '远志', 'outside'), do: 'postpone', dueIn: 2, why: '买家说后天到家，前面别发' },
  { ...day(0, '15:52', '小满', 'wavering'), do: 'postpone', dueIn: 1, why: '还在犹豫，说明早给准话' },
  { ...day(0, '15:53', '青禾', 'outside2'), do: 'release', flag: 'grey', remark: '差价补了 ¥36，今天发' },
  { ...day(0, '15:54', '青禾', 'card'), do: 'flag', flag: 'red', remark: '贺卡买家自己写，不用放，今天发' },
]
