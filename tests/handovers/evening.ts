/** An evening with twenty things to hand over: for the browser, and to look at. */
import {
  addItem,
  draftFor,
  emptyWish,
  giveHandover,
  type Handover,
  type ItemWish,
} from '../../src/features/handovers/index.ts'
import type { TestWorld } from '../world.ts'
import { DAY, plan } from './scene.ts'
import { addOrder, at, TODAY } from '../world.ts'

const items: [ItemWish['urgency'], string, string, string, string][] = [
  [
    'urgent',
    '周* 补差价 ¥36.00，过了答复时间，今天没发成',
    '旺旺再问一次，补了就放行',
    '20:00',
    '买家不补 → 按原款发，退回差价链接\n21:00 还没回 → 改期到 11-22，告诉木樨',
  ],
  ['urgent', '孙* 退款重拍，旧单已退，新单要今晚盯付款', '付了就标红', '20:30', ''],
  ['watch', '停了 2 个包裹，仓库回了 1 个', '问仓库另一个拦下没有', '17:30', ''],
  ['watch', '满 300 减 30 今晚 24:00 结束，问价按活动页答', '', '23:59', ''],
  ['steady', '窗帘换色要等厂家回', '厂家回了告诉买家', '', '厂家没货 → 换色或退'],
]

/** Twenty items of the day shift, 小满 writing, 阿北 coming; drafted at 16:20. */
export async function eveningDraft(w: TestWorld): Promise<Handover> {
  w.clock.now = at('16:20')
  await plan(w, { [`${TODAY} day`]: ['小满', '远志'], [`${TODAY} night`]: ['阿北'], '2026-11-21 day': ['小满'] })
  const order = await addOrder(w, w.shopA)
  const handover = await draftFor(w.as('小满'), [], w.shopA, DAY)
  for (let n = 0; n < 20; n++) {
    const [urgency, summary, todo, dueTime, ifThen] = items[n % items.length]!
    const more = n === 0 ? { order: order.tid, buyer: '周小明' } : {}
    const nth = n < items.length ? summary : `${summary}（${n + 1}）`
    const wish = { ...emptyWish, urgency, summary: nth, todo, dueTime, ifThen, ownerId: w.actors['阿北']!.id!, ...more }
    await addItem(w.as('小满'), handover.id, wish)
  }
  return handover
}

export async function eveningGiven(w: TestWorld): Promise<Handover> {
  const { id } = await eveningDraft(w)
  const given = await giveHandover(w.as('小满'), [], id)
  w.clock.now = at('16:36')
  return given
}
