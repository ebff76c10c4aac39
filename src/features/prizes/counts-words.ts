/** The words of what was given out by day. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  title: '每天发了多少',
  total: (n: number) => `发出 ${n} 份`,
  nothing: '这段时间没有发出奖品',
  when: (from: string, to: string) => `${from} 到 ${to}`,
  forgotten: '漏了没有',
  from: '从',
  to: '到',
  show: '看',
  back: '所有奖品',
  day: '日期',
  ways: {
    passed: '实物核过',
    packed: '实物装包',
    coupon: '优惠券已付',
    review: '五星评价已付',
    favourites: '收藏券已送',
  },
  sum: '合计',
  cell: (day: string, way: string, n: number) => `${day} ${way} ${n} 份，看是哪些`,
  cellTitle: (day: string, way: string) => `${day} ${way}`,
  columns: ['几点', '买家', '奖品', '数量', '序列号', '订单'],
  hint: '实物核过那天和装包那天各算一次：两列不要相加。点数字看是哪些。',
  close: '收起',
}
const en: typeof zh = {
  title: 'Given out by day',
  total: (n) => `${n} given out`,
  nothing: 'Nothing was given out in these days',
  when: (from, to) => `${from} to ${to}`,
  forgotten: 'Anything forgotten?',
  from: 'From',
  to: 'To',
  show: 'Show',
  back: 'All prizes',
  day: 'Day',
  ways: {
    passed: 'Prizes passed',
    packed: 'Prizes packed',
    coupon: 'Coupons paid',
    review: 'Review rewards paid',
    favourites: 'Favourites coupons sent',
  },
  sum: 'In all',
  cell: (day, way, n) => `${day}, ${way}: ${n}, see which`,
  cellTitle: (day, way) => `${day}, ${way}`,
  columns: ['Time', 'Buyer', 'Prize', 'Quantity', 'Serial number', 'Order'],
  hint: 'A physical prize counts once on the day its check passed and once on the day it was packed: do not add the two. Choose a number to see which they are.',
  close: 'Close',
}
export const countsWords = dictionary(zh, en)
