/** Words of the panels for those who lead. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  lateNow: '现在晚了、缺了、等着的',
  nothingLate: '都按时，没有漏的',
  first: (n: number, what: string) => `先看${what}，${n} 个`,
  look: '去看',
  forgotten: '漏了没有',
  tones: { late: '晚了', soon: '等着' },
  none: '一个都没有：',
  list: '、',
  trends: (n: number) => `最近 ${n} 天`,
  table: '看数字',
  day: '哪天',
  missing: '没有',
  today: '今天',
  described: (word: string, from: string, to: string, values: string) => `${word}，${from} 到 ${to}，每天：${values}`,
}
const en: typeof zh = {
  lateNow: 'Late, missing or waiting now',
  nothingLate: 'Everything is on time, nothing is forgotten',
  first: (n, what) => `First: ${what} (${n})`,
  look: 'Look at them',
  forgotten: 'Anything forgotten?',
  tones: { late: 'late', soon: 'waiting' },
  none: 'None of these:',
  list: ', ',
  trends: (n) => `The last ${n} days`,
  table: 'The numbers',
  day: 'Day',
  missing: 'none',
  today: 'Today',
  described: (word, from, to, values) => `${word}, ${from} to ${to}, day by day: ${values}`,
}
export const leadWords = dictionary(zh, en)
