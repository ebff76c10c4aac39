/** What people are told of reports that are not filed, and what the log says of it. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  sides: { day: '早班', night: '晚班' },
  shift: (day: string, side: string) => `${day} ${side}`,
  reminded: (shift: string, due: string) => `${shift}的日报，${due} 前要交`,
  late: (shift: string, due: string) => `${shift}的日报迟了，${due} 就该交。现在就去交`,
  missing: (handle: string, shift: string, due: string) => `${handle}没交 ${shift}的日报，${due} 到期`,
  overdue: (handle: string, shift: string) => `${handle}的日报到期没交：${shift}`,
  minutesChanged: (n: number) => `日报改成下班后 ${n} 分钟内交`,
}
const en: typeof zh = {
  sides: { day: 'day shift', night: 'night shift' },
  shift: (day, side) => `${day}, ${side}`,
  reminded: (shift, due) => `Your daily report of ${shift} is due by ${due}`,
  late: (shift, due) => `Your daily report of ${shift} is late: it was due at ${due}. Please file it now`,
  missing: (handle, shift, due) => `${handle} has not filed the daily report of ${shift}, due at ${due}`,
  overdue: (handle, shift) => `The daily report of ${handle} was due and not filed: ${shift}`,
  minutesChanged: (n) => `made daily reports due ${n} minutes after the shift`,
}
export const deadlineWords = dictionary(zh, en)
