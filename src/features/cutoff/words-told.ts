/** What people are told about the cutoff and about parcels to stop. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  blockers: (cutoff: string, minutes: number, n: number) =>
    `离 ${cutoff} 截单不到 ${minutes} 分钟，还有 ${n} 单没定，不定今天就不发`,
  stopAsked: (buyer: string, why: string, who: string) =>
    `停包裹：${buyer}，${why}（${who}要停）。拦下了还是来不及，回一声`,
  stopped: (buyer: string, why: string) => `包裹拦下了：${buyer}，${why}。订单在暂缓，等你定`,
  tooLate: (buyer: string, why: string) => `来不及停：${buyer}，${why}。包裹照发了，跟买家说一声`,
}
const en: typeof zh = {
  blockers: (cutoff, minutes, n) =>
    n === 1
      ? `Less than ${minutes} min to the cutoff at ${cutoff}: 1 order is undecided and does not ship today as it is`
      : `Less than ${minutes} min to the cutoff at ${cutoff}: ${n} orders are undecided and do not ship today as they are`,
  stopAsked: (buyer, why, who) =>
    `Stop this parcel: ${buyer}, ${why} (asked by ${who}). Answer whether it was stopped or too late`,
  stopped: (buyer, why) => `Parcel stopped: ${buyer}, ${why}. The order is on hold until you decide`,
  tooLate: (buyer, why) => `Too late to stop: ${buyer}, ${why}. The parcel goes out; tell the buyer`,
}
export const toldWords = dictionary(zh, en)
