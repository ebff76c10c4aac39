/** Words of what orders leave to the next shift. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  holdsDue: '暂缓到期',
  report: {
    holds: '暂缓：记下的和放行的',
    set: (tid: string, reason: string, due: string) => `记下暂缓 ${tid}：${reason}，到 ${due}`,
    released: (tid: string) => `放行 ${tid}`,
    cancelled: (tid: string) => `取消暂缓 ${tid}`,
  },
  questions: '没定的问题',
  promises: '答应过买家的',
  hold: (buyer: string, reason: string, note: string, due: string) =>
    `${buyer}：${reason}${note && `，${note}`}（${due}）`,
  settleHold: '放行、改期或取消',
  holdEnded: { released: '已经放行', cancelled: '订单取消了' },
  orderGone: '订单已经发走或关闭',
  postponed: (day: string) => `改期到 ${day}`,
  question: {
    undecided: (n: number) => `${n} 单的旗没定`,
    gift: (n: number) => `${n} 单的赠品没写备注`,
    prize: (n: number) => `${n} 单的奖品没核对`,
    differs: (n: number) => `${n} 单和平台不一致`,
  },
  settleBefore: (cutoff: string) => `截单 ${cutoff} 前定好，不定就不发`,
  allAnswered: '都定好了',
  promise: (buyer: string, text: string) => `${buyer}：${text}`,
  promiseGoes: '订单已进批次，或者另有暂缓盯着',
}
const en: typeof zh = {
  report: {
    holds: 'Holds set and released',
    set: (tid, reason, due) => `held ${tid}: ${reason}, until ${due}`,
    released: (tid) => `released ${tid}`,
    cancelled: (tid) => `cancelled the hold of ${tid}`,
  },
  holdsDue: 'Holds due',
  questions: 'Open questions',
  promises: 'Promised to buyers',
  hold: (buyer, reason, note, due) => `${buyer}: ${reason}${note && `, ${note}`} (${due})`,
  settleHold: 'Release, postpone or cancel',
  holdEnded: { released: 'Released', cancelled: 'The order was cancelled' },
  orderGone: 'The order has shipped or was closed',
  postponed: (day) => `Postponed to ${day}`,
  question: {
    undecided: (n) => (n === 1 ? '1 order with an undecided flag' : `${n} orders with undecided flags`),
    gift: (n) => (n === 1 ? '1 order has a gift without remark' : `${n} orders have gifts without remark`),
    prize: (n) => (n === 1 ? '1 order has a prize to check' : `${n} orders have prizes to check`),
    differs: (n) => (n === 1 ? '1 order differs from the platform' : `${n} orders differ from the platform`),
  },
  settleBefore: (cutoff) => `Decide before the cutoff at ${cutoff}; undecided ones do not ship`,
  allAnswered: 'All decided',
  promise: (buyer, text) => `${buyer}: ${text}`,
  promiseGoes: 'The order is in a batch, or a hold keeps watch over it',
}
export const openThingWords = dictionary(zh, en)
